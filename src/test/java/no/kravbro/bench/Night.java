package no.kravbro.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import no.kravbro.Kravbro;
import no.kravbro.fakes.MutableClock;
import no.kravbro.fakes.TestDatabases;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole product with many small creditors, their claims handed over; nights pass when they are pushed. */
final class Night implements AutoCloseable {

    private static final Instant FIRST_MORNING = Instant.parse("2026-02-02T05:30:00Z");
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long DAY_SECONDS = TimeUnit.DAYS.toSeconds(1);
    private static final String UNSETTLED =
            "select count(*) from (select id from delivery where turn is not null fetch first 1 rows only) d";

    private final NightSides sides;
    private final CrankedClock machine = new CrankedClock(Instant.EPOCH, 1);
    private final MutableClock business = new MutableClock(FIRST_MORNING);
    private final Statements statements = new Statements();
    private final ConfigurableApplicationContext product;
    private final JdbcClient sql;
    private DataSource database;
    private Instant morning = FIRST_MORNING;

    /** What a night took. @param calls by what they were for */
    record Taken(Map<String, Long> calls, long statements, long commits, long millis, long cpuMillis) {

        /** Calls that the sync of both sides makes: changes, settlements, cases. Logins and the day's scan are none. */
        long ofTheSync() {
            return calls.entrySet().stream()
                    .filter(each -> each.getKey().matches("changes.*|settlements|cases|/v2/ledger/posting"))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    Night(NightSides sides, Path creditors, Path folder, int claims) {
        this.sides = sides;
        List<String> settings = new ArrayList<>(ProductSettings.of("http://localhost:" + sides.port(), folder));
        settings.removeIf(each -> each.startsWith("--kravbro.creditors-file="));
        settings.add("--kravbro.creditors-file=" + creditors);
        settings.add("--kravbro.schedule.tick=20ms");
        settings.add("--spring.datasource.url=jdbc:h2:file:"
                + folder.resolve("h2").toAbsolutePath() + ";" + TestDatabases.H2_OPTIONS + ";DB_CLOSE_ON_EXIT=FALSE");
        settings.add("--spring.datasource.username=sa");
        SpringApplication application = new SpringApplication(Kravbro.class);
        application.addInitializers(context -> context.addBeanFactoryPostProcessor(beans -> {
            clock((BeanDefinitionRegistry) beans, "machine", machine);
            clock((BeanDefinitionRegistry) beans, "businessClock", business);
            beans.addBeanPostProcessor(new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    if (bean instanceof DataSource found) {
                        database = found;
                        return statements.around(found);
                    }
                    return bean;
                }
            });
        }));
        product = application.run(settings.toArray(String[]::new));
        sql = JdbcClient.create(database);
        until(() -> count("select count(*) from claim where state = 'ACCEPTED'") == claims);
        atRest();
    }

    private static void clock(BeanDefinitionRegistry registry, String name, Clock clock) {
        boolean primary = registry.getBeanDefinition(name).isPrimary();
        registry.removeBeanDefinition(name);
        RootBeanDefinition definition = new RootBeanDefinition(Clock.class, () -> clock);
        definition.setPrimary(primary);
        registry.registerBeanDefinition(name, definition);
    }

    /** All that becomes due until the next morning is done. */
    Taken passes() {
        sides.calls();
        long begun = System.nanoTime();
        long cpu =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
        long sent = statements.statements();
        long committed = statements.commits();
        morning = morning.plusSeconds(DAY_SECONDS);
        business.set(morning);
        atRest();
        return new Taken(
                new TreeMap<>(sides.calls()),
                statements.statements() - sent,
                statements.commits() - committed,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun),
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() - cpu);
    }

    long agreeing() {
        return count("select sum(agreeing) from agreement where on_day = (select max(on_day) from agreement)");
    }

    private void atRest() {
        until(() -> sql.sql("select count(*) from schedule where due_at <= :now or holder is not null")
                                .param("now", morning.atOffset(ZoneOffset.UTC))
                                .query(Long.class)
                                .single()
                        == 0
                && count(UNSETTLED) == 0);
    }

    private void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(LOOK_NANOS);
            // What waits for its time is waited for by the clock alone.
            sql.sql(
                            "select min(due_at) from delivery where turn is not null and state in ('WAITING', 'HANDED_OVER', 'UNKNOWN')")
                    .query(OffsetDateTime.class)
                    .optional()
                    .ifPresent(due -> machine.reach(due.toInstant()));
        }
    }

    private long count(String query) {
        return sql.sql(query).query(Long.class).single();
    }

    @Override
    public void close() {
        product.close();
    }
}
