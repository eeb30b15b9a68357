package no.kravbro.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.kravbro.deadletter.Preview.Bucket;
import no.kravbro.deadletter.Preview.Effect;
import no.kravbro.deadletter.Preview.Why;
import no.kravbro.deadletter.StalePlan.Change;
import no.kravbro.deadletter.Trial.Finding;
import no.kravbro.delivery.NewClaim;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Purpose;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Letters to work on, many at once. */
abstract class LettersGround extends DatabaseTest {

    static final String WHO = "kari";
    static final Outcome NO_RIGHT = new Outcome.NotSent("NO_ACCESS", "HTTP 403", null, true);
    static final Outcome NO_KEY = new Outcome.NotSent("BAD_CREDENTIALS", "HTTP 401", null, true);
    static final Outcome REFUSED = new Outcome.Rejected("INVALID_DATA", "postalCode is missing");
    static final Outcome ACCEPTED = new Outcome.Accepted(Map.of("case", "5000014"));
    static final Trial PAID = new Trial(Finding.STOPPED, "PAID", 0L, null, null);

    Morgue morgue;

    LettersGround(TestDatabases kind) {
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

    static String words(DeadLetter letter, Bucket bucket, Why why, Effect effect) {
        return letter.id() + " " + bucket + " " + why + " " + effect;
    }

    Trial changed(String key) {
        NewClaim fresh =
                new NewClaim(key, 2, "nordlys", 2_147_524_143L, "10057", "autocollect", 400_000, Morgue.CLAIM + " ");
        return new Trial(Finding.CHANGED, "AMOUNT_CHANGED", 400_000L, fresh, "400000");
    }

    List<DeadLetter> bury(int letters) {
        List<DeadLetter> all = new ArrayList<>();
        for (int i = 1; i <= letters; i++) {
            all.add(bury("310245674-" + i, Purpose.SEND, NO_RIGHT));
        }
        return all;
    }

    DeadLetter bury(String key, Purpose purpose, Outcome outcome) {
        clock.advance(Duration.ofMillis(1));
        return morgue.buried(morgue.claim(key).id(), purpose, outcome);
    }

    Plan plan() {
        return morgue.plans.make(Selection.all(LetterFilter.OPEN), null, WHO);
    }

    long apply() {
        Plan plan = plan();
        long id = morgue.plans.apply(plan.id(), plan.hash(), WHO);
        clock.advance(StagedRetries.UNDO);
        return id;
    }

    StagedRetries.Progress progress(long id) {
        return morgue.staged.progress(id).orElseThrow();
    }

    long count(long id, RetryState state) {
        return progress(id).counts().getOrDefault(state, 0L);
    }

    List<Long> ready() {
        return database.client()
                .sql("select id from delivery where state = 'READY' order by id")
                .query(Long.class)
                .list();
    }

    void accept(long delivery) {
        morgue.answer(delivery, Purpose.SEND, ACCEPTED);
    }

    void stale(Map<Change, Integer> changes, Plan plan) {
        assertThatThrownBy(() -> morgue.plans.apply(plan.id(), plan.hash(), WHO))
                .isInstanceOfSatisfying(
                        StalePlan.class, stale -> assertThat(stale.changes()).isEqualTo(changes));
    }

    String everything() {
        StringBuilder all = new StringBuilder();
        for (String table :
                List.of("delivery", "dead_letter", "dead_letter_log", "letter_retry", "letter_plan", "claim")) {
            all.append(database.client().sql("select * from " + table).query().listOfRows());
        }
        return all.toString();
    }

    static void refused(Refused.Code code, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                .isEqualTo(code));
    }
}
