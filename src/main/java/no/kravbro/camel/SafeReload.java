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
import no.kravbro.bundle.Mappings;
import no.kravbro.bundle.Problem;
import no.kravbro.bundle.RouteFiles;
import no.kravbro.bundle.RouteLint;
import no.kravbro.bundle.Snapshot;
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
    private final Mappings mappings;
    private final BundleStatus status;
    private final SafeReloadListener listener;
    private final SafeReloadRoutes routes;

    private Snapshot running = NOTHING;
    private Snapshot seen = NOTHING;
    private Snapshot tried = NOTHING;

    public SafeReload(
            CamelContext context,
            Path directory,
            RouteLint lint,
            Mappings mappings,
            BundleStatus status,
            SafeReloadListener listener) {
        this.directory = directory;
        this.lint = lint;
        this.scratch = ScratchContext.of(context);
        this.mappings = mappings;
        this.status = status;
        this.listener = listener;
        this.routes = new SafeReloadRoutes(context, listener::failureHandlingChanged);
    }

    /** Loads all route files, configurations first; throws {@link BundleRefused} when anything is wrong with any. */
    public synchronized void loadAll() throws Exception {
        Snapshot now = Snapshot.of(directory);
        refuse(lint.check(directory));
        try {
            routes.change(NOTHING, now);
        } catch (Exception e) {
            // Where nothing runs yet, taking it up is the trial; only its failure is worth a second one, which names
            // the file.
            refuse(check(now));
            throw e;
        }
        running = now;
        seen = now;
        tried = now;
        status.note(now.version(), now.version(), List.of());
        LOG.info("Bundle {} runs, {} files", now.version(), now.files().size());
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new BundleRefused(problems);
        }
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
    }

    private void accept(Snapshot next, Set<String> changed) throws Exception {
        for (String path : changed) {
            if (RouteFiles.isMapping(path) && next.files().containsKey(path)) {
                mappings.refresh(path);
            }
        }
        if (changed.stream().anyMatch(RouteFiles::isSettings)) {
            listener.profilesChanged();
        }
        routes.change(running, next);
        changed.stream().filter(path -> !next.files().containsKey(path)).forEach(mappings::forget);
        running = next;
        LOG.info("Bundle {} runs, changed: {}", next.version(), changed);
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
