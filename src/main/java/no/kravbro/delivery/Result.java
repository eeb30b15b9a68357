package no.kravbro.delivery;

import java.util.Map;

/**
 * What became of one work.
 *
 * @param outcomes by delivery id; a member that is not named counts as Unknown
 * @param run what it ran on
 * @param absencesProve how many absences in a row prove NotSent; 0 = as the target's policy says
 */
public record Result(Work work, Map<Long, Outcome> outcomes, Run run, int absencesProve) {

    /** The far side said nothing about it. */
    static final Outcome SILENCE = new Outcome.Unknown("NO_ANSWER", "The answer does not mention it");

    public Result {
        outcomes = Map.copyOf(outcomes);
    }

    public Result(Work work, Map<Long, Outcome> outcomes, Run run) {
        this(work, outcomes, run, 0);
    }
}
