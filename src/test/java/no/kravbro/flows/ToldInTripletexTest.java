package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import no.kravbro.api.Caller;
import no.kravbro.api.EvidenceApi;
import no.kravbro.claim.Stage;
import no.kravbro.creditor.Job;
import no.kravbro.deadletter.Cause;
import no.kravbro.delivery.CaseUpdate;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Invoices;
import no.kravbro.delivery.Schedules;
import no.kravbro.routes.Proves;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.MailServer;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.TripletexSandbox;
import no.kravbro.sandbox.tripletex.TripletexStory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What Tripletex' own users see of the agency's work: the document behind each voucher, once whatever happens on the way, and a line
 * under the invoice whenever a claim has moved.
 */
@Proves({
    "tripletex.attach-document",
    "tripletex.find-document",
    "tripletex.post-status",
    "tripletex.find-status",
    "tripletex.fetch-evidence"
})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ToldInTripletexTest {

    private static final String PARTNER = "tripletex";
    private static final String ATTACHMENT = "/v2/ledger/voucher/\\d+/attachment";

    private static World world;
    private static MailServer mail;
    private static TripletexSandbox tripletex;
    private static Accountant nordlys;

    @BeforeAll
    static void handOver() {
        SandboxTown town = World.town(SandboxTown.Story.SHOWN, null);
        tripletex = town.tripletex();
        nordlys = tripletex.accountant(TripletexStory.NORDLYS);
        tripletex
                .accountant(TripletexStory.BERGVIK)
                .paymentType(TripletexStory.SETTLEMENT_PAYMENT_TYPE, Ledgers.INTERIM);
        mail = town.mailOpens();
        world = new World(
                        town,
                        "told-in-tripletex",
                        "kravbro.creditors-file=src/test/resources/flows/told.yaml",
                        "kravbro.mail.console-url=http://localhost:8080",
                        "kravbro.http.answer-timeout=4s")
                .start();
        world.untilWithoutPauses(
                "handed over",
                () -> Claimed.untouched(world, "nordlys").size() > 16
                        && Claimed.untouched(world, "bergvik").size() > 2
                        && world.count("select count(*) from schedule where last_run_at is null") == 0);
        world.untilQuiet();
        looks("nordlys");
        looks("bergvik");
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void noTrouble() {
        world.town().faults().clear(PARTNER);
    }

    /** Any job of a creditor looks at the end what is to be told. */
    private static void looks(String creditor) {
        long before = runs(creditor);
        world.bean(Schedules.class).hint(creditor, Job.PAYOUTS.name());
        world.untilWithoutPauses("looked", () -> runs(creditor) > before);
        world.untilQuiet();
    }

    private static long runs(String creditor) {
        return world.count(
                "select coalesce(max(datediff('MILLISECOND', timestamp '2020-01-01 00:00:00', last_run_at)), 0)"
                        + " from schedule where job = 'PAYOUTS' and creditor_id = '" + creditor
                        + "' and last_result = 'OK'");
    }

    private static Received booked() {
        Claimed claim = Claimed.next(world, "nordlys");
        Received paid = Received.of(world, claim, claim.principalOre()).enter();
        world.untilQuiet();
        return paid;
    }

    private static int uploads(Received paid) {
        return tripletex.uploads(
                TripletexStory.NORDLYS, nordlys.vouchers(paid.key()).get(0));
    }

    private static List<String> lines(long company, Claimed claim) {
        long voucher = world.bean(Invoices.class)
                .find(claim.creditorId(), claim.invoiceId())
                .orElseThrow()
                .invoice()
                .postings()
                .get(0)
                .voucherId();
        return tripletex.linesUnder(company, voucher);
    }

    @Test
    @Order(1)
    void aBookedSettlementGetsItsDocumentOnce() {
        Received paid = booked();
        assertThat(uploads(paid)).isZero();
        for (int times = 0; times < 3; times++) {
            looks("nordlys");
            assertThat(uploads(paid)).isEqualTo(1);
        }
        assertThat(world.town().tripletexCalls().of("POST", ATTACHMENT))
                .anySatisfy(logged ->
                        assertThat(logged.call().text()).contains("filename=\"" + paid.key() + ".pdf\"", "%PDF-"));
    }

    @Test
    @Order(1)
    void theInvoiceItselfIsAmongTheEvidence() {
        Claimed claim = Claimed.next(world, "nordlys");
        byte[] zip = world.bean(EvidenceApi.class).pack(claim.key(), new Caller("kari", "nb", null));
        assertThat(Zipped.names(zip)).contains("00-innhold.txt", "01-faktura-" + claim.invoiceNumber() + ".pdf");
        assertThat(Zipped.text(zip, "01-faktura-" + claim.invoiceNumber() + ".pdf"))
                .startsWith("%PDF-");
        assertThat(Zipped.text(zip, "03-varsler.txt")).isNotBlank();
    }

    @Test
    @Order(1)
    void aPayoutIsMailedAsADocument() {
        Received paid = booked();
        looks("nordlys");
        world.until("mailed", () -> mail.received().stream()
                .anyMatch(each -> each.to().equals("regnskap@example.no")
                        && each.files().size() == 1
                        && each.files().get(0).endsWith(".pdf")));
        assertThat(uploads(paid)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {
                "RESET_BEFORE",
                "RESET_AFTER",
                "TIMEOUT_AFTER_COMMIT",
                "ERROR_500_BEFORE",
                "ERROR_500_AFTER",
                "TRUNCATED",
                "TOO_MANY_429"
            })
    @Order(2)
    void aDocumentInDoubtIsAttachedOnce(FaultKind fault) {
        Received paid = booked();
        world.town().faults().plan(PARTNER, Fault.next(fault, 1).on("POST", ATTACHMENT));
        looks("nordlys");
        assertThat(uploads(paid)).isEqualTo(1);
        assertThat(openLetters()).isZero();
    }

    @Test
    @Order(3)
    void aLineUnderTheInvoiceTellsWhenAClaimHasMovedAndOnlyThen() {
        Claimed claim = Claimed.next(world, "nordlys");
        List<String> before = lines(TripletexStory.NORDLYS, claim);
        assertThat(before).isNotEmpty();
        assertThat(before.get(before.size() - 1)).startsWith("PROCESSING | ONGOING | ");
        moved(claim, Stage.NOTICE, Set.of("DISPUTED"), null);
        looks("nordlys");
        looks("nordlys");
        moved(claim, Stage.NOTICE, Set.of("DISPUTED"), null);
        looks("nordlys");
        moved(claim, Stage.CLOSED, Set.of(), "PAID");
        looks("nordlys");
        List<String> told = lines(TripletexStory.NORDLYS, claim);
        String number = claim.caseNumber();
        assertThat(told.subList(before.size(), told.size()))
                .containsExactly(
                        "PROCESSING | ONGOING | Inkassovarsel hos Visma Amili AutoCollect, bestridt | " + number,
                        "DONE | SETTLED | Avsluttet hos Visma Amili AutoCollect, betalt | " + number);
    }

    @Test
    @Order(4)
    void aStatusInDoubtIsPostedOnce() {
        Claimed claim = Claimed.next(world, "nordlys");
        int before = lines(TripletexStory.NORDLYS, claim).size();
        for (FaultKind fault : List.of(FaultKind.RESET_AFTER, FaultKind.ERROR_500_BEFORE)) {
            world.town().faults().plan(PARTNER, Fault.next(fault, 1).on("POST", "/v2/voucherStatus"));
            moved(claim, fault == FaultKind.RESET_AFTER ? Stage.COLLECTION : Stage.LEGAL, Set.of(), null);
            looks("nordlys");
            world.town().faults().clear(PARTNER);
        }
        assertThat(lines(TripletexStory.NORDLYS, claim)).hasSize(before + 2);
        assertThat(openLetters()).isZero();
    }

    @Test
    @Order(5)
    void whereNoStatusMayBePostedACommentTells() {
        Claimed claim = Claimed.next(world, "bergvik");
        assertThat(lines(TripletexStory.BERGVIK, claim)).isNotEmpty().allSatisfy(line -> assertThat(line)
                .contains(" hos Visma Amili AutoCollect"));
        moved(claim, Stage.COLLECTION, Set.of("PAUSED"), null);
        looks("bergvik");
        assertThat(lines(TripletexStory.BERGVIK, claim))
                .last()
                .isEqualTo("Inkasso hos Visma Amili AutoCollect, satt på pause, sak " + claim.caseNumber());
    }

    @Test
    @Order(6)
    void aConsumerThatIsNotRegisteredIsToldWhatToChoose() {
        Claimed claim = Claimed.next(world, "nordlys");
        tripletex.deny(TripletexStory.NORDLYS_TOKEN, "POST /voucherStatus");
        moved(claim, Stage.SURVEILLANCE, Set.of(), null);
        looks("nordlys");
        world.until(
                "told",
                () -> world.count("select count(*) from dead_letter where state = 'OPEN' and cause = '"
                                + Cause.STATUS_REFUSED + "'")
                        == 1);
    }

    private static void moved(Claimed claim, Stage stage, Set<String> flags, String reason) {
        world.bean(Claims.class)
                .follow(
                        "autocollect",
                        List.of(new CaseUpdate(
                                claim.key(),
                                claim.caseNumber(),
                                null,
                                null,
                                stage,
                                List.copyOf(flags),
                                reason,
                                null,
                                null,
                                List.of())));
    }

    private static long openLetters() {
        return world.count("select count(*) from dead_letter where state = 'OPEN'");
    }
}
