package no.kravbro.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.secret.Seals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class InboxContract extends DatabaseTest {
    private static final String SOURCE = "autocollect.settlement";

    private Inbox inbox;

    InboxContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void wire() {
        inbox = new Inbox(
                database.named(), database.transaction(), new SqlFiles(database.dataSource()), Seals.SEALER, clock);
    }

    @Test
    void theFirstIsNewTheSameIsADuplicateOtherContentIsChanged() {
        assertThat(inbox.enter(SOURCE, "48213", "nordlys", "{\"a\":1}")).isEqualTo(Inbox.Entry.NEW);
        assertThat(inbox.enter(SOURCE, "48213", "nordlys", "{\"a\":1}")).isEqualTo(Inbox.Entry.DUPLICATE);
        assertThat(inbox.enter(SOURCE, "48213", "nordlys", "{\"a\":2}")).isEqualTo(Inbox.Entry.CHANGED);
        assertThat(inbox.enter(SOURCE, "48213", "nordlys", "{\"a\":2}")).isEqualTo(Inbox.Entry.CHANGED);
        assertThat(inbox.enter("kk2.proposal", "48213", null, "{\"a\":3}")).isEqualTo(Inbox.Entry.NEW);
        assertThat(inbox.find(SOURCE, "48213")).get().satisfies(entry -> {
            assertThat(entry.payload()).isEqualTo("{\"a\":1}");
            assertThat(entry.creditorId()).isEqualTo("nordlys");
            assertThat(entry.state()).isEqualTo(InboxEntry.State.NEW);
            assertThat(inbox.find(entry.id())).contains(entry);
        });
        assertThat(inbox.findChanged(SOURCE, "48213", "{\"a\":2}"))
                .get()
                .extracting(InboxEntry::state, InboxEntry::payload)
                .containsExactly(InboxEntry.State.CHANGED, "{\"a\":2}");
        assertThat(inbox.enter(SOURCE, "48213", "nordlys", "{\"a\":4}")).isEqualTo(Inbox.Entry.CHANGED);
        assertThat(inbox.findChanged(SOURCE, "48213", "{\"a\":4}"))
                .get()
                .extracting(InboxEntry::payload)
                .as("each other content beside the first")
                .isEqualTo("{\"a\":4}");
        assertThat(inbox.contains(SOURCE, "48213")).isTrue();
        assertThat(inbox.contains(SOURCE, "48214")).isFalse();
    }

    @Test
    void whatCameLastIsToldBySource() {
        inbox.enter(SOURCE, "1", "nordlys", "{}");
        inbox.enter("bahs.case", "1", "nordlys", "{}");
        inbox.enter("bahs.webhook", "1", null, "{}");
        clock.advance(Duration.ofMinutes(5));
        inbox.enter(SOURCE, "2", "nordlys", "{}");
        inbox.enter(SOURCE, "3", "fjell", "{}");
        assertThat(inbox.newest("nordlys"))
                .containsExactly(
                        Map.entry(SOURCE, clock.instant()),
                        Map.entry("bahs.case", clock.instant().minusSeconds(300)));
        assertThat(inbox.newest("nobody")).isEmpty();
    }

    @Test
    void whoComesFirstOfManyIsTheOnlyOne() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            for (int key = 0; key < 20; key++) {
                var name = "key-" + key;
                Callable<Inbox.Entry> enter = () -> inbox.enter(SOURCE, name, "nordlys", "{}");
                var answers = new ArrayList<Inbox.Entry>();
                for (var answer : pool.invokeAll(Collections.nCopies(8, enter))) {
                    answers.add(answer.get());
                }
                assertThat(answers).containsOnlyOnce(Inbox.Entry.NEW).doesNotContain(Inbox.Entry.CHANGED);
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void whatNobodyFinishedIsTakenUpByOneHolderAfterTheLease() {
        inbox.enter(SOURCE, "1", "nordlys", "{}");
        inbox.enter(SOURCE, "2", "nordlys", "{}");
        inbox.enter(SOURCE, "2", "nordlys", "{\"changed\":true}");
        inbox.worked(SOURCE, "1");
        assertThat(inbox.stale(Duration.ofMinutes(5), 10)).isEmpty();
        clock.advance(Inbox.FIRST_LEASE);
        var stale = inbox.stale(Duration.ofMinutes(5), 10);
        assertThat(stale).extracting(InboxEntry::key).containsExactly("2");
        assertThat(inbox.stale(Duration.ofMinutes(5), 10)).isEmpty();
        clock.advance(Duration.ofMinutes(5));
        assertThat(inbox.stale(Duration.ofMinutes(5), 10)).hasSize(1);
        inbox.worked(stale.get(0).id());
        clock.advance(Duration.ofMinutes(5));
        assertThat(inbox.stale(Duration.ofMinutes(5), 10)).isEmpty();
        assertThat(inbox.find(SOURCE, "2")).get().extracting(InboxEntry::state).isEqualTo(InboxEntry.State.WORKED);
    }
}
