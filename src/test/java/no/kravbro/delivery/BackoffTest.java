package no.kravbro.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final BackoffPolicy HALF = new BackoffPolicy(
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            5,
            Duration.ofHours(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            5,
            2,
            0.5);

    private static Backoff.Pauses pauses(double dice) {
        return new Backoff.Pauses(HALF, dice);
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        assertThat(IntStream.rangeClosed(1, 5).mapToObj(sends -> pauses(0).retry(sends, null)))
                .extracting(Duration::toSeconds)
                .containsExactly(10L, 20L, 40L, 60L, 60L);
        assertThat(IntStream.rangeClosed(0, 4).mapToObj(asked -> pauses(0).inquiry(asked, null)))
                .extracting(Duration::toSeconds)
                .containsExactly(5L, 10L, 20L, 30L, 30L);
    }

    @Test
    void anOwedAnswerIsNeverAskedForBeforeItsTime() {
        assertThat(pauses(1).answer(0)).isEqualTo(Duration.ofHours(2));
        assertThat(pauses(1).answer(9)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void jitterIsAPartOfThePause() {
        assertThat(pauses(1).retry(1, null)).isEqualTo(Duration.ofSeconds(15));
        assertThat(pauses(0.5).retry(1, Duration.ofSeconds(100))).isEqualTo(Duration.ofSeconds(125));
    }

    @Property
    void noPauseIsShorterThanAskedForOrLongerThanWithAllItsJitter(
            @ForAll @IntRange(max = 1000) int sends,
            @ForAll @LongRange(max = 100_000) long askedSeconds,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double dice) {
        var asked = Duration.ofSeconds(askedSeconds);
        var longest = asked.compareTo(HALF.longestRetry()) > 0 ? asked : HALF.longestRetry();
        assertThat(pauses(dice).retry(sends, asked))
                .isGreaterThanOrEqualTo(asked)
                .isGreaterThanOrEqualTo(HALF.firstRetry())
                .isLessThanOrEqualTo(longest.multipliedBy(3).dividedBy(2));
    }

    @Test
    void impossiblePatienceIsRefused() {
        var second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BackoffPolicy(second, second, 0, second, second, second, 1, 1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BackoffPolicy(second, second, 1, second, second, second, 0, 1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BackoffPolicy(second, second, 1, second, second, second, 1, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BackoffPolicy(second, second, 1, second, second, second, 1, 1, 1.1));
    }

    @Test
    void turnsOfACreditorStandAStrideApart() {
        var now = Instant.ofEpochMilli(1_000_000);
        var first = new Turns(null, now);
        assertThat(first.next()).isEqualTo(1_000_000);
        assertThat(first.next()).isEqualTo(1_000_000 + Turns.STRIDE);
        assertThat(new Turns(2_000_000L, now).next()).isEqualTo(2_000_000 + Turns.STRIDE);
        assertThat(new Turns(10L, now).next()).isEqualTo(1_000_000);
    }

    @Test
    void whoNobodyKnowsMetWithUsualPatience() {
        var backoff = new Backoff(Post.provider(BackoffPolicies.class, java.util.List.of()), new java.util.Random(1));
        assertThat(backoff.towards("unknown").policy()).isEqualTo(BackoffPolicy.USUAL);
    }
}
