package no.kravbro.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.kravbro.Texts;
import no.kravbro.TextsConfiguration;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.claim.AnInvoice;
import no.kravbro.claim.InvoicePosting;
import no.kravbro.claim.Stage;
import no.kravbro.claim.decision.Decision;
import no.kravbro.creditor.Bookkeeping;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Wishes;
import no.kravbro.delivery.CaseUpdate;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.DeliveryRoom;
import no.kravbro.delivery.Invoices;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.SampleCreditors;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.secret.Seals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

abstract class StatusNotesContract extends DatabaseTest {

    private static final String CLAIM = "310245674-1";
    private static final InvoicePosting ISSUED =
            new InvoicePosting(71, LocalDate.of(2025, 12, 1), 1500, 1_000_000, null, 9_001L, 1500, "Faktura");

    private DeliveryRoom room;
    private StatusNotes notes;

    StatusNotesContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void wire() {
        room = new DeliveryRoom(database, clock);
        Invoices invoices = new Invoices(database.named(), database.transaction(), Seals.SEALER, clock);
        try (var context = new AnnotationConfigApplicationContext(TextsConfiguration.class)) {
            notes = new StatusNotes(
                    database.client(),
                    database.transaction(),
                    room.claims(),
                    invoices,
                    room.deliveries(),
                    new AgencyProfiles(Path.of("routes")),
                    context.getBean(Texts.class));
        }
        invoices.seen(
                "nordlys",
                List.of(new Invoices.Seen(
                        AnInvoice.ordinary().postings(ISSUED).build(1),
                        new Decision(Decision.Kind.TRANSFER, List.of()))));
        room.claim(CLAIM, 1);
        database.client().sql("update claim set state = 'ACCEPTED'").update();
    }

    private static Creditor creditor(Bookkeeping.StatusIn in) {
        Creditor usual = SampleCreditors.nordlys();
        return new Creditor(
                usual.id(),
                usual.organizationNumber(),
                usual.name(),
                usual.companyId(),
                usual.employeeTokenFile(),
                usual.vatRegistered(),
                usual.agency(),
                usual.agencyReference(),
                usual.bankAccount(),
                usual.transfer(),
                usual.startDate(),
                usual.minimumOre(),
                usual.maximumOre(),
                usual.maximumAgeDays(),
                usual.excludedInvoices(),
                usual.excludedCustomers(),
                usual.bookingWay(),
                usual.accounts(),
                usual.paymentType(),
                usual.scanAt(),
                new Bookkeeping(List.of("23:00"), Map.of(), false, in),
                Wishes.USUAL);
    }

    private List<StatusNote> ordered() {
        return database
                .client()
                .sql("select id from delivery where kind = :kind order by submission")
                .param("kind", DeliveryKind.POST_STATUS.name())
                .query(Long.class)
                .list()
                .stream()
                .map(id -> StatusNote.parse(
                        room.deliveries().find(id).orElseThrow().payload()))
                .toList();
    }

    private void moved(Stage stage, String number) {
        clock.advance(Duration.ofMinutes(1));
        room.claims()
                .follow(
                        "autocollect",
                        List.of(new CaseUpdate(
                                CLAIM, number, null, null, stage, List.of(), null, null, null, List.of())));
    }

    @Test
    void aClaimIsToldOfOnceAndAgainWhenItHasMoved() {
        Creditor nordlys = creditor(Bookkeeping.StatusIn.VOUCHER_STATUS);
        notes.order(nordlys);
        notes.order(nordlys);
        moved(Stage.NOTICE, "5000014");
        notes.order(nordlys);
        moved(Stage.NOTICE, "5000014");
        notes.order(nordlys);
        assertThat(ordered())
                .containsExactly(
                        new StatusNote(
                                "VOUCHER_STATUS",
                                9_001,
                                "PROCESSING",
                                "ONGOING",
                                "Overført hos Visma Amili AutoCollect",
                                null,
                                null),
                        new StatusNote(
                                "VOUCHER_STATUS",
                                9_001,
                                "PROCESSING",
                                "ONGOING",
                                "Inkassovarsel hos Visma Amili AutoCollect",
                                "5000014",
                                null));
    }

    @Test
    void whoWantsItOnlyInTheConsoleIsToldNothing() {
        notes.order(creditor(Bookkeeping.StatusIn.CONSOLE));
        assertThat(ordered()).isEmpty();
    }

    @Test
    void aClaimAtAnAgencyThatIsNoneOfOursAnyMoreIsToldOfByItsShortName() {
        database.client().sql("update claim set agency = 'gone'").update();
        notes.order(creditor(Bookkeeping.StatusIn.VOUCHER_MESSAGE));
        assertThat(ordered()).extracting(StatusNote::comment).containsExactly("Overført hos gone");
    }
}
