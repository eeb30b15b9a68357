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
import no.kravbro.bundle.BundleNode;
import no.kravbro.bundle.BundleRefused;
import no.kravbro.bundle.BundleStatus;
import no.kravbro.bundle.Choice;
import no.kravbro.bundle.FirstBundle;
import no.kravbro.bundle.FolderRule;
import no.kravbro.bundle.Mappings;
import no.kravbro.bundle.Occasion;
import no.kravbro.bundle.Occasion.Cause;
import no.kravbro.bundle.Problem;
import no.kravbro.bundle.RouteFiles;
import no.kravbro.bundle.RouteLint;
import no.kravbro.bundle.RunningFolder;
import no.kravbro.bundle.Snapshot;
import no.kravbro.bundle.VersionBook;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Runs the bundle, and takes another up: linted and built in a dry run first; what is refused changes nothing. Watches the
 * routes directory too: a change is read twice the same before it counts, and is then taken up, as far as it passes, or
 * proposed to people as a whole, as the rule for the folder says.
 *
 * <p>Camel's own reload is not used: a broken file leaves it without routes.
 */
public final class SafeReload implements BundleNode {

    private static final Logger LOG = LoggerFactory.getLogger(SafeReload.class);
    private static final long SCAN_MILLIS = 500;
    private static final Occasion FROM_FOLDER = Occasion.of(Cause.FOLDER);
    private static final Snapshot NOTHING = new Snapshot(new TreeMap<>());

    private final Path directory;
    private final RouteLint lint;
    private final ScratchContext scratch;
    private final RunningFolder home;
    private final Mappings mappings;
    private final BundleStatus status;
    private final VersionBook book;
    private final SafeReloadListener listener;
    private final FolderRule folder;
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
            SafeReloadListener listener,
            FolderRule folder) {
        this.directory = directory;
        this.home = home;
        this.lint = lint;
        this.scratch = ScratchContext.of(context);
        this.mappings = mappings;
        this.status = status;
        this.book = book;
        this.listener = listener;
        this.folder = folder;
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
        // What only waits for somebody to apply it is looked at as any other change of the folder.
        tried = first.refusals().isEmpty() ? running : first.folder();
        if (first.refusals().isEmpty()) {
            status.note(running.version(), tried.version(), List.of());
            book.runs(running, Occasion.of(Cause.START));
            LOG.info(
                    "Bundle {} runs, {} files",
                    running.version(),
                    running.files().size());
            return;
        }
        status.noteSteppedBack(running.version(), tried.version(), first.refusals());
        book.refused(tried, Occasion.of(Cause.START), first.refusals());
        book.runs(running, Occasion.of(Cause.LAST_GOOD));
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
            if (folder.applies()) {
                tryOut(now);
            } else {
                offer(now);
            }
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

    private void offer(Snapshot wanted) {
        List<Problem> refusals = wanted.equals(running) ? List.of() : check(wanted);
        noteRefused(refusals);
        if (!refusals.isEmpty()) {
            book.refused(wanted, FROM_FOLDER, refusals);
        } else if (!wanted.equals(running)) {
            folder.proposed(running, wanted);
        }
    }

    @Override
    public synchronized Snapshot running() {
        if (running.files().isEmpty()) {
            throw new IllegalStateException("No bundle runs yet");
        }
        return running;
    }

    @Override
    public synchronized List<Problem> takeUp(Snapshot wanted, Occasion why) {
        List<Problem> refusals = check(wanted);
        if (refusals.isEmpty()) {
            refusals = taken(wanted, wanted.differences(running), why);
        }
        status.note(running.version(), wanted.version(), refusals);
        if (!refusals.isEmpty()) {
            book.refused(wanted, why, refusals);
        }
        return refusals;
    }

    private void tryOut(Snapshot wanted) {
        Choice choice = Choice.of(running, wanted, this::check);
        List<Problem> refusals = choice.refusals();
        Set<String> changed = choice.accepted().differences(running);
        if (!changed.isEmpty()) {
            List<Problem> failed = taken(choice.accepted(), changed, FROM_FOLDER);
            refusals = failed.isEmpty() ? refusals : failed;
        }
        noteRefused(refusals);
        if (!refusals.isEmpty()) {
            book.refused(wanted, FROM_FOLDER, refusals);
        }
    }

    private List<Problem> taken(Snapshot next, Set<String> changed, Occasion why) {
        try {
            accept(next, changed, why);
            return List.of();
        } catch (Exception e) {
            LOG.error("Bundle {} passed the dry run but could not be taken up", next.version(), e);
            String file = changed.stream().findFirst().orElse("");
            return List.of(new Problem(file, 0, "take-up", String.valueOf(e.getMessage())));
        }
    }

    private void accept(Snapshot next, Set<String> changed, Occasion why) throws Exception {
        book.keep(next);
        boolean switched = false;
        try {
            bring(next, changed);
            routes.change(running, next);
            switched = true;
            // What cannot be written down does not run: the next start would not know of it.
            book.runs(next, why);
        } catch (Exception e) {
            bring(running, changed);
            if (switched) {
                routes.change(next, running);
            }
            forgetGone(running, changed);
            throw e;
        }
        forgetGone(next, changed);
        running = next;
        LOG.info("Bundle {} runs, changed: {}", next.version(), changed);
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

    @Override
    public List<Problem> check(Snapshot candidate) {
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
