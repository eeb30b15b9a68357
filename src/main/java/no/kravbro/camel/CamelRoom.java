package no.kravbro.camel;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import no.kravbro.RunningRoutes;
import no.kravbro.Settings;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.bundle.BundleArchive;
import no.kravbro.bundle.BundleHealth;
import no.kravbro.bundle.BundleStatus;
import no.kravbro.bundle.FirstBundle;
import no.kravbro.bundle.JavaRoute;
import no.kravbro.bundle.Mappings;
import no.kravbro.bundle.RouteLint;
import no.kravbro.bundle.RunningFolder;
import no.kravbro.bundle.StoredVersions;
import no.kravbro.bundle.VersionBook;
import no.kravbro.delivery.BatchSizes;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.SqlFiles;
import no.kravbro.delivery.Turns;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What routes and workers are made of. */
@Configuration
class CamelRoom {

    static final String TRIPLETEX = "tripletex";
    private static final int THREADS = 4;
    private static final int RUN_NAME = 8;
    /** More would make fewer commits, and let the claims of a small creditor wait for more of a huge one's. */
    private static final int TRANSMISSIONS = 4;

    private static final int MOST_CLAIMED = 1000;

    @Bean
    Mappings mappings(RunningRoutes routes) {
        return new Mappings(routes.path());
    }

    @Bean
    StoredVersions versionBook(JdbcClient sql, Settings settings, @Qualifier("machine") Clock machine) {
        return new StoredVersions(sql, machine, settings.node(), BundleArchive.productVersion());
    }

    /** A folder for each node, so that several may keep their data in one place. */
    @Bean
    RunningFolder runningFolder(Settings settings) {
        return RunningFolder.at(
                settings.data().resolve("running").resolve(settings.node().replaceAll("[^\\w-]", "_")));
    }

    @Bean
    FirstBundle firstBundle(Settings settings, RunningFolder home, RouteLint lint, VersionBook book) {
        return settings.routes().changes() == Settings.RouteChanges.PLANNED
                ? FirstBundle.agreed(settings.routes().path(), home, lint, book)
                : FirstBundle.choose(settings.routes().path(), home, lint, book);
    }

    /** Nobody reads there before it is chosen what to start with. */
    @Bean
    RunningRoutes runningRoutes(FirstBundle chosen, RunningFolder home) {
        return new RunningRoutes(home.path());
    }

    @Bean("map")
    MapComponent mapComponent(Mappings mappings) {
        return new MapComponent(mappings);
    }

    @Bean
    BundleStatus bundleStatus(@Qualifier("machine") Clock machine) {
        return new BundleStatus(machine);
    }

    @Bean
    BundleHealth bundleHealth(BundleStatus status) {
        return new BundleHealth(status);
    }

    @Bean
    RunningBundle runningBundle(BundleStatus status) {
        return () -> status.view().running();
    }

    @Bean
    WorkerSettings workerSettings(Settings settings, SqlFiles files) {
        Settings.Delivery delivery = settings.delivery();
        return new WorkerSettings(files.folder(), delivery.poll().toMillis(), delivery.batch(), THREADS);
    }

    /** Values of the claim statement; a worker's consumer asks for them at every look. */
    @Bean
    Function<String, ClaimParameters> claimParameters(
            Settings settings, BatchSizes batches, @Qualifier("machine") Clock machine) {
        AtomicLong claims = new AtomicLong();
        // A name of its own for every claim of every run, so that what an earlier claim of this node held, before a
        // restart too, is never taken for this one's.
        String run = settings.node() + "/" + UUID.randomUUID().toString().substring(0, RUN_NAME) + "-";
        return target -> new ClaimParameters(() -> {
            Map<String, Object> values = values(target, settings, machine, run + claims.incrementAndGet());
            values.put("limit", limit(settings, batches.of(target, DeliveryKind.SUBMIT_CLAIM)));
            return values;
        });
    }

    /** Where many travel together, enough for some transmissions. */
    private static int limit(Settings settings, int batch) {
        return Math.max(settings.delivery().batch(), Math.min(TRANSMISSIONS * batch, MOST_CLAIMED));
    }

    private static Map<String, Object> values(String target, Settings settings, Clock machine, String holder) {
        var now = machine.instant().atOffset(ZoneOffset.UTC);
        Map<String, Object> values = new HashMap<>();
        values.put("target", target);
        values.put("holder", holder);
        values.put("now", now);
        values.put("rested", Turns.RESTED);
        values.put("restedUntil", Turns.rested(machine.instant()));
        values.put("leaseUntil", now.plus(settings.delivery().lease()));
        return values;
    }

    static TreeSet<String> targets(AgencyProfiles profiles) {
        TreeSet<String> targets = new TreeSet<>(profiles.ids());
        targets.add(TRIPLETEX);
        return targets;
    }

    /** Routes that must not change without a build; added after the bundle, whose error handling they name. */
    @Bean
    JavaRoutes javaRoutes(AgencyProfiles profiles, WorkerSettings workers, Settings settings) {
        return () -> List.<RouteBuilder>of(
                new DeadLetterRoutes(),
                new ApiRoutes(),
                new WebhookRoutes(),
                new DeliveryRoutes(targets(profiles), workers),
                new ScheduleRoutes(settings.schedule().tick().toMillis()));
    }

    @Bean
    RouteLint routeLint() {
        return new RouteLint(JavaRoute.all());
    }
}
