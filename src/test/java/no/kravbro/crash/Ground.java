package no.kravbro.crash;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import no.kravbro.camel.Folders;
import no.kravbro.delivery.Inbox;
import no.kravbro.delivery.SqlFiles;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.flows.World;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.ecpay.EcpayNeighbour;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.spi.ThreadPoolFactory;
import org.quartz.Scheduler;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** The whole product and the whole town on one machine where nothing happens by itself. */
final class Ground implements AutoCloseable {

    private static final Instant BEGIN = Instant.parse("2026-01-05T07:00:00Z");

    final Fate fate = new Fate();
    final Steps steps = new Steps();
    final StoppedTime machine = new StoppedTime(BEGIN);
    final Sabotage sabotage = new Sabotage();
    final MortalWires wires = new MortalWires(fate, steps);
    final SandboxTown town;
    final World world;
    final Doorbell doorbell = new Doorbell(fate);
    private final Driver driver;
    private Random dice = new Random(0);
    private MortalDatabase database;

    Ground(String name) {
        this(name, memory(name));
    }

    /** @param settings of this test, {@code key=value}, with the database */
    Ground(String name, String... settings) {
        town = new SandboxTown(
                        null,
                        SandboxTown.Ports.ANY,
                        Clock.fixed(BEGIN, ZoneOffset.UTC),
                        machine,
                        doorbell.url(),
                        7,
                        SandboxTown.Story.SHOWN,
                        List.of())
                .start();
        town.tripletex().accountantsRest();
        wires.over(new Lines(town));
        world = new World(town, name, with(settings)).with(this::change);
        town.agreeOn(machine);
        world.start();
        doorbell.opens(world.port());
        if (world.bean(CamelContext.class)
                        .getComponent("quartz", QuartzComponent.class)
                        .isAutoStartScheduler()
                || !world.beans(Scheduler.class).isEmpty()) {
            throw new IllegalStateException("Something ticks by itself");
        }
        driver = new Driver(this);
    }

    private static String memory(String name) {
        return "spring.datasource.url=jdbc:h2:mem:" + name + ";" + TestDatabases.H2_OPTIONS + ";DB_CLOSE_DELAY=-1";
    }

    private static String[] with(String... settings) {
        return Stream.concat(
                        Stream.of(settings),
                        Stream.of(
                                "kravbro.creditors-file=src/test/resources/crash/creditors.yaml",
                                "camel.main.jmx-enabled=false",
                                "camel.metrics.enable-route-policy=false",
                                "camel.metrics.enable-exchange-event-notifier=false",
                                "camel.metrics.enable-route-event-notifier=false",
                                "logging.level.root=off",
                                "logging.level.no.kravbro=off"))
                .toArray(String[]::new);
    }

    private void change(BeanDefinitionRegistry beans) {
        put(beans, "machine", Clock.class, machine);
        beans.removeBeanDefinition("businessClock");
        RootBeanDefinition business = new RootBeanDefinition(Clock.class, town::clock);
        business.setPrimary(true);
        beans.registerBeanDefinition("businessClock", business);
        beans.removeBeanDefinition("sftpFolders");
        Folders folders = new MortalFolders(
                fate, steps, wires, town.neighbour(EcpayNeighbour.class).sandbox());
        put(beans, "folders", Folders.class, folders);
        replace(beans, "inboxDoor", Sabotage.Door.class, bean -> sabotage.new Door(bean.getBean(Inbox.class)));
        put(beans, "backoffDice", RandomGenerator.class, () -> dice.nextLong());
        put(beans, "steps", InterceptStrategy.class, steps);
        put(beans, "drivenThreads", ThreadPoolFactory.class, new DrivenThreads());
        put(beans, "noTicks", ComponentCustomizer.class, noTicks());
        put(beans, "mortalParts", BeanPostProcessor.class, mortalParts());
    }

    private static <T> void put(BeanDefinitionRegistry beans, String name, Class<T> type, T bean) {
        if (beans.containsBeanDefinition(name)) {
            beans.removeBeanDefinition(name);
        }
        beans.registerBeanDefinition(name, new RootBeanDefinition(type, () -> bean));
    }

    private static <T> void replace(
            BeanDefinitionRegistry beans, String name, Class<T> type, Function<BeanFactory, T> made) {
        beans.removeBeanDefinition(name);
        beans.registerBeanDefinition(name, new RootBeanDefinition(type, () -> made.apply((BeanFactory) beans)));
    }

    /** The product's own settings of its client, and behind all that it does there, us. */
    private ComponentCustomizer mortal(ComponentCustomizer own) {
        return new ComponentCustomizer() {
            @Override
            public void configure(String name, Component target) {
                own.configure(name, target);
                HttpComponent http = (HttpComponent) target;
                HttpClientConfigurer theirs = http.getHttpClientConfigurer();
                http.setHttpClientConfigurer(client -> {
                    client.addExecInterceptorFirst("mortal", wires);
                    if (theirs != null) {
                        theirs.configureHttpClient(client);
                    }
                });
            }

            @Override
            public boolean isEnabled(String name, Component target) {
                return own.isEnabled(name, target);
            }

            @Override
            public int getOrder() {
                return own.getOrder();
            }
        };
    }

    private static ComponentCustomizer noTicks() {
        return ComponentCustomizer.builder(QuartzComponent.class).build(quartz -> quartz.setAutoStartScheduler(false));
    }

    private BeanPostProcessor mortalParts() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof DataSource real) {
                    database = new MortalDatabase(real, fate, steps);
                    return database;
                }
                if (name.equals("boundedHttp")) {
                    return mortal((ComponentCustomizer) bean);
                }
                return bean;
            }
        };
    }

    /** The product's dice fall the same way in every life. */
    void throwsTheSameDice() {
        dice = new Random(0);
    }

    Driver driver() {
        return driver;
    }

    boolean isPostgres() {
        return world.bean(SqlFiles.class).folder().equals("postgresql");
    }

    /** Of all jobs only this one is due, now. */
    void onlyDue(String creditor, String... jobs) {
        driver.eyes()
                .sql("update schedule set due_at = due_at + interval '400' day where due_at < :later")
                .param(
                        "later",
                        town.clock().instant().plus(Duration.ofDays(300)).atOffset(ZoneOffset.UTC))
                .update();
        for (String job : jobs) {
            due(creditor, job);
        }
    }

    /** This job is due now, as if its hour had come. */
    void due(String creditor, String job) {
        driver.eyes()
                .sql(
                        "update schedule set due_at = :now, not_before = null where creditor_id = :creditor and job = :job")
                .param("now", town.clock().instant().atOffset(ZoneOffset.UTC))
                .param("creditor", creditor)
                .param("job", job)
                .update();
    }

    MortalDatabase database() {
        return database;
    }

    @Override
    public void close() {
        doorbell.close();
        world.close();
        // The next test of this process may listen.
        LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        logging.setLogLevel("no.kravbro", LogLevel.INFO);
    }
}
