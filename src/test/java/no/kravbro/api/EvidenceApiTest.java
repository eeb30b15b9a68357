package no.kravbro.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.oai.validator.model.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import no.kravbro.access.Access;
import no.kravbro.access.Role;
import no.kravbro.claim.AnInvoice;
import no.kravbro.claim.decision.Decision;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Mailing;
import no.kravbro.creditor.Mandates;
import no.kravbro.creditor.Wishes;
import no.kravbro.delivery.Invoices;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.SampleCreditors;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.reconcile.ClaimWatch;
import no.kravbro.transfer.dispute.Dispute;
import no.kravbro.transfer.dispute.Disputes;
import no.kravbro.transfer.dispute.NewDispute;
import no.kravbro.transfer.instruct.Attachments;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The papers of a claim that goes to the board, and what is watched and written off when it grows old. */
class EvidenceApiTest extends DatabaseTest {

    private static final Caller KARI = new Caller("kari", "en", null);
    private static final String KEY = "310245674-1";
    /** Synthetic, with right check digits. */
    private static final String PERSON = "01810150110";

    private ApiRoom room;

    EvidenceApiTest() {
        super(TestDatabases.H2);
    }

    @BeforeAll
    void openRoom() {
        room = new ApiRoom(database, clock);
    }

    @AfterAll
    void closeRoom() {
        room.close();
    }

    @BeforeEach
    void story() {
        Story.write(database.client());
        room.bean(Paperwork.class).words = "Faktura 10057";
        invoice(AnInvoice.ordinary());
    }

    private void invoice(AnInvoice invoice) {
        room.bean(Invoices.class)
                .seen(
                        "nordlys",
                        List.of(new Invoices.Seen(invoice.build(1), new Decision(Decision.Kind.TRANSFER, List.of()))));
    }

    private Map<String, String> pack() throws IOException {
        Map<String, String> papers = new LinkedHashMap<>();
        byte[] zip = room.bean(EvidenceApi.class).pack(KEY, KARI);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                papers.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return papers;
    }

    private void disputed(String reason, byte[] enclosed) {
        String id = room.bean(Attachments.class).keep(KEY, "brev fra kunden.pdf", "application/pdf", enclosed);
        room.bean(Disputes.class)
                .open(new NewDispute(
                        KEY,
                        "nordlys",
                        Dispute.Source.CREDITOR,
                        null,
                        null,
                        reason,
                        LocalDate.of(2026, 1, 4),
                        null,
                        List.of(id),
                        false));
    }

