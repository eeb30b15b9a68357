package no.kravbro.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One chain, whoever writes; and nothing can be done to it that a look through it does not find. */
abstract class AuditContract extends DatabaseTest {

    private static final Actor KARI = new Actor("kari", "SUPPORT", Actor.Via.CONSOLE);

    private AuditTrail trail;
    private AuditReader reader;

    AuditContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void trail() {
        trail = node();
        reader = new AuditReader(database.client());
    }

    private AuditTrail node() {
        return new AuditTrail(database.client(), database.transaction(), clock);
    }

    @Test
    void tellsWhoDidWhatAndWhy() {
        trail.record(AuditEntry.done(KARI, Deed.LETTER_CLOSE, "dead-letters/17")
                .ofCreditor("nordlys")
                .change("OPEN", "CLOSED")
                .because("DUPLICATE: 01019012345\nringte"));
        trail.record(AuditEntry.refused(KARI, Deed.LETTER_RETRY, "dead-letters/17", "NOT_OPEN"));
        List<AuditRow> rows = reader.list(new AuditFilter("kari", null, "dead-letters/1", null, null, 10));
        assertThat(rows).extracting(AuditRow::number).containsExactly(2L, 1L);
        AuditRow closed = rows.get(1);
        assertThat(closed.reason()).isEqualTo("DUPLICATE: *********** ringte");
        assertThat(List.of(closed.before(), closed.after(), closed.roles(), closed.creditorId()))
                .containsExactly("OPEN", "CLOSED", "SUPPORT", "nordlys");
        assertThat(rows.get(0).outcome()).isEqualTo("REFUSED");
        assertThat(list(new AuditFilter(null, Deed.LETTER_RETRY, null, null, null, 10)))
                .containsExactly(2L);
        assertThat(list(new AuditFilter(null, null, null, AuditEntry.Outcome.DONE, null, 10)))
                .containsExactly(1L);
        assertThat(list(new AuditFilter(null, null, "dead_letters", null, null, 10)))
                .isEmpty();
        assertThat(list(new AuditFilter(null, null, null, null, 2L, 10))).containsExactly(1L);
    }

    @Test
    void whatIsRolledBackLeavesNoRow() {
        database.transaction().executeWithoutResult(status -> {
            trail.record(AuditEntry.done(KARI, Deed.LOGIN, "kari"));
            status.setRollbackOnly();
        });
        trail.record(AuditEntry.done(KARI, Deed.LOGOUT, "kari"));
        assertThat(reader.verify()).isEqualTo(new AuditReader.Verdict(1, lastHash(), null, null));
    }

    @Test
    void twoNodesMakeOneChain() {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<AuditTrail> nodes = List.of(node(), node());
        CompletableFuture.allOf(IntStream.range(0, 40)
                        .mapToObj(i -> CompletableFuture.runAsync(
                                () -> nodes.get(i % 2).record(AuditEntry.done(KARI, Deed.TASK_DONE, "tasks/" + i)),
                                threads))
                        .toArray(CompletableFuture[]::new))
                .join();
        threads.shutdown();
        assertThat(list(new AuditFilter(null, null, null, null, null, 100)))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 40).map(i -> 41 - i).boxed().toList());
        assertThat(reader.verify().whole()).isTrue();
    }

    @Test
    void everyChangeIsFound() {
        for (var attack : List.of(
                new Attack("update audit set who = 'ola' where number = 2", AuditReader.Problem.CHANGED, 2),
                new Attack("update audit set reason = '' where number = 3", AuditReader.Problem.CHANGED, 3),
                new Attack("delete from audit where number = 2", AuditReader.Problem.MISSING, 2 + 1),
                new Attack("delete from audit where number = 4", AuditReader.Problem.CUT_OFF, 4),
                new Attack("delete from audit", AuditReader.Problem.CUT_OFF, 1))) {
            database.clear();
            IntStream.range(0, 4).forEach(i -> trail.record(AuditEntry.done(KARI, Deed.TASK_DONE, "tasks/" + i)));
            assertThat(reader.verify().whole()).isTrue();
            database.client().sql(attack.sql()).update();
            assertThat(reader.verify())
                    .as(attack.sql())
                    .extracting(AuditReader.Verdict::problem, AuditReader.Verdict::broken)
                    .containsExactly(attack.found(), attack.at());
        }
    }

    /** A row whose own hash was made anew does not carry the row after it. */
    @Test
    void aRewrittenRowBreaksTheNext() {
        IntStream.range(0, 3).forEach(i -> trail.record(AuditEntry.done(KARI, Deed.TASK_DONE, "tasks/" + i)));
        database.client().sql("update audit set who = 'ola' where number = 2").update();
        String anew = reader.list(new AuditFilter("ola", null, null, null, null, 1))
                .get(0)
                .expectedHash();
        database.client()
                .sql("update audit set hash = :hash where number = 2")
                .param("hash", anew)
                .update();
        assertThat(reader.verify().problem()).isEqualTo(AuditReader.Problem.OUT_OF_CHAIN);
        assertThat(reader.verify().broken()).isEqualTo(3);
    }

    private record Attack(String sql, AuditReader.Problem found, long at) {}

    private List<Long> list(AuditFilter filter) {
        return reader.list(filter).stream().map(AuditRow::number).toList();
    }

    private String lastHash() {
        return reader.list(new AuditFilter(null, null, null, null, null, 1))
                .get(0)
                .hash();
    }
}
