package no.kravbro.deadletter;

import static no.kravbro.deadletter.LogLine.What.BURIED;
import static no.kravbro.deadletter.LogLine.What.FAILED_AGAIN_SAME_CAUSE;
import static no.kravbro.deadletter.LogLine.What.RETRIED;
import static no.kravbro.deadletter.LogLine.What.SOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import no.kravbro.delivery.Run;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was received and could not be worked on: at rest until a person acts, and never worked on behind his back. */
abstract class ReceivedLettersContract extends DatabaseTest {

    private static final String WHO = "kari";

    private Morgue morgue;

    ReceivedLettersContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void wire() {
        morgue = new Morgue(database, clock);
    }

    @AfterEach
    void unwire() {
        morgue.close();
    }

    @Test
    void aReceivedMessageIsWrittenDownAndComesBack() {
        Failure failure = received();
        long id = morgue.letters.bury(failure);
        assertThat(morgue.letters.bury(failure)).isEqualTo(id);
        assertThat(inboxState()).as("rests until a person acts").isEqualTo("WORKED");
        morgue.letters.solveReceived();
        assertThat(morgue.letters.find(id).orElseThrow().state()).isEqualTo(LetterState.OPEN);
        morgue.actions.retry(id, WHO);
        assertThat(inboxState()).isEqualTo("NEW");
        morgue.letters.solveReceived();
        assertThat(morgue.letters.find(id).orElseThrow().state()).isEqualTo(LetterState.RETRYING);
        morgue.letters.bury(failure);
        assertThat(inboxState()).isEqualTo("WORKED");
        morgue.actions.retry(id, WHO);
        database.client().sql("update inbox set state = 'WORKED'").update();
        morgue.letters.solveReceived();
        assertThat(morgue.letters.log(id))
                .extracting(LogLine::what)
                .containsExactly(BURIED, RETRIED, FAILED_AGAIN_SAME_CAUSE, RETRIED, SOLVED);
    }

    @Test
    void aClosedLetterOfAReceivedMessageStaysClosedWhenTheSameComesAgain() {
        Failure failure = received();
        long id = morgue.letters.bury(failure);
        morgue.actions.close(id, CloseReason.DONE_BY_HAND, "Booked by hand", WHO);
        assertThat(morgue.letters.bury(failure)).isEqualTo(id);
        assertThat(morgue.letters.find(id).orElseThrow().state()).isEqualTo(LetterState.CLOSED);
        assertThat(inboxState()).isEqualTo("WORKED");
    }

    private Failure received() {
        database.client()
                .sql(
                        """
                insert into inbox (source, inbox_key, creditor_id, content_hash, payload, state, received_at, lease_until)
                values ('autocollect', 's-1', 'nordlys', 'h', '{}', 'NEW', current_timestamp, current_timestamp)""")
                .update();
        long inbox =
                database.client().sql("select id from inbox").query(Long.class).single();
        return new Failure(
                null,
                inbox,
                "s-1",
                "SETTLEMENT",
                "nordlys",
                "autocollect",
                null,
                999_911,
                "UNKNOWN_LINE_KIND",
                null,
                "kind X",
                false,
                Run.NONE);
    }

    private String inboxState() {
        return database.client()
                .sql("select state from inbox")
                .query(String.class)
                .single();
    }
}
