package no.kravbro.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Map;
import no.kravbro.Settings;
import no.kravbro.agency.WireAnswer;
import no.kravbro.delivery.DueJob;
import no.kravbro.delivery.Schedules;
import no.kravbro.delivery.SqlFiles;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A list that takes longer to read than a lease lasts is read by one run all the same. */
class LongReadTest extends DatabaseTest {

    private static final WireAnswer PAGE = new WireAnswer(200, "{\"data\":[],\"next\":\"more\"}", Map.of(), null, null);

    private static final WireAnswer XML_PAGE = new WireAnswer(
            200, "<Envelope><Body><list><more>true</more></list></Body></Envelope>", Map.of(), null, null);

    private Schedules schedules;
    private PageDesk pages;
    private XmlPageDesk xmlPages;
    private Exchange exchange;

    LongReadTest() {
        super(TestDatabases.H2);
    }

    @BeforeEach
    void begin() {
        schedules = new Schedules(database.named(), new SqlFiles(database.dataSource()), clock, clock);
        schedules.ensure("nordlys", "autocollect", "SETTLEMENTS", clock.instant());
        JobDesk jobs = new JobDesk(schedules, null, null, null, clock, settings());
        pages = new PageDesk(jobs);
        xmlPages = new XmlPageDesk(jobs);
        exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setVariable(JobDesk.JOB, claim());
        pages.begin(exchange, "token", "/next", "/data");
    }

    private static Settings settings() {
        return new Binder(new MapConfigurationPropertySource(Map.of("kravbro.node", "one")))
                .bindOrCreate("kravbro", Settings.class);
    }

    private DueJob claim() {
        return schedules.claim("node", JobDesk.LEASE, 1).stream().findFirst().orElse(null);
    }

    private void page(Duration after) {
        clock.advance(after);
        exchange.getMessage().setBody(PAGE);
        pages.read(exchange);
    }

    @Test
    void everyPageKeepsTheLease() {
        for (int page = 0; page < 4; page++) {
            page(JobDesk.LEASE.minusMinutes(1));
            assertThat(claim()).as("taken by another run").isNull();
        }
    }

    @Test
    void everyPageInXmlKeepsTheLease() {
        xmlPages.begin(exchange, "row", "", "more", "");
        for (int page = 0; page < 4; page++) {
            clock.advance(JobDesk.LEASE.minusMinutes(1));
            exchange.getMessage().setBody(XML_PAGE);
            xmlPages.read(exchange);
            assertThat(claim()).as("taken by another run").isNull();
        }
    }

    @Test
    void whoHasLostTheJobReadsNoFurther() {
        clock.advance(JobDesk.LEASE.plusMinutes(1));
        assertThat(claim()).isNotNull();
        assertThatIllegalStateException().isThrownBy(() -> page(Duration.ofSeconds(1)));
    }
}
