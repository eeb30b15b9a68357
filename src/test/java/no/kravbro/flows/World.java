package no.kravbro.flows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import no.kravbro.Kravbro;
import no.kravbro.delivery.Turns;
import no.kravbro.routes.RouteCoverage;
import no.kravbro.sandbox.Newcomer;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.secret.SealedColumn;
import no.kravbro.secret.Sealer;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole product against the whole sandbox, for flow tests: real routes, real wires on loopback, a database of its own. The
 * sandbox's time stands still unless it is pushed. At its end every request is held against the contracts.
 */
public final class World implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final SandboxTown town;
    private final String database;
    private final List<String> settings;
    private final MachineTime machine = new MachineTime();
    private Consumer<BeanDefinitionRegistry> changes = beans -> {};
    private final List<ApplicationContextInitializer<ConfigurableApplicationContext>> initializers = new ArrayList<>();
    private ConfigurableApplicationContext product;
    private final ProgramKey key = new ProgramKey(this);

    /** @param more settings of this test, {@code key=value}, over those of the sandbox profile */
    public World(String name, String... more) {
        this(town(SandboxTown.Story.SHOWN, null), name, more);
    }

    public World(SandboxTown town, String name, String... more) {
        this.town = town;
        this.database = "jdbc:h2:mem:" + name
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;OPTIMIZE_REUSE_RESULTS=0;QUERY_CACHE_SIZE=0;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1";
        this.settings = new ArrayList<>(List.of(
                "spring.datasource.url=" + database,
                "server.port=0",
                "kravbro.creditors-file=src/test/resources/sandbox/creditors-autocollect.yaml",
                "kravbro.delivery.poll=50ms",
                "kravbro.schedule.tick=100ms",
                "kravbro.clock.poll=50ms",
                "kravbro.node=" + name));
        town.agreeOn(machine);
        settings.addAll(Arrays.asList(town.settings()));
        for (String setting : more) {
            String key = setting.substring(0, setting.indexOf('=') + 1);
            settings.removeIf(each -> each.startsWith(key));
            settings.add(setting);
        }
    }

    /**
     * A started product that has read all invoices of the town and handed over none; from here on claims leave, one by one as
     * a test begins a {@link Journey}. No scan is due until time is pushed.
     */
    public static World afterReading(SandboxTown town, String name, String... more) {
        return afterReading(Path.of("src/test/resources/sandbox/creditors-dry-run.yaml"), town, name, more);
    }

    /** The same for other creditors. @param dryRun their file, in which each of them is DRY_RUN */
    public static World afterReading(Path dryRun, SandboxTown town, String name, String... more) {
        World reading = new World(town, name, "kravbro.creditors-file=" + dryRun);
        reading.start();
        reading.until(
                "invoices read", () -> reading.count("select count(*) from schedule where last_run_at is null") == 0);
        reading.stop();
        return new World(town, name, more).start();
    }

    /** A port that nobody listens on. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A town of its own whose time stands still. @param webhooks where the agency sends its events, or null */
    public static SandboxTown town(SandboxTown.Story story, String webhooks) {
        return town(story, webhooks, List.of());
    }

    /** The same with more agencies. */
    public static SandboxTown town(SandboxTown.Story story, String webhooks, List<Newcomer> newcomers) {
        return new SandboxTown(null, SandboxTown.Ports.ANY, stopped(), webhooks, 7, story, newcomers).start();
    }

    private static Clock stopped() {
        return Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    }

    /** The product starts with these beans of a test instead of its own. */
    public World with(Consumer<BeanDefinitionRegistry> beans) {
        changes = beans;
        return this;
    }

    /** Something that every start of the product has to begin with. */
    public World beginning(ApplicationContextInitializer<ConfigurableApplicationContext> initializer) {
        initializers.add(initializer);
        return this;
    }

    /** Starts the product; again after {@link #stop} on the same database. */
    public World start() {
        SpringApplication application = new SpringApplication(Kravbro.class);
        application.setAdditionalProfiles("sandbox");
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("routeCoverage", RouteCoverage.INSTANCE));
        application.addInitializers(context -> context.addBeanFactoryPostProcessor(this::ourMachineTime));
        initializers.forEach(application::addInitializers);
        product =
                application.run(settings.stream().map(setting -> "--" + setting).toArray(String[]::new));
        return this;
    }

    private void ourMachineTime(ConfigurableListableBeanFactory beans) {
        BeanDefinitionRegistry registry = (BeanDefinitionRegistry) beans;
        registry.removeBeanDefinition("machine");
        registry.registerBeanDefinition("machine", new RootBeanDefinition(Clock.class, () -> machine));
        changes.accept(registry);
    }

    public void stop() {
        product.close();
    }

    /** Address of its database, for a look that does not go through the product. */
    public String database() {
        return database;
    }

    public SandboxTown town() {
        return town;
    }

    /** What the product takes for the machine's time of day: real time, and the pauses skipped so far. */
    public MachineTime machine() {
        return machine;
    }

    public <T> T bean(Class<T> type) {
        return product.getBean(type);
    }

    /** All beans of a type, by name. */
    public <T> Map<String, T> beans(Class<T> type) {
        return product.getBeansOfType(type);
    }

    public JdbcClient sql() {
        return product.getBean(JdbcClient.class);
    }

    /** The snapshot of an invoice as a test wants it, past the product. */
    public void rewriteInvoice(String creditorId, long invoiceId, UnaryOperator<String> change) {
        String where = " where creditor_id = :creditor and invoice_id = :id";
        String stored = sql().sql("select snapshot from invoice" + where)
                .param("creditor", creditorId)
                .param("id", invoiceId)
                .query(String.class)
                .single();
        String plain = bean(Sealer.class).open(SealedColumn.INVOICE.place(creditorId, invoiceId), stored);
        sql().sql("update invoice set snapshot = :changed" + where)
                .param("changed", change.apply(plain))
                .param("creditor", creditorId)
                .param("id", invoiceId)
                .update();
    }

    public long count(String sql) {
        return sql().sql(sql).query(Long.class).single();
    }

    /**
     * Whatever waits for its time is due now, and no other time passes. Row by row: a statement over many rows would lock them
     * in another order than the workers do.
     */
    public void hurry() {
        OffsetDateTime now = machine.instant().atOffset(ZoneOffset.UTC);
        String waiting = " state in ('WAITING', 'UNKNOWN', 'HANDED_OVER') and due_at > :now";
        sql().sql("select id from delivery where" + waiting)
                .param("now", now)
                .query(Long.class)
                .list()
                .forEach(id -> sql().sql("update delivery set due_at = :now, turn = :turn where id = :id and" + waiting)
                        .param("now", now)
                        .param("turn", Turns.rested(machine.instant()))
                        .param("id", id)
                        .update());
    }

    /** Lets the agency decide its queued batches and send its events. */
    public void agencyWorks() {
        town.work();
    }

    /** Pushes the sandbox by whole days, so that its inhabitants live through each. */
    public void days(int days) {
        town.control().advanceDays(days);
    }

    /** Waits until it holds; the agency keeps working meanwhile. */
    public void until(String what, Callable<Boolean> holds) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(25))
                .until(() -> {
                    agencyWorks();
                    return holds.call();
                });
    }

    /** Waits until it holds, without sitting out pauses: when nothing can go on before a time, it is that time. */
    public void untilWithoutPauses(String what, Callable<Boolean> holds) {
        until(what, () -> {
            boolean done = holds.call();
            if (!done) {
                machine.skipPause(sql());
            }
            return done;
        });
    }

    /** Waits until nothing is under way: every delivery settled, or dead and in the dead letters. */
    public void untilQuiet() {
        untilWithoutPauses(
                "everything settled",
                () -> count("select count(*) from delivery d where state not in ('DONE', 'CANCELLED', 'DEAD')"
                                + " or state = 'DEAD' and not exists"
                                + " (select 1 from dead_letter l where l.delivery_id = d.id)")
                        == 0);
    }

    /** Waits until every job that is due by the sandbox's time has run. */
    public void untilJobsAreDone() {
        untilWithoutPauses(
                "jobs of the day done",
                () -> sql().sql("select count(*) from schedule where holder is not null or due_at <= :now")
                                .param("now", town.clock().instant().atOffset(ZoneOffset.UTC))
                                .query(Long.class)
                                .single()
                        == 0);
    }

    /** A call of the API under {@code /api/v1}, as a program makes it that may do all. */
    public HttpRequest.Builder api(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + "/api/v1" + path))
                .header("Authorization", "Bearer " + key.value());
    }

    public ProgramKey key() {
        return key;
    }

    /** Port of the product's own web server. */
    public int port() {
        return product.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        if (product != null) {
            product.close();
        }
        town.close();
        WireContract.check(town);
    }
}
