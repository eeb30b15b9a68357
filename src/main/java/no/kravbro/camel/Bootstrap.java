package no.kravbro.camel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import no.kravbro.Settings;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.agency.AnswerTables;
import no.kravbro.bundle.BundleStatus;
import no.kravbro.bundle.FirstBundle;
import no.kravbro.bundle.FolderRule;
import no.kravbro.bundle.Mappings;
import no.kravbro.bundle.RolloutWatch;
import no.kravbro.bundle.RouteLint;
import no.kravbro.bundle.RunningFolder;
import no.kravbro.bundle.VersionBook;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Brings the routes up in the one order that is safe: the bundle with its error handling, then the routes written in Java
 * that name it; and watches the bundle from then on.
 */
@Component
class Bootstrap implements CamelContextConfiguration, ApplicationRunner, SafeReloadListener {

    private static final Logger LOG = LoggerFactory.getLogger(Bootstrap.class);
    private static final long OTHERS_MILLIS = 2000;

    private final Settings settings;
    private final AgencyProfiles profiles;
    private final AnswerTables answers;
    private final Mappings mappings;
    private final RunningFolder home;
    private final FirstBundle first;
    private final VersionBook book;
    private final RouteLint lint;
    private final BundleStatus status;
    private final JavaRoutes javaRoutes;
    private final WorkerSettings workers;
    private final JobDesk jobs;
    private final Function<String, ClaimParameters> parameters;
    private final FolderRule folder;
    private final LiveBundle live;
    private final RolloutWatch rollouts;
    private CamelContext context;

    Bootstrap(
            Settings settings,
            AgencyProfiles profiles,
            AnswerTables answers,
            Mappings mappings,
            RunningFolder home,
            FirstBundle first,
            VersionBook book,
            RouteLint lint,
            BundleStatus status,
            JavaRoutes javaRoutes,
            WorkerSettings workers,
            JobDesk jobs,
            Function<String, ClaimParameters> parameters,
            FolderRule folder,
            LiveBundle live,
            RolloutWatch rollouts) {
        this.settings = settings;
        this.profiles = profiles;
        this.answers = answers;
        this.mappings = mappings;
        this.home = home;
        this.first = first;
        this.book = book;
        this.lint = lint;
        this.status = status;
        this.javaRoutes = javaRoutes;
        this.workers = workers;
        this.jobs = jobs;
        this.parameters = parameters;
        this.folder = folder;
        this.live = live;
        this.rollouts = rollouts;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        context = camel;
        targets();
    }

    /** What each far side's worker needs; one that has it keeps it. */
    private void targets() {
        for (String target : CamelRoom.targets(profiles)) {
            bind(target);
        }
    }

    private void bind(String target) {
        String bean = "claimParameters." + target;
        if (context.getRegistry().lookupByName(bean) != null) {
            return;
        }
        context.getRegistry().bind(bean, parameters.apply(target));
        context.getExecutorServiceManager()
                .registerThreadPoolProfile(new ThreadPoolProfileBuilder("workers." + target)
                        .poolSize(workers.threads())
                        .maxPoolSize(workers.threads())
                        // Further works wait where they come from, so that not all of a claim need be in memory.
                        .maxQueueSize(workers.threads())
                        .build());
    }

    /** Camel swallows what its own start-up hook throws; a bundle that cannot run must stop the start. */
    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        SafeReload reload =
                new SafeReload(context, settings.routes().path(), home, lint, mappings, status, book, this, folder);
        reload.loadAll(first);
        addJavaRoutes();
        jobs.ensureAll();
        live.is(reload);
        ScheduledExecutorService watcher = watcher(context);
        reload.watch(watcher);
        watcher.scheduleWithFixedDelay(this::lookAtOthers, 0, OTHERS_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A look that fails must not be the last. */
    private void lookAtOthers() {
        try {
            rollouts.look();
        } catch (RuntimeException e) {
            LOG.error("Changes of other nodes could not be followed", e);
        }
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        // Routes come later, in run().
    }

    private static ScheduledExecutorService watcher(CamelContext camel) {
        return camel.getExecutorServiceManager().newSingleThreadScheduledExecutor(Bootstrap.class, "bundle-watch");
    }

    private void addJavaRoutes() throws Exception {
        for (RouteBuilder builder : javaRoutes.make()) {
            context.addRoutes(builder);
        }
    }

    @Override
    public void profilesChanged() {
        List<String> faults = new ArrayList<>(profiles.reload());
        answers.reload().ifPresent(faults::add);
        // The bundle's status tells of them too: what is faulty was refused before.
        faults.forEach(fault -> LOG.warn("Stays as it was: {}", fault));
        targets();
        jobs.ensureAll();
    }

    @Override
    public void failureHandlingChanged() {
        try {
            for (RouteBuilder builder : javaRoutes.make()) {
                context.addRoutes(builder);
            }
        } catch (Exception e) {
            throw new IllegalStateException("Routes written in Java could not be added again", e);
        }
    }
}
