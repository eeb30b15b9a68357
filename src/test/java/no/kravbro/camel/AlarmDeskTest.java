package no.kravbro.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import no.kravbro.claim.AnInvoice;
import no.kravbro.claim.decision.Decision;
import no.kravbro.creditor.Job;
import no.kravbro.delivery.DeliveryRoom;
import no.kravbro.delivery.DueJob;
import no.kravbro.delivery.Invoices;
import no.kravbro.delivery.Tasks;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.SampleCreditors;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.reconcile.Alarms;
import no.kravbro.reconcile.ClaimWatch;
import no.kravbro.reconcile.Difference;
import no.kravbro.reconcile.Differences;
import no.kravbro.reconcile.FeeWatch;
import no.kravbro.secret.Seals;
import no.kravbro.transfer.instruct.SmallRemainders;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What grows old is looked for once a day, and a look that fails holds up nothing and is shown. */
class AlarmDeskTest extends DatabaseTest {

    private Differences differences;
    private Invoices invoices;
    private Tasks tasks;

    AlarmDeskTest() {
        super(TestDatabases.H2);
    }

    @BeforeEach
    void wire() {
        differences = new Differences(database.client(), database.transaction(), clock, clock);
        invoices = new Invoices(database.named(), database.transaction(), Seals.SEALER, clock);
        tasks = new Tasks(database.client(), clock);
    }

    private AlarmDesk desk(JdbcClient watched) {
        return new AlarmDesk(
                new Alarms(database.client(), differences, clock),
                new ClaimWatch(watched, tasks, clock),
                new SmallRemainders(watched, null, null, null, tasks, database.transaction()),
                new FeeWatch(database.client(), invoices, tasks, clock),
                clock);
    }

    private Exchange changes() {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setVariable(Notebook.CREDITOR, SampleCreditors.nordlys());
        exchange.setVariable(
                JobDesk.JOB,
                new DueJob("nordlys", "tripletex", Job.CHANGES.name(), clock.instant(), null, null, null, null));
        return exchange;
    }

    private List<String> shown() {
        return differences.open("nordlys").stream().map(Difference::cause).toList();
    }

    private long found() {
        return database.client()
                .sql("select count(*) from task")
                .query(Long.class)
                .single();
    }

    @Test
    void aLookThatFailsIsShownUntilOneGoesThrough() {
        JdbcClient empty = JdbcClient.create(new DriverManagerDataSource("jdbc:h2:mem:"));
        AlarmDesk broken = desk(empty);
        broken.done(changes());
        assertThat(shown()).isEmpty();
        broken.watch(changes());
        assertThat(shown()).containsExactly("WATCH_STOPPED");
        desk(database.client()).watch(changes());
        assertThat(shown()).isEmpty();
    }

    @Test
    void itLooksOnceADay() {
        AlarmDesk desk = desk(database.client());
        desk.done(changes());
        desk.watch(changes());
        new DeliveryRoom(database, clock).claim("310245674-1", 1);
        database.client().sql("update claim set state = 'ACCEPTED'").update();
        invoices.seen(
                "nordlys",
                List.of(new Invoices.Seen(
                        AnInvoice.ordinary().due(LocalDate.of(2023, 2, 1)).build(1),
                        new Decision(Decision.Kind.TRANSFER, List.of()))));
        desk.watch(changes());
        assertThat(found()).isZero();
        clock.advance(Duration.ofDays(1));
        desk.watch(changes());
        assertThat(found()).isOne();
    }
}
