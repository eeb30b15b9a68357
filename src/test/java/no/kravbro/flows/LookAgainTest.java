package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.Invoice;
import no.kravbro.deadletter.Actions;
import no.kravbro.deadletter.LetterState;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.routes.Proves;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.autocollect.AutoCollectSandbox;
import no.kravbro.sandbox.autocollect.Organization;
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.TripletexStory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The last look before harm, on the real wires: what changed after the claim was written down is seen before it is sent. */
@Proves("claim.look-again")
class LookAgainTest {

    private static final String CREDITOR = "nordlys";

    private static World world;
    private static Accountant accountant;

    @BeforeAll
    static void start() {
        world = World.afterReading(World.town(SandboxTown.Story.SHOWN, null), "look-again");
        accountant = world.town().tripletex().accountant(TripletexStory.NORDLYS);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @AfterEach
    void calm() {
        world.town().faults().clear("tripletex");
        world.town().autoCollect().forbid(Organization.NORDLYS.id(), false);
    }

    private static Invoice invoice() {
        return Journey.free(world, CREDITOR, 1).get(0);
    }

    private static Journey begin(Invoice asRead) {
        return Journey.begin(world, CREDITOR, List.of(asRead)).get(0);
    }

    private static List<String> sent(Journey claim) {
        return world.town().autoCollectCalls().of("POST", ".*/invoices").stream()
                .map(logged -> logged.call().text())
                .filter(text -> text.contains("\"" + claim.key() + "\""))
                .toList();
    }

    private static void stopped(Journey claim, String reason) {
        claim.until(DeliveryState.CANCELLED);
        assertThat(claim.claim().state()).isEqualTo(ClaimState.STOPPED);
        assertThat(claim.timeline()).contains("SUBMISSION_STOPPED " + reason);
        assertThat(sent(claim)).isEmpty();
        assertThat(world.town().autoCollect().claims(claim.key())).isZero();
    }

    @Test
    void paidMeanwhile() {
        Invoice invoice = invoice();
        accountant.directPayment(invoice.id(), TripletexStory.START, invoice.outstandingOre());
        stopped(begin(invoice), "PAID");
    }

    @Test
    void creditedMeanwhile() {
        Invoice invoice = invoice();
        accountant.creditNote(invoice.id(), TripletexStory.START);
        stopped(begin(invoice), "CREDITED,PAID");
    }

    @Test
    void onAutomaticNoticesMeanwhile() {
        Invoice invoice = invoice();
        accountant.set("Customer", invoice.debtor().id(), "isAutomaticNoticeOfDebtCollectionEnabled", true);
        stopped(begin(invoice), "AUTOMATIC_NOTICES");
    }

    @Test
    void paidInPartMeanwhile() {
        Invoice invoice = invoice();
        accountant.directPayment(invoice.id(), TripletexStory.START, 5_025);
        Journey claim = begin(invoice);
        claim.await("second submission of", () -> claim.delivery().submission() == 2)
                .end();
        assertThat(claim.delivery().state()).isEqualTo(DeliveryState.DONE);
        assertThat(claim.claim().principalOre()).isEqualTo(invoice.outstandingOre() - 5_025);
        assertThat(claim.timeline()).contains("SUBMISSION_STOPPED AMOUNT_CHANGED");
        String open = BigDecimal.valueOf(invoice.outstandingOre() - 5_025, 2).toPlainString();
        assertThat(sent(claim)).hasSize(1).first().asString().contains("\"remainingInvoiceAmount\":" + open + ",");
        assertThat(world.town().autoCollect().claims(claim.key())).isEqualTo(1);
    }

    @Test
    void onePaidAmongOthers() {
        List<Invoice> invoices = Journey.free(world, CREDITOR, 3);
        Invoice paid = invoices.get(1);
        accountant.directPayment(paid.id(), TripletexStory.START, paid.outstandingOre());
        List<Journey> claims = Journey.begin(world, CREDITOR, invoices);
        stopped(claims.get(1), "PAID");
        for (Journey other : List.of(claims.get(0), claims.get(2))) {
            assertThat(other.end().delivery().state()).isEqualTo(DeliveryState.DONE);
            assertThat(sent(other)).hasSize(1);
        }
        assertThat(sent(claims.get(0))).isEqualTo(sent(claims.get(2)));
    }

    /** A batch that was already stored, and turned away, goes on without the paid one under another id. */
    @Test
    void onePaidBeforeTheSecondTry() {
        world.town()
                .faults()
                .plan(
                        AutoCollectSandbox.NAME,
                        Fault.next(FaultKind.LOCKED_423, 1).on("POST", ".*/invoices"));
        List<Journey> claims = Journey.begin(world, CREDITOR, Journey.free(world, CREDITOR, 2));
        claims.forEach(claim -> claim.until(DeliveryState.WAITING));
        Invoice paid = claims.get(0).invoice();
        accountant.directPayment(paid.id(), TripletexStory.START, paid.outstandingOre());
        assertThat(claims.get(1).end().delivery().state()).isEqualTo(DeliveryState.DONE);
        claims.get(0).until(DeliveryState.CANCELLED);
        assertThat(claims.get(0).claim().state()).isEqualTo(ClaimState.STOPPED);
        assertThat(world.town().autoCollect().claims(claims.get(0).key())).isZero();
        assertThat(sent(claims.get(1))).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aLookThatFailsSendsNothing() {
        world.town()
                .faults()
                .plan("tripletex", Fault.next(FaultKind.ERROR_500_BEFORE, 0).on("GET", "/v2/invoice.*"));
        Journey claim = begin(invoice()).until(DeliveryState.WAITING).next();
        assertThat(claim.attempts()).containsOnly("SEND NOT_SENT SERVER_ERROR");
        assertThat(sent(claim)).isEmpty();
        world.town().faults().clear("tripletex");
        assertThat(claim.end().delivery().state()).isEqualTo(DeliveryState.DONE);
        assertThat(sent(claim)).hasSize(1);
    }

    /** Not closed: what the agency says to the smaller amount is an answer to the same letter. */
    @Test
    void aRetriedLetterGoesOnWithTheSmallerAmount() {
        world.town().autoCollect().forbid(Organization.NORDLYS.id(), true);
        Journey claim = begin(invoice()).until(DeliveryState.DEAD);
        claim.await("letter of", () -> claim.letter() != null);
        accountant.directPayment(claim.invoice().id(), TripletexStory.START, 5_025);
        world.town().autoCollect().forbid(Organization.NORDLYS.id(), false);
        world.bean(Actions.class).retry(claim.letter().id(), "a test");
        claim.await("second submission of", () -> claim.delivery().submission() == 2)
                .end();
        assertThat(claim.letter().state()).isEqualTo(LetterState.SOLVED);
        assertThat(claim.letter().deliveryId()).isEqualTo(claim.delivery().id());
    }

    @Test
    void aRetryFromTheDeadLettersLooksAgain() {
        world.town().autoCollect().forbid(Organization.NORDLYS.id(), true);
        Journey claim = begin(invoice()).until(DeliveryState.DEAD);
        claim.await("letter of", () -> claim.letter() != null);
        int before = sent(claim).size();
        accountant.directPayment(
                claim.invoice().id(), TripletexStory.START, claim.invoice().outstandingOre());
        world.town().autoCollect().forbid(Organization.NORDLYS.id(), false);
        world.bean(Actions.class).retry(claim.letter().id(), "a test");
        claim.await("stop of", () -> claim.delivery().state() == DeliveryState.CANCELLED);
        assertThat(sent(claim)).hasSize(before);
        assertThat(claim.claim().state()).isEqualTo(ClaimState.STOPPED);
        assertThat(claim.letter().state()).isEqualTo(LetterState.CLOSED);
    }
}
