package no.kravbro.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.kravbro.Settings;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import no.kravbro.creditor.Job;
import no.kravbro.delivery.DueJob;
import no.kravbro.delivery.Schedules;
import no.kravbro.delivery.SqlFiles;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.SampleCreditors;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.transfer.list.ListItems;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Which jobs a creditor has follows the profile of its agency, also while the product runs. */
class JobDeskTest extends DatabaseTest {

    private static final Path REAL = Path.of("routes/autocollect");
    private static final String CASES = "  cases: \"06:00\"";

    @TempDir
    private Path routes;

    private Schedules schedules;
    private AgencyProfiles profiles;
    private JobDesk desk;

    JobDeskTest() {
        super(TestDatabases.H2);
    }

    @BeforeEach
    void begin() throws IOException {
        try (Stream<Path> maps = Files.list(REAL.resolve("map"))) {
            Files.createDirectories(routes.resolve("autocollect/map"));
            for (Path map : maps.toList()) {
                Files.copy(map, routes.resolve("autocollect/map").resolve(map.getFileName()));
            }
        }
        profile(CASES);
        profiles = new AgencyProfiles(routes);
        schedules = new Schedules(database.named(), new SqlFiles(database.dataSource()), clock, clock);
        desk = serving(List.of(SampleCreditors.nordlys()));
    }

    private JobDesk serving(List<Creditor> creditors) {
        Settings settings = new Binder(new MapConfigurationPropertySource(Map.of("kravbro.node", "one")))
                .bindOrCreate("kravbro", Settings.class);
        ListItems lists = new ListItems(database.client(), clock);
        return new JobDesk(schedules, new Creditors(creditors), profiles, lists, clock, settings);
    }

    private void profile(String cases) throws IOException {
        String real = Files.readString(REAL.resolve("agency.yaml"));
        assertThat(real).contains(CASES);
        Files.writeString(routes.resolve("autocollect/agency.yaml"), real.replace(CASES, cases));
    }

    /** What all that is due now calls, one after the other. */
    private List<String> called() {
        return Stream.generate(this::next)
                .limit(Job.values().length)
                .filter(exchange -> exchange.getVariable(JobDesk.JOB) != null)
                .peek(desk::done)
                .map(exchange -> exchange.getVariable("port", String.class))
                .toList();
    }

    private Exchange next() {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        desk.claim(exchange);
        return exchange;
    }

    @Test
    void aJobThatTheAgencyHasNoMoreRestsAndCallsNothing() throws IOException {
        desk.ensureAll();
        profile("");
        profiles.reload();
        assertThat(called())
                .containsExactlyInAnyOrder(
                        "tripletex.fetch-invoices",
                        "tripletex.fetch-changes",
                        "tripletex.watch-payouts",
                        "autocollect.receive-settlements");
        assertThat(schedules.find("nordlys", "CASES"))
                .get()
                .extracting(DueJob::dueAt)
                .isEqualTo(clock.instant().plus(Duration.ofDays(1)));
    }

    /** It read what had happened when it began: what came after that is for the run that its time of day asks for. */
    @Test
    void aTimeOfDayThatComesWhileTheJobRunsIsNotPassedOver() {
        desk.ensureAll();
        Exchange run = Stream.generate(this::next)
                .limit(Job.values().length)
                .filter(each -> "autocollect.receive-settlements".equals(each.getVariable("port")))
                .findFirst()
                .orElseThrow();
        Instant begun = clock.instant();
        clock.advance(Duration.ofDays(3));
        desk.done(run);
        assertThat(schedules.find("nordlys", "SETTLEMENTS"))
                .get()
                .extracting(DueJob::dueAt)
                .satisfies(due -> assertThat(due).isAfter(begun).isBefore(begun.plus(Duration.ofDays(1))));
        assertThat(called()).contains("autocollect.receive-settlements");
    }

    @Test
    void whoIsInTheFileAgainIsReadAtOnce() {
        desk.ensureAll();
        called();
        desk = serving(List.of());
        clock.advance(Duration.ofDays(1));
        assertThat(called()).isEmpty();
        desk = serving(List.of(SampleCreditors.nordlys()));
        desk.ensureAll();
        assertThat(called()).contains("tripletex.fetch-invoices", "autocollect.receive-cases");
    }

    @Test
    void aJobThatComesBackIsDueAtOnce() throws IOException {
        desk.ensureAll();
        profile("");
        profiles.reload();
        called();
        profile(CASES);
        profiles.reload();
        desk.ensureAll();
        assertThat(called()).containsExactly("autocollect.receive-cases");
    }
}
