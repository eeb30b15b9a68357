package no.kravbro.reconcile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.kravbro.claim.AnInvoice;
import no.kravbro.claim.InvoicePosting;
import no.kravbro.claim.Stage;
import no.kravbro.claim.decision.Decision;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.CaseUpdate;
import no.kravbro.delivery.DeliveryRoom;
import no.kravbro.delivery.Invoices;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Schedules;
import no.kravbro.delivery.SqlFiles;
import no.kravbro.delivery.Timeline;
import no.kravbro.delivery.Work;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.SampleCreditors;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.secret.Seals;
import org.junit.jupiter.api.BeforeEach;

/** Two claims over NOK 10 000 that the agency has accepted, and what both sides say of them. */
abstract class BalanceSides extends DatabaseTest {

    static final Creditor NORDLYS = SampleCreditors.nordlys();
    static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    static final LocalDate TUESDAY = MONDAY.plusDays(1);
    static final int SETTLED_WITHIN = 5;
    static final String FIRST = "310245674-1";
    static final String SECOND = "310245674-2";

    DeliveryRoom room;
    Bookings bookings;
    Invoices invoices;
    Differences differences;
    Captures captures;
    Agreements agreements;
    DifferenceDecisions decisions;
    DifferenceLog log;
    DifferenceEvidence evidence;
    Reconciliation reconciliation;
    List<InvoicePosting> fresh = List.of();

    BalanceSides(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void wire() {
        fresh = List.of();
        room = new DeliveryRoom(database, clock);
        bookings = new Bookings(database.named(), database.transaction(), room.deliveries(), clock);
        invoices = new Invoices(database.named(), database.transaction(), Seals.SEALER, clock);
        differences = new Differences(database.client(), database.transaction(), clock, clock);
        captures = new Captures(database.named());
        agreements = new Agreements(database.client(), clock);
        log = new DifferenceLog(database.client(), clock);
        evidence = new DifferenceEvidence(captures, new Timeline(database.named(), clock), database.client());
        decisions = new DifferenceDecisions(
                differences,
                log,
                evidence,
                new Schedules(database.named(), new SqlFiles(database.dataSource()), clock, clock),
                database.client(),
                database.transaction(),
                clock);
        var openItem = new OpenItem(room.claims(), invoices, bookings);
        reconciliation = new Reconciliation(
                room.claims(),
                new Comparing(
                        openItem,
                        new Movements(database.client(), bookings),
                        new ToldMovements(database.client()),
                        claim -> fresh,
                        captures),
                captures,
                new BalanceDifferences(differences, captures, invoices),
                agreements,
                decisions,
                database.transaction());
        for (long id : List.of(1L, 2L)) {
            room.claim("310245674-" + id, id);
            open(id, 1_000_000);
        }
        room.works("autocollect", 10).forEach(work -> room.deliveries().record(work, outcomes(work)));
    }

    static Map<Long, Outcome> outcomes(Work work) {
        return work.members().stream()
                .collect(Collectors.toMap(
                        each -> each.id(), each -> new Outcome.Accepted(Map.of("case", "5000-" + each.claimKey()))));
    }

    void open(long id, long ore) {
        var invoice = AnInvoice.ordinary()
                .open(ore)
                .postings(new InvoicePosting(id * 10, AnInvoice.DUE, 1500, ore, null))
                .build(id);
        invoices.seen("nordlys", List.of(new Invoices.Seen(invoice, new Decision(Decision.Kind.TRANSFER, List.of()))));
    }

    static CaseUpdate told(String key, Stage stage, String reason, long remaining, Long paid) {
        return new CaseUpdate(key, "5000-" + key, null, null, stage, List.of(), reason, remaining, paid, List.of());
    }

    static CaseUpdate follows(String key, long remaining) {
        return told(key, Stage.NOTICE, null, remaining, 0L);
    }

    Agreement compare(LocalDate day, CaseUpdate... cases) {
        AgencySnapshot snapshot = new AgencySnapshot();
        List.of(cases).forEach(snapshot::note);
        snapshot.complete();
        return reconciliation.compare(NORDLYS, snapshot, day, SETTLED_WITHIN);
    }

    List<String> causes() {
        return differences.open("nordlys").stream()
                .map(each -> each.cause() + " " + each.subject() + " " + each.amountOre())
                .toList();
    }
}
