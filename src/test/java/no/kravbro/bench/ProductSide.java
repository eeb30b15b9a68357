package no.kravbro.bench;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import no.kravbro.Kravbro;
import no.kravbro.creditor.Job;
import no.kravbro.delivery.Schedules;
import no.kravbro.delivery.Turns;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The product as it runs in production, all of it: its jobs, routes, desks, workers and tables. Only its clocks are ours: the
 * business day stands still, and the machine's time jumps over what the agency would need to decide.
 */
final class ProductSide implements Side {

    static final Instant MORNING = Instant.parse("2026-02-02T05:00:00Z");

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    /** Read from an end of the index, however many there are: to look must not cost what is measured. */
    private static final String OPEN =
            "(select turn from delivery where target = '%s' and turn %s order by target, turn"
                    + " fetch first 1 rows only)";

    private static final List<String> TARGETS = List.of("autocollect", "tripletex");

    private final CrankedClock machine;
    private final ConfigurableApplicationContext product;
    /** Ours, not watched. */
    private DataSource database;

    private final JdbcClient sql;
    private final Schedules schedules;

    ProductSide(List<String> settings, CrankedClock machine, UnaryOperator<DataSource> around) {
        this.machine = machine;
        SpringApplication application = new SpringApplication(Kravbro.class);
        application.addInitializers(context -> context.addBeanFactoryPostProcessor(beans -> {
            clock((BeanDefinitionRegistry) beans, "machine", machine);
            clock((BeanDefinitionRegistry) beans, "businessClock", Clock.fixed(MORNING, ZoneId.of("Europe/Oslo")));
            beans.addBeanPostProcessor(new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    if (bean instanceof DataSource found) {
                        database = found;
                        return around.apply(found);
                    }
                    return bean;
                }
            });
        }));
        product = application.run(settings.toArray(String[]::new));
        sql = JdbcClient.create(database);
        schedules = product.getBean(Schedules.class);
        until(() -> count("select count(*) from schedule where last_run_at is null") == 0);
    }

    private static void clock(BeanDefinitionRegistry registry, String name, Clock clock) {
        boolean primary = registry.getBeanDefinition(name).isPrimary();
        registry.removeBeanDefinition(name);
        RootBeanDefinition definition = new RootBeanDefinition(Clock.class, () -> clock);
        definition.setPrimary(primary);
        registry.registerBeanDefinition(name, definition);
    }

    DataSource database() {
        return database;
    }

    @Override
    public void claims(int units) {
        read(Job.SCAN);
    }

    @Override
    public void payments(int units) {
        read(Job.SETTLEMENTS);
    }

    /** Has a job run now, and waits until all that it gave rise to is settled. */
    private void read(Job job) {
        schedules.hint(CREDITOR, job.name());
        until(() -> ran(job) && first(">= " + Long.MIN_VALUE / 2) == null);
    }

    private boolean ran(Job job) {
        return sql.sql("select count(*) from schedule where creditor_id = :creditor and job = :job and holder is null"
                                + " and due_at > :now")
                        .param("creditor", CREDITOR)
                        .param("job", job.name())
                        .param("now", MORNING.atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single()
                == 1;
    }

    private interface Condition {
        boolean holds();
    }

    private void until(Condition condition) {
        while (!condition.holds()) {
            LockSupport.parkNanos(LOOK_NANOS);
            skipPause();
        }
    }

    /** When nothing can go on before a time, it is that time. */
    private void skipPause() {
        long now = Turns.rested(machine.instant());
        if (first(">= 0") == null && first("between " + Long.MIN_VALUE / 2 + " and " + now) == null) {
            Long next = first("between " + (now + 1) + " and -1");
            if (next != null) {
                machine.reach(Instant.ofEpochMilli(next - Turns.RESTED));
            }
        }
    }

    /** The least turn of those open deliveries whose turn is so, or null. */
    private Long first(String which) {
        return TARGETS.stream()
                .map(target -> sql.sql(OPEN.formatted(target, which))
                        .query(Long.class)
                        .optional()
                        .orElse(null))
                .filter(Objects::nonNull)
                .min(Long::compare)
                .orElse(null);
    }

    private long count(String query) {
        return sql.sql(query).query(Long.class).single();
    }

    @Override
    public void close() {
        product.close();
    }
}