    @Test
    void everythingTheBoardAsksForIsInOneFile() throws IOException {
        disputed("Ikke levert", Paperwork.pdf("Kjære Nordlys"));
        Map<String, String> papers = pack();
        assertThat(papers.keySet())
                .containsExactly(
                        "00-innhold.txt",
                        "01-faktura-10057.pdf",
                        "02-krav.txt",
                        "03-varsler.txt",
                        "04-dialog.txt",
                        "vedlegg/1-brev_fra_kunden.pdf",
                        "05-reskontro.csv",
                        "06-tidslinje.csv");
        assertThat(papers.get("02-krav.txt")).contains("Nordlys Elektro AS", "Testveien 1", "31.12.2025");
        assertThat(papers.get("03-varsler.txt")).contains("REMINDER", "35.00");
        assertThat(papers.get("04-dialog.txt")).contains("Ikke levert", "Ikke besvart");
        assertThat(papers.get("05-reskontro.csv")).contains("Hovedstol;;12500,00", "48213-2026;-10000,00");
        assertThat(database.client()
                        .sql("select count(*) from audit where deed = 'EXPORT'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void noIdentityNumberIsInIt() throws IOException {
        disputed("Jeg er " + PERSON + " og har betalt", Paperwork.pdf("Mitt nummer er " + PERSON));
        room.bean(Paperwork.class).words = "Til " + PERSON;
        Map<String, String> papers = pack();
        assertThat(papers.values()).noneMatch(each -> each.contains(PERSON));
        assertThat(papers.keySet()).doesNotContain("01-faktura-10057.pdf", "vedlegg/1-brev_fra_kunden.pdf");
        assertThat(papers.get("00-innhold.txt")).contains("01-faktura-10057.pdf: utelatt", "vedlegg/1");
    }

    @Test
    void theLedgerClaimsNoMoreThanIsOwed() throws IOException {
        invoice(AnInvoice.ordinary().open(150_000));
        assertThat(pack().get("05-reskontro.csv"))
                .contains("Betalt til kreditor, kreditert eller annet;;-1000,00", "Rest;;1500,00");
        database.client().sql("update booking set state = 'ABANDONED'").update();
        assertThat(pack().get("05-reskontro.csv"))
                .doesNotContain("48213-2026")
                .contains("annet;;-11000,00", "Rest;;1500,00");
    }

    @Test
    void aNumberInAFilesNameIsHiddenAndWhatNobodyCouldReadIsSaid() throws IOException {
        room.bean(Disputes.class)
                .open(new NewDispute(
                        KEY,
                        "nordlys",
                        Dispute.Source.CREDITOR,
                        null,
                        null,
                        "Ikke levert",
                        LocalDate.of(2026, 1, 4),
                        null,
                        List.of(room.bean(Attachments.class)
                                .keep(KEY, PERSON + " kvittering.jpg", "image/jpeg", new byte[] {1, 2})),
                        false));
        Map<String, String> papers = pack();
        assertThat(papers.keySet()).noneMatch(each -> each.contains(PERSON));
        assertThat(papers.get("00-innhold.txt"))
                .doesNotContain(PERSON)
                .contains("kvittering.jpg: ikke gjennomsøkt")
                .doesNotContain("01-faktura-10057.pdf: ");
    }

    @Test
    void onlyForThoseWhoMay() {
        Caller other = new Caller("ann", "nb", null, Access.ofPerson(Set.of(Role.ACCOUNTANT), Set.of("fjell")));
        assertThatThrownBy(() -> room.bean(EvidenceApi.class).pack(KEY, other)).isInstanceOf(ApiProblem.class);
    }

    private Creditor nordlys(long closeBelowOre) {
        Wishes wishes = new Wishes(null, Map.of(), Mandates.NONE, Mailing.NOBODY, closeBelowOre);
        return SampleCreditors.nordlys("autocollect", Creditor.Transfer.AUTOMATIC, wishes);
    }

    private List<TasksApi.View> watched(long closeBelowOre) {
        room.bean(ClaimWatch.class).look(nordlys(closeBelowOre));
        room.bean(ClaimWatch.class).look(nordlys(closeBelowOre));
        return room.bean(TasksApi.class)
                .list(Query.of(Map.of("state", "OPEN")), KARI)
                .items();
    }

    @Test
    void aClaimThatWillLapseIsATaskWellBefore() {
        invoice(AnInvoice.ordinary().due(LocalDate.of(2023, 7, 6)));
        assertThat(watched(0)).isEmpty();
        invoice(AnInvoice.ordinary().due(LocalDate.of(2023, 7, 5)));
        assertThat(watched(0)).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo("LIMITATION");
            assertThat(task.detail()).contains("2026-07-05");
            assertThat(task.dueOn()).isEqualTo(LocalDate.of(2026, 4, 5));
        });
        database.client()
                .sql("update claim set state = 'CLOSED', close_reason = 'PAID'")
                .update();
        assertThat(watched(0)).as("nothing left to watch").isEmpty();
    }

    @Test
    void aClaimThatMayLapseIsWatchedUntilNothingIsOwed() {
        invoice(AnInvoice.ordinary().due(LocalDate.of(2023, 7, 5)));
        assertThat(watched(0)).hasSize(1);
        database.client().sql("update claim set agency_principal_ore = 0").update();
        assertThat(watched(0))
                .as("the agency has none of it, the debtor owes it")
                .hasSize(1);
        invoice(AnInvoice.ordinary().due(LocalDate.of(2023, 7, 5)).open(0));
        assertThat(watched(0)).isEmpty();
    }

    @Test
    void whatEndedUnpaidIsListedForTheBooks() {
        CreditLossApi losses = room.bean(CreditLossApi.class);
        Query all = Query.of(Map.of("from", "2000-01-01", "to", "2100-01-01"));
        assertThat(losses.list("nordlys", all, KARI)).isEmpty();
        database.client()
                .sql("update claim set state = 'CLOSED', stage = 'CLOSED', close_reason = 'BANKRUPTCY'")
                .update();
        List<CreditLossApi.Loss> found = losses.list("nordlys", all, KARI);
        Contract.valid(Request.Method.GET, "/creditors/nordlys/credit-losses", found);
        assertThat(found).singleElement().satisfies(loss -> {
            assertThat(loss.lossOre()).isEqualTo(1_000_000);
            assertThat(loss.reason()).isEqualTo("BANKRUPTCY");
        });
        assertThat(losses.csv("nordlys", all, KARI)).contains("Invoice;Claim", "10057;310245674-1;", ";10000,00");
    }
}
