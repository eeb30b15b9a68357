package no.kravbro.tripletex;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import no.kravbro.agency.WireAnswer;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one database, and a far side that counts. */
abstract class RateBudgetContract extends DatabaseTest {

    private static final String TOKEN = "nordlys";

    private RateBudget one;
    private RateBudget two;

    RateBudgetContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void nodes() {
        one = node();
        two = node();
    }

    private RateBudget node() {
        return new RateBudget(new RateRows(database.client()), clock);
    }

    private void answered(RateBudget node, int remaining, int reset) {
        Map<String, String> headers = Map.of(
                "X-Rate-Limit-Limit", "100",
                "x-rate-limit-remaining", Integer.toString(remaining),
                "X-Rate-Limit-Reset", Integer.toString(reset));
        node.answered(TOKEN, WireAnswer.of(200, "{}", headers, clock));
    }

    private static int takeAll(RateBudget node) {
        int taken = 0;
        while (taken < 1000 && node.take(TOKEN).isZero()) {
            taken++;
        }
        return taken;
    }

    @Test
    void until_a_limit_is_named_there_is_none() {
        assertThat(takeAll(one)).isEqualTo(1000);
    }

    @Test
    void two_nodes_together_never_call_more_than_is_left() {
        one.take(TOKEN);
        answered(one, 50, 30);
        int taken = takeAll(one) + takeAll(two);
        assertThat(taken).isBetween(40, 50);
        assertThat(one.take(TOKEN)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30));
    }

    @Test
    void a_new_period_brings_the_whole_limit_back() {
        one.take(TOKEN);
        answered(one, 9, 30);
        takeAll(one);
        clock.advance(Duration.ofSeconds(31));
        assertThat(takeAll(one) + takeAll(two)).isEqualTo(100);
    }

    @Test
    void a_429_closes_the_token_for_both_nodes_for_as_long_as_it_says() {
        one.answered(TOKEN, WireAnswer.of(429, "", Map.of("X-Rate-Limit-Reset", "40"), clock));
        assertThat(one.take(TOKEN)).isEqualTo(Duration.ofSeconds(40));
        assertThat(two.take(TOKEN)).isEqualTo(Duration.ofSeconds(40));
        assertThat(two.take("fjell")).isZero();
        clock.advance(Duration.ofSeconds(40));
        assertThat(two.take(TOKEN)).isZero();
        assertThat(one.take(TOKEN)).isZero();
    }

    @Test
    void a_429_without_a_reset_waits_for_the_last_one_seen_or_else_a_minute() {
        one.answered(TOKEN, WireAnswer.of(429, "", Map.of(), clock));
        assertThat(one.take(TOKEN)).isEqualTo(Duration.ofSeconds(60));
        clock.advance(Duration.ofSeconds(61));
        one.take(TOKEN);
        answered(one, 80, 25);
        one.answered(TOKEN, WireAnswer.of(429, "", Map.of(), clock));
        assertThat(two.take(TOKEN)).isEqualTo(Duration.ofSeconds(25));
    }

    @Test
    void a_429_with_retry_after_only_waits_for_that() {
        one.answered(TOKEN, WireAnswer.of(429, "", Map.of("Retry-After", "7"), clock));
        assertThat(one.take(TOKEN)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void headers_that_make_no_sense_change_nothing() {
        one.answered(TOKEN, WireAnswer.of(200, "", Map.of("X-Rate-Limit-Limit", "many"), clock));
        assertThat(one.take(TOKEN)).isZero();
    }
}
