package no.kravbro.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Test;

/** Whoever guesses waits, longer each time; nobody waits for ever, and nobody for another's mistakes. */
class LoginThrottleTest extends DatabaseTest {

    private static final String HOME = "192.0.2.1";

    LoginThrottleTest() {
        super(TestDatabases.H2);
    }

    @Test
    void thePauseDoublesAndEnds() {
        LoginThrottle throttle = new LoginThrottle(database.client(), clock);
        for (int i = 0; i < LoginThrottle.FREE_BY_ACCOUNT - 1; i++) {
            throttle.failed("kari", HOME);
        }
        assertThat(throttle.pause("kari", HOME)).isZero();
        throttle.failed("kari", HOME);
        assertThat(throttle.pause("kari", "192.0.2.9")).isEqualTo(Duration.ofSeconds(5));
        throttle.failed("kari", HOME);
        assertThat(throttle.pause("kari", HOME)).isEqualTo(Duration.ofSeconds(10));
        assertThat(throttle.pause("ola", HOME)).isZero();
        assertThat(LoginThrottle.pauseAfter(100)).isEqualTo(Duration.ofMinutes(15));
        clock.advance(Duration.ofSeconds(11));
        assertThat(throttle.pause("kari", HOME)).isZero();
    }

    @Test
    void anAddressThatGuessesManyNamesWaitsToo() {
        LoginThrottle throttle = new LoginThrottle(database.client(), clock);
        for (int i = 0; i < LoginThrottle.FREE_BY_ADDRESS; i++) {
            throttle.failed("name" + i, HOME);
        }
        assertThat(throttle.pause("anybody", HOME)).isPositive();
        assertThat(throttle.pause("anybody", "192.0.2.2")).isZero();
    }

    @Test
    void aLoginThatComesThroughForgetsTheAccount() {
        LoginThrottle throttle = new LoginThrottle(database.client(), clock);
        for (int i = 0; i < LoginThrottle.FREE_BY_ACCOUNT; i++) {
            throttle.failed("kari", HOME);
        }
        throttle.succeeded("kari");
        assertThat(throttle.pause("kari", HOME)).isZero();
    }
}
