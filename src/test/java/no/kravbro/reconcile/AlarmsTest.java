package no.kravbro.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import no.kravbro.claim.Stage;
import no.kravbro.delivery.NewClaim;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Test;

/** "Nothing happened" and "case number missing, expired key": somebody is told, once, until it is over. */
class AlarmsTest extends BalanceSides {

    AlarmsTest() {
        super(TestDatabases.H2);
    }

    private Alarms alarms() {
        return new Alarms(database.client(), differences, clock);
    }

    @Test
    void noStatusOnTheWorkingDayAfterTheTransferIsAnAlarm() {
        alarms().unheard("nordlys");
        clock.advance(Duration.ofDays(1));
        alarms().unheard("nordlys");
        assertThat(causes()).as("Tuesday is the day after").isEmpty();
        clock.advance(Duration.ofDays(1));
        alarms().unheard("nordlys");
        alarms().unheard("nordlys");
        assertThat(causes()).containsExactly("NO_STATUS " + FIRST + " 1000000", "NO_STATUS " + SECOND + " 1000000");
        room.claims().follow("autocollect", List.of(follows(FIRST, 1_000_000)));
        alarms().unheard("nordlys");
        assertThat(causes()).containsExactly("NO_STATUS " + SECOND + " 1000000");
    }

    @Test
    void whatIsHandedOverAnewIsWaitedForSinceThen() {
        room.claims()
                .follow(
                        "autocollect",
                        List.of(follows(FIRST, 1_000_000), told(SECOND, Stage.CLOSED, "WITHDRAWN", 1_000_000, 0L)));
        clock.advance(Duration.ofDays(9));
        room.claims().submitAgain(new NewClaim(SECOND, 2, "nordlys", 2, "12", "autocollect", 700_000, "{}"));
        room.works("autocollect", 10).forEach(work -> room.deliveries().record(work, outcomes(work)));
        alarms().unheard("nordlys");
        assertThat(causes()).as("on the day it was taken").isEmpty();
        clock.advance(Duration.ofDays(2));
        alarms().unheard("nordlys");
        assertThat(causes()).containsExactly("NO_STATUS " + SECOND + " 700000");
    }

    @Test
    void aKeyThatStoppedWorkingIsAnAlarmUntilItWorks() {
        alarms().failed("nordlys", "autocollect", "SERVER_ERROR");
        assertThat(causes()).isEmpty();
        alarms().failed("nordlys", "autocollect", "BAD_CREDENTIALS");
        alarms().failed("nordlys", "autocollect", "BAD_CREDENTIALS");
        alarms().done("nordlys", "tripletex");
        assertThat(causes()).containsExactly("KEY_STOPPED autocollect 0");
        alarms().done("nordlys", "autocollect");
        assertThat(causes()).isEmpty();
    }

    @Test
    void anAgencyThatIsNotComparedWithIsAnAlarmUntilItIs() {
        alarms().uncompared("nordlys");
        clock.advance(Duration.ofDays(1));
        alarms().uncompared("nordlys");
        assertThat(causes()).as("handed over yesterday").isEmpty();
        compare(TUESDAY, follows(FIRST, 1_000_000), follows(SECOND, 1_000_000));
        clock.advance(Duration.ofDays(1));
        alarms().uncompared("nordlys");
        assertThat(causes()).as("compared yesterday").isEmpty();
        clock.advance(Duration.ofDays(1));
        alarms().uncompared("nordlys");
        alarms().uncompared("nordlys");
        assertThat(causes()).containsExactly("NOT_COMPARED autocollect 0");
        compare(MONDAY.plusDays(3), follows(FIRST, 1_000_000), follows(SECOND, 1_000_000));
        assertThat(causes()).isEmpty();
    }

    @Test
    void oneAgencyThatAnswersDoesNotHideAnotherThatDoesNot() {
        database.client()
                .sql("update claim set agency = 'bahs' where claim_key = :key")
                .param("key", SECOND)
                .update();
        clock.advance(Duration.ofDays(2));
        compare(MONDAY.plusDays(2), follows(FIRST, 1_000_000));
        alarms().uncompared("nordlys");
        assertThat(causes()).containsExactly("NOT_COMPARED bahs 0");
        database.client()
                .sql("update claim set state = 'CLOSED' where claim_key = :key")
                .param("key", FIRST)
                .update();
        clock.advance(Duration.ofDays(9));
        alarms().uncompared("nordlys");
        assertThat(causes()).as("nothing is followed at the first").containsExactly("NOT_COMPARED bahs 0");
        database.client().sql("update claim set state = 'CLOSED'").update();
        alarms().uncompared("nordlys");
        assertThat(causes()).as("nothing is followed any more").isEmpty();
    }

    /** The product, or the agency by a person's will, was stopped; a failure is another matter. */
    @Test
    void whatIsAboutToBeReadIsNoAlarmAndWhatFailsIs() {
        String job =
                """
                insert into schedule (creditor_id, far_side, job, due_at, last_run_at, last_result)
                values ('nordlys', 'autocollect', 'CASES', :due, :due, 'OK')""";
        database.client()
                .sql(job)
                .param("due", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        clock.advance(Duration.ofDays(7));
        alarms().uncompared("nordlys");
        assertThat(causes()).isEmpty();
        clock.advance(Duration.ofDays(2));
        alarms().uncompared("nordlys");
        assertThat(causes()).as("nobody takes it up").containsExactly("NOT_COMPARED autocollect 0");
        differences.close("nordlys", Alarms.NOT_COMPARED, "autocollect");
        clock.advance(Duration.ofDays(-2));
        database.client()
                .sql("update schedule set last_result = 'SERVER_ERROR'")
                .update();
        alarms().uncompared("nordlys");
        assertThat(causes()).containsExactly("NOT_COMPARED autocollect 0");
    }

    @Test
    void whereNothingWasFollowedForLongNothingIsComparedToo() {
        database.client().sql("update claim set state = 'CLOSED'").update();
        compare(MONDAY);
        clock.advance(Duration.ofDays(30));
        room.claim("310245674-3", 3);
        room.works("autocollect", 10).forEach(work -> room.deliveries().record(work, outcomes(work)));
        alarms().uncompared("nordlys");
        assertThat(causes()).as("handed over today").noneMatch(each -> each.startsWith(Alarms.NOT_COMPARED));
        clock.advance(Duration.ofDays(4));
        alarms().uncompared("nordlys");
        assertThat(causes()).contains("NOT_COMPARED autocollect 0");
    }
}
