package no.kravbro.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mail is written once, is with one process at a time, and is given up in the end and not before. */
abstract class MailsContract extends DatabaseTest {

    private Mails mails;

    MailsContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void written() {
        mails = new Mails(database.client(), clock);
        assertThat(write("kari@example.no")).isTrue();
    }

    private boolean write(String recipient) {
        return mails.add(
                "digest/1",
                recipient,
                MailKind.DIGEST,
                "nordlys",
                new Letterhead.Written(Locale.ENGLISH, "s", "t", "h", new Enclosure("a.pdf", new byte[] {1})));
    }

    @Test
    void theSameIsWrittenOnceToEach() {
        assertThat(write("kari@example.no")).isFalse();
        assertThat(write("arne@example.no")).isTrue();
        assertThat(mails.isKnown("digest/1")).isTrue();
        assertThat(mails.count()).isEqualTo(new Mails.Count(2, 0));
    }

    @Test
    void ofTwoProcessesOneHasIt() {
        assertThat(mails.claim("one", 10)).hasSize(1);
        assertThat(mails.claim("two", 10)).isEmpty();
    }

    @Test
    void whatIsSentIsForgottenButForThatItWas() {
        Mail mail = mails.claim("one", 10).get(0);
        assertThat(mail.enclosure().content()).containsExactly(1);
        mails.sent(mail);
        assertThat(mails.claim("one", 10)).isEmpty();
        assertThat(mails.isKnown("digest/1")).isTrue();
        assertThat(database.client()
                        .sql("select count(*) from mail where plain is null and html is null and file_content is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anotherTakesItOverWhenItsSenderIsLost() {
        Mail lost = mails.claim("one", 10).get(0);
        clock.advance(Duration.ofMinutes(6));
        Mail taken = mails.claim("two", 10).get(0);
        assertThat(taken.id()).isEqualTo(lost.id());
        mails.never(lost, "REFUSED");
        assertThat(mails.count()).as("the first has nothing to say any more").isEqualTo(new Mails.Count(1, 0));
    }

    @Test
    void itIsTriedWithGrowingPausesGivenUpAndSentAgainByAPerson() {
        for (int attempt = 1; attempt <= Mails.MOST_ATTEMPTS; attempt++) {
            Mail mail = mails.claim("one", 10).get(0);
            mails.later(mail, "NO_CONNECTION");
            assertThat(mails.claim("one", 10)).isEmpty();
            clock.advance(Duration.ofHours(6));
        }
        assertThat(mails.count()).isEqualTo(new Mails.Count(0, 1));
        long id = database.client().sql("select id from mail").query(Long.class).single();
        assertThat(mails.again(id)).isTrue();
        assertThat(mails.again(id)).isFalse();
        assertThat(mails.claim("one", 10)).hasSize(1);
    }
}
