package no.kravbro.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
}
