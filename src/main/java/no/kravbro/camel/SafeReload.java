package no.kravbro.camel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import no.kravbro.bundle.BundleRefused;
import no.kravbro.bundle.BundleStatus;
import no.kravbro.bundle.Choice;
import no.kravbro.bundle.FirstBundle;
import no.kravbro.bundle.Mappings;
import no.kravbro.bundle.Problem;
import no.kravbro.bundle.RouteFiles;
import no.kravbro.bundle.RouteLint;
import no.kravbro.bundle.RunningFolder;
import no.kravbro.bundle.Snapshot;
import no.kravbro.bundle.VersionBook;
import no.kravbro.bundle.VersionBook.Cause;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Keeps the running routes in step with the routes directory. A change is read twice the same before it counts, then
 * linted and built in a dry run; what is refused changes nothing, and the last good version of it keeps running.
 *
 * <p>Camel's own reload is not used: a broken file leaves it without routes.
 */
public final class SafeReload {

    private static final Logger LOG = LoggerFactory.getLogger(SafeReload.class);
    private static final long SCAN_MILLIS = 500;
    private static final Snapshot NOTHING = new Snapshot(new TreeMap<>());

    private final Path directory;
    private final RouteLint lint;
    private final ScratchContext scratch;
    private final RunningFolder home;
    private final Mappings mappings;
    private final BundleStatus status;
    private final VersionBook book;
    private final SafeReloadListener listener;
    private final SafeReloadRoutes routes;

    private Snapshot running = NOTHING;
    private Snapshot seen = NOTHING;
    private Snapshot tried = NOTHING;

    /**
     * @param directory what people change
     * @param home what the product reads: the files of the running bundle
     */
    public SafeReload(
            CamelContext context,
            Path directory,
            RunningFolder home,
            RouteLint lint,
            Mappings mappings,
            BundleStatus status,
            VersionBook book,
            SafeReloadListener listener) {
        this.directory = directory;
        this.home = home;
        this.lint = lint;
        this.scratch = ScratchContext.of(context);
        this.mappings = mappings;
        this.status = status;
        this.book = book;
        this.listener = listener;
        this.routes = new SafeReloadRoutes(context, listener::failureHandlingChanged);
    }

    /**
     * Loads all route files, configurations first. Where the folder's cannot be taken up, the bundle that ran last is; throws
     * {@link BundleRefused} when there is none.
     */
    public synchronized void loadAll(FirstBundle chosen) throws Exception {
        FirstBundle first = chosen;
        book.keep(first.bundle());
        try {
            routes.change(NOTHING, first.bundle());
        } catch (Exception e) {
            first = instead(chosen, e);
            routes.change(NOTHING, first.bundle());
        }
        begin(first);
    }

    /** Where nothing runs yet, taking it up is the trial; only its failure is worth a second one, which names the file. */
    private FirstBundle instead(FirstBundle failed, Exception why) throws Exception {
        List<Problem> problems = check(failed.bundle());
        if (problems.isEmpty()) {
            throw why;
        }
        if (!failed.refusals().isEmpty()) {
            throw new BundleRefused(failed.refusals());
        }
        FirstBundle first = FirstBundle.instead(failed.folder(), problems, home, lint, book);
        bring(first.bundle(), first.bundle().differences(failed.bundle()));
        return first;
    }

    private void begin(FirstBundle first) {
        running = first.bundle();
        seen = first.folder();
        tried = first.folder();
        if (first.refusals().isEmpty()) {
            status.note(running.version(), tried.version(), List.of());
            book.runs(running, Cause.START);
            LOG.info(
                    "Bundle {} runs, {} files",
                    running.version(),
                    running.files().size());
            return;
        }
        status.noteSteppedBack(running.version(), tried.version(), first.refusals());
        book.refused(tried, Cause.START, first.refusals());
        book.runs(running, Cause.LAST_GOOD);
        LOG.error(
                "{} holds bundle {}, which does not pass. Started with {}, which ran last, instead: mend the folder",
                directory,
                tried.version(),
                running.version());
        first.refusals().forEach(problem -> LOG.error("Refused: {}", problem));
    }

    /** Looks at the directory twice a second, by machine time. */
    public void watch(ScheduledExecutorService machine) {
        machine.scheduleWithFixedDelay(this::scan, SCAN_MILLIS, SCAN_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** One look at the directory. The second look that finds the same change acts on it. */
    public synchronized void scanNow() {
        Snapshot now = Snapshot.of(directory);
        boolean settled = now.equals(seen);
        seen = now;
        if (settled && !now.equals(tried)) {
            tried = now;
            tryOut(now);
        }
    }

    /** A failing look must not end the watch: it is noted where operations see it, and the next look comes. */
    private void scan() {
        try {
            scanNow();
        } catch (RuntimeException e) {
            LOG.error("The routes directory {} could not be tried", directory, e);
            noteRefused(List.of(new Problem(directory.toString(), 0, "trial", String.valueOf(e.getMessage()))));
        }
    }

    private void tryOut(Snapshot wanted) {
        Choice choice = Choice.of(running, wanted, this::check);
        List<Problem> refusals = choice.refusals();
        Set<String> changed = choice.accepted().differences(running);
        if (!changed.isEmpty()) {
            try {
                accept(choice.accepted(), changed);
            } catch (Exception e) {
                LOG.error("Bundle {} passed the dry run but could not be taken up", wanted.version(), e);
                refusals =
                        List.of(new Problem(changed.iterator().next(), 0, "take-up", String.valueOf(e.getMessage())));
            }
        }
        noteRefused(refusals);
        if (!refusals.isEmpty()) {
            book.refused(wanted, Cause.FOLDER, refusals);
        }
    }

    private void accept(Snapshot next, Set<String> changed) throws Exception {
        book.keep(next);
        try {
            bring(next, changed);
            routes.change(running, next);
        } catch (Exception e) {
            bring(running, changed);
            forgetGone(running, changed);
            throw e;
        }
        forgetGone(next, changed);
        running = next;
        LOG.info("Bundle {} runs, changed: {}", next.version(), changed);
        book.runs(next, Cause.FOLDER);
    }

    /** Makes this bundle's files the ones that are read, and everything that has read the changed ones read them again. */
    private void bring(Snapshot bundle, Set<String> changed) {
        home.hold(bundle);
        for (String path : changed) {
            if (RouteFiles.isMapping(path) && bundle.files().containsKey(path)) {
                mappings.refresh(path);
            }
        }
        if (changed.stream().anyMatch(RouteFiles::isSettings)) {
            listener.profilesChanged();
        }
    }

    private void forgetGone(Snapshot bundle, Set<String> changed) {
        changed.stream().filter(path -> !bundle.files().containsKey(path)).forEach(mappings::forget);
    }

    private void noteRefused(List<Problem> refusals) {
        if (refusals.isEmpty() && !status.view().refusals().isEmpty()) {
            LOG.info("Nothing is refused any more, bundle {} runs", running.version());
        }
        status.note(running.version(), tried.version(), refusals);
        refusals.forEach(problem -> LOG.warn("Refused, bundle {} keeps running: {}", running.version(), problem));
    }

    private List<Problem> check(Snapshot candidate) {
        try {
            Path trial = Files.createTempDirectory("kravbro-bundle");
            try {
                candidate.writeTo(trial);
                List<Problem> problems = lint.check(trial);
                return problems.isEmpty()
                        ? scratch.tryOut(trial, candidate).stream().toList()
                        : problems;
            } finally {
                FileSystemUtils.deleteRecursively(trial);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The candidate bundle cannot be written", e);
        }
    }
}
