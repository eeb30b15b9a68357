package no.kravbro.delivery;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Growing pauses with jitter, so that many that failed together do not come back together. */
@Component
class Backoff {
    private static final int DOUBLINGS = 30;
    private final BackoffPolicies policies;
    private final RandomGenerator random;

    Backoff(ObjectProvider<BackoffPolicies> policies, RandomGenerator random) {
        this.policies = policies.getIfAvailable(() -> target -> BackoffPolicy.USUAL);
        this.random = random;
    }

    /** The patience with a target, with one throw of the dice: members of a transmission stay together. */
    Pauses towards(String target) {
        return new Pauses(policies.of(target), random.nextDouble());
    }

    /** The pauses of one recording. */
    record Pauses(BackoffPolicy policy, double dice) {

        /** Before the next send, never shorter than what the far side asked for. */
        Duration retry(int attempts, Duration asked) {
            var own = growing(policy.firstRetry(), policy.longestRetry(), attempts);
            return jittered(asked == null ? own : longer(asked, own));
        }

        /** Before the next inquiry. */
        Duration inquiry(int inquiries, Duration asked) {
            var own = growing(policy.firstInquiry(), policy.longestInquiry(), inquiries + 1);
            return jittered(asked == null ? own : longer(asked, own));
        }

        /** Before the first inquiry about something they have taken for processing. */
        Duration answer(int inquiries) {
            var grown = growing(policy.answerAfter(), policy.longestInquiry(), inquiries + 1);
            return longer(grown, policy.answerAfter());
        }

        private static Duration growing(Duration first, Duration longest, int times) {
            var doublings = Math.min(Math.max(times - 1, 0), DOUBLINGS);
            var grown = first.multipliedBy(1L << doublings);
            return Collections.min(List.of(grown, longest));
        }

        private static Duration longer(Duration one, Duration other) {
            return Collections.max(List.of(one, other));
        }

        private Duration jittered(Duration pause) {
            return pause.plusMillis((long) (pause.toMillis() * policy.jitter() * dice));
        }
    }
}
