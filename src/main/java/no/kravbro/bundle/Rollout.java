package no.kravbro.bundle;

import java.time.Instant;
import java.util.List;

/**
 * A bundle that was taken up for all nodes.
 *
 * @param base version that ran before
 * @param node node that took it up first
 * @param watchUntil until then it goes back by itself when it does worse than what ran before
 * @param before how the base did in as long a time before
 * @param detail why it was refused or left, or null
 * @param answers what the nodes said, first to last
 */
public record Rollout(
        long id,
        String planId,
        String base,
        String version,
        Occasion why,
        String node,
        State state,
        Instant at,
        Instant watchUntil,
        BundleFigures.Figures before,
        String detail,
        List<Answer> answers) {

    public Rollout {
        answers = List.copyOf(answers);
    }

    /** Where it stands. */
    public enum State {
        /** The first node is at it. */
        TRYING,
        /** It runs, and is compared with what ran before. */
        WATCHED,
        /** It ran through that time. */
        STANDS,
        /** The first node could not take it up; nothing has changed. */
        REFUSED,
        /** A later node could not take it up; those that follow do not try. */
        STOPPED,
        /** It did worse, and what ran before runs again. */
        LEFT
    }

    /** @param detail why it was not taken up, or null */
    public record Answer(String node, boolean took, String detail, Instant at) {}

    /** Nodes that run something else than the rest. */
    public boolean isSplit() {
        return answers.stream().anyMatch(answer -> !answer.took());
    }
}
