package no.kravbro.bundle;

import java.util.List;

/** What came of applying a plan. */
public sealed interface Applied {

    /** It runs on the node that was asked; the others follow. */
    record Runs(long rollout) implements Applied {}

    /** It does not pass, or could not be taken up; nothing has changed. */
    record Refused(List<Problem> problems) implements Applied {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** It was not tried; nothing has changed. */
    record Hindered(BundlePlan.Hindrance why) implements Applied {}
}
