package no.kravbro.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.kravbro.delivery.Timeline.Event;
import no.kravbro.delivery.Timeline.Note;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.secret.Seals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept for people, and what later work asks for by our own ids. */
abstract class RecordsContract extends DatabaseTest {

    private static final String KEY = "310245674-1";

    private Timeline timeline;
    private Tasks tasks;
    private Post post;
    private Invoices invoices;

    RecordsContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void wire() {
        timeline = new Timeline(database.named(), clock);
        tasks = new Tasks(database.client(), clock);
        post = new Post(database, clock, 10, List.of());
        invoices = new Invoices(database.named(), database.transaction(), Seals.SEALER, clock);
        new Claims(database.named(), database.transaction(), post.outbox, clock)
                .create(List.of(Samples.claim(1, 1), Samples.claim(2, 1)));
    }

    @Test
    void whatHappenedStandsInItsOrderWithItsClaim() {
        timeline.note(KEY, "SUBMITTED", "t-1");
        timeline.note(List.of(new Note(KEY, "ACCEPTED", null), new Note("310245674-2", "SUBMITTED", "t-2")));
        assertThat(timeline.of(KEY))
                .containsExactly(
                        new Event(KEY, clock.instant(), "SUBMITTED", "t-1", null, null),
                        new Event(KEY, clock.instant(), "ACCEPTED", null, null, null));
    }

    private static NewTask task(TaskKind kind, String subject) {
        return new NewTask(kind, subject, "nordlys", KEY, "autocollect", "to do", LocalDate.of(2026, 1, 8));
    }

    @Test
    void theSameTaskIsOpenedOnce() {
        assertThat(tasks.open(task(TaskKind.ASK_AGENCY, "status"))).isTrue();
        assertThat(tasks.open(task(TaskKind.ASK_AGENCY, "status"))).isFalse();
        assertThat(tasks.open(task(TaskKind.ASK_AGENCY, "another"))).isTrue();
    }

    @Test
    void aTaskIsDoneOnce() {
        tasks.open(task(TaskKind.ASK_AGENCY, "status"));
        long id = database.client().sql("select id from task").query(Long.class).single();
        assertThat(tasks.done(id, "kari", "asked")).isTrue();
        assertThat(tasks.done(id, "kari", "asked")).isFalse();
        assertThat(tasks.done(id + 1, "kari", "asked")).isFalse();
        assertThat(tasks.open(task(TaskKind.ASK_AGENCY, "status")))
                .as("not again")
                .isFalse();
    }

    @Test
    void moneyThatAPersonMustSeeToHoldsTheClaim() {
        tasks.open(task(TaskKind.ASK_AGENCY, "status"));
        tasks.open(task(TaskKind.DO_BY_HAND, "MESSAGE 1"));
        assertThat(tasks.holds(KEY)).isFalse();
        Map<String, TaskKind> money = Map.of(
                "posting-7", TaskKind.EXPLAIN_POSTING,
                "dispute-7", TaskKind.CREDIT_DISPUTED,
                "REPORT_PAYMENT 7", TaskKind.DO_BY_HAND,
                "REVERSE_PAYMENT 7", TaskKind.DO_BY_HAND,
                "CREDIT_PART 7", TaskKind.DO_BY_HAND);
        money.forEach((subject, kind) -> {
            tasks.open(task(kind, subject));
            assertThat(tasks.holds(KEY)).as(subject).isTrue();
            assertThat(tasks.holds("310245674-2")).isFalse();
            tasks.done(kind, subject, "kari", "seen to");
            assertThat(tasks.holds(KEY)).as(subject + " done").isFalse();
        });
    }

    @Test
    void everyTransmissionADeliveryWentOutInIsKnown() {
        Work first = post.work();
        post.store(first);
        long id = first.ids().get(0);
        assertThat(post.transmissions.exists(first, first.transmissionId())).isTrue();
        assertThat(post.transmissions.exists(first, "unknown")).isFalse();
        post.answer(first, Outcome.NotSent.refusedTogether(null));
        clock.advance(java.time.Duration.ofMinutes(1));
        List<Work> again = post.works(10);
        again.forEach(post::store);
        again.forEach(work -> post.answer(work, new Outcome.Unknown("TIMEOUT", null)));
        String second = post.transmissionOf(id);
        assertThat(second).isNotEqualTo(first.transmissionId());
        assertThat(post.attempts.transmissions(id)).containsExactly(first.transmissionId(), second);
    }

    @Test
    void invoicesAreFoundByTheirIds() {
        invoices.seen(
                "nordlys",
                List.of(
                        new Invoices.Seen(Samples.invoice(1, 1_000_000), Samples.TRANSFER),
                        new Invoices.Seen(Samples.invoice(2, 500_000), Samples.HOLD)));
        assertThat(invoices.find("nordlys", List.of(2L, 3L)))
                .extracting(row -> row.invoice().id())
                .containsExactly(2L);
        assertThat(invoices.find("nordlys", List.of())).isEmpty();
        assertThat(invoices.find("fjell", List.of(2L))).isEmpty();
    }
}
