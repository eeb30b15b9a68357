package no.kravbro.bundle;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Which version of the bundle runs, which was tried last, and what of it was refused and why. Safe for many threads. */
public final class BundleStatus {

    /**
     * @param running version that runs, or empty before the first
     * @param since machine time at which it began to run
     * @param tried version that was tried last; the same as running when nothing is refused
     * @param refusals why files of the tried version do not run; the last good ones do
     * @param steppedBack whether the product started with the version that ran last, because the folder's did not pass, and
     *     something of the folder is still refused
     */
    public record View(String running, Instant since, String tried, List<Problem> refusals, boolean steppedBack) {
        public View {
            refusals = List.copyOf(refusals);
        }
    }

    private final Clock machine;
    private volatile View view;

    public BundleStatus(Clock machine) {
        this.machine = machine;
        this.view = new View("", Instant.EPOCH, "", List.of(), false);
    }

    public View view() {
        return view;
    }

    /** Notes what came of a trial. */
    public void note(String running, String tried, List<Problem> refusals) {
        Instant since = running.equals(view.running()) ? view.since() : machine.instant();
        view = new View(running, since, tried, refusals, view.steppedBack() && !refusals.isEmpty());
    }

    /** Notes that the start had to take the version that ran last. */
    public void noteSteppedBack(String running, String tried, List<Problem> refusals) {
        view = new View(running, machine.instant(), tried, refusals, true);
    }
}
