package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.kravbro.bundle.ExactJson;
import no.kravbro.claim.Stage;
import no.kravbro.creditor.Creditors;
import no.kravbro.deadletter.Actions;
import no.kravbro.deadletter.Cause;
import no.kravbro.deadletter.LetterState;
import no.kravbro.deadletter.Refused;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.delivery.Inbox;
import no.kravbro.flows.Journey;
import no.kravbro.flows.World;
import no.kravbro.routes.Proves;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.ecpay.EcpaySandbox;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** ECPay keeps the contract of all agencies. Besides: what only files can do. */
@Proves({
    "ecpay.submit-claim",
    "ecpay.send",
    "ecpay.inquire-claim",
    "ecpay.find-claim",
    "ecpay.receive-receipts",
    "ecpay.receive-case",
    "ecpay.enter-case",
    "ecpay.report-payment",
    "ecpay.report-credit",
    "ecpay.inquire-report"
})
class EcpayContractTest extends AgencyContractTest<EcpayWorld>
        implements BatchContract, NumberedFilesContract, ObjectionContract {

    @Override
    EcpayWorld open() {
        return new EcpayWorld();
    }

    /** In one file, each on a line of its own. */
    @Override
    public void cameTogether(Journey one, Journey other) {
        assertThat(agency.sent(one.key()).get(0).id())
                .isEqualTo(agency.sent(other.key()).get(0).id());
    }

    /** Nothing of it was registered; a person lets it go again, under the next number and the same references. */
    @Test
    void theFileIsRefusedAsAWhole() {
        agency.meets(Fault.next(FaultKind.FILE_WRONG_SUM, 1).on(null, "SAK"));
        List<Journey> claims = handOver(2);
        claims.forEach(Journey::end);
        claims.forEach(claim -> buried(claim, Cause.FILE_REFUSED));
        claims.forEach(this::retry);
        claims.forEach(claim -> acceptedAfterRetry(claim.end(), 2));
        assertThat(agency.gaps()).isEmpty();
    }

    /** The receipt comes, but with trouble: it is read once it is right, and nobody sends anything again. */
    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"FILE_HELD_BACK", "FILE_HALF_WRITTEN", "FILE_DUPLICATE_NUMBER"})
    void theReceiptIsInTrouble(FaultKind fault) {
        agency.meets(Fault.next(fault, 1).on(null, "KVI"));
        Journey claim = handOver().until(DeliveryState.HANDED_OVER);
        agency.decides();
        claim.next();
        agency.recovers();
        accepted(claim.end(), 1);
    }

    /** A receipt left out stops the receipts behind it, until it is there. */
    @Test
    void aGapInTheReceipts() {
        agency.meets(Fault.next(FaultKind.FILE_HELD_BACK, 1).on(null, "KVI"));
        Journey first = handOver().until(DeliveryState.HANDED_OVER);
        agency.decides();
        Journey second = handOver().until(DeliveryState.HANDED_OVER);
        agency.decides();
        second.next();
        assertThat(second.delivery().state()).isEqualTo(DeliveryState.HANDED_OVER);
        agency.product().until("gap told", () -> {
            agency.product().hurry();
            return agency.letters("FILE_GAP") == 1;
        });
        agency.recovers();
        accepted(first.end(), 1);
        accepted(second.end(), 1);
        assertThat(agency.letters("FILE_GAP")).isZero();
    }

    /** Said to a person after a day, never sent again; the answer that comes in the end still counts. */
    @Test
    void theReceiptIsOverdue() {
        agency.meets(Fault.next(FaultKind.FILE_HELD_BACK, 1).on(null, "KVI"));
        Journey claim = handOver().until(DeliveryState.HANDED_OVER);
        agency.decides();
        agency.sentDaysAgo(claim, 2);
        agency.product().until("overdue", () -> {
            agency.product().hurry();
            return claim.letter() != null;
        });
        assertThat(claim.letter().cause()).isEqualTo(Cause.RECEIPT_OVERDUE);
        assertThat(claim.letter().mayHaveLanded()).isTrue();
        agency.recovers();
        Journey other = handOver();
        accepted(other.end(), 1);
        agency.product().until("settled after all", () -> {
            agency.product().hurry();
            return claim.delivery().state() == DeliveryState.DONE;
        });
        accepted(claim, 1);
    }

    /** Neither under its own name nor under the other: only they know, and a person asks; then it has turned up. */
    @Test
    void theFileIsNowhere() {
        agency.handOverMeets(Fault.next(FaultKind.RESET_BEFORE, 1));
        Journey claim = handOver().until(DeliveryState.UNKNOWN);
        agency.sweep();
        claim.end();
        assertThat(claim.delivery().state()).isEqualTo(DeliveryState.DEAD);
        assertThat(claim.letter().mayHaveLanded()).isTrue();
        assertThat(claim.letter().cause()).isEqualTo(Cause.FILE_NOWHERE);
        assertThat(claim.attempts()).as("told at once").hasSize(2);
        assertThat(agency.sent(claim.key())).hasSize(1);
        agency.turnsUp(claim);
        agency.product().bean(Actions.class).inquire(claim.letter().id(), "a test");
        accepted(claim.end(), 1);
    }

    /** They say that they do not have it: it goes in a new file, and nobody waits for the first one. */
    @Test
    void theFileIsNowhereAndTheySaySo() {
        agency.handOverMeets(Fault.next(FaultKind.RESET_BEFORE, 1));
        Journey claim = handOver().until(DeliveryState.UNKNOWN);
        agency.sweep();
        claim.end();
        Journey behind = handOver().until(DeliveryState.HANDED_OVER);
        agency.sentDaysAgo(behind, 2);
        behind.next();
        assertThat(behind.letter()).as("it waits for one of ours").isNull();
        assertThatThrownBy(() -> retry(claim)).isInstanceOf(Refused.class);
        agency.product().bean(Actions.class).retry(claim.letter().id(), "They do not have it", "a test");
        acceptedAfterRetry(claim.end(), 2);
        accepted(behind.end(), 1);
        assertThat(agency.gaps()).isEmpty();
    }

    /** They are told once more although they have it: by our reference they know it again. */
    @Test
    void theySayThatTheyDoNotHaveItAndAreWrong() {
        agency.meets(Fault.next(FaultKind.FILE_HELD_BACK, 1).on(null, "KVI"));
        Journey claim = handOver().until(DeliveryState.HANDED_OVER);
        agency.decides();
        agency.sentDaysAgo(claim, 2);
        agency.product().until("overdue", () -> {
            agency.product().hurry();
            return claim.letter() != null;
        });
        assertThat(agency.claims(claim.key())).isEqualTo(1);
        agency.product().bean(Actions.class).retry(claim.letter().id(), "They do not have it", "a test");
        claim.next();
        agency.recovers();
        acceptedAfterRetry(claim.end(), 2);
    }

    /** After a long stop receipts lie there unread, and another reads them right now: nobody complains that there are none. */
    @Test
    void receiptsThatWaitAreReadBeforeAnyoneComplains() {
        Journey claim = handOver().until(DeliveryState.HANDED_OVER);
        agency.decides();
        agency.sentDaysAgo(claim, 2);
        agency.readByAnother(true);
        claim.next();
        assertThat(claim.delivery().state()).isEqualTo(DeliveryState.HANDED_OVER);
        assertThat(claim.letter()).isNull();
        agency.readByAnother(false);
        accepted(claim.end(), 1);
    }

    @Test
    void whatCannotBeWrittenIsNotSentAndTheOthersGo() {
        List<Journey> claims = agency.begin("Иван Проба", 3);
        claims.forEach(Journey::end);
        Journey strange = claims.get(0);
        buried(strange, Cause.INVALID_DATA);
        assertThat(strange.attempts()).containsExactly("SEND REJECTED INVALID_DATA");
        assertThat(agency.sent(strange.key())).isEmpty();
        assertThat(strange.delivery().target()).isEqualTo(EcpaySandbox.NAME);
        accepted(claims.get(1), 1);
        accepted(claims.get(2), 1);
    }

    /** Nobody listens while we ask for a receipt: it is asked for again. */
    @Test
    void askedWhileNobodyListens() {
        Journey claim = handOver().until(DeliveryState.HANDED_OVER);
        agency.hangsUp();
        claim.next();
        agency.recovers();
        accepted(claim.end(), 1);
    }

    /** A closed case is told once: a row that cannot be taken over is kept, and taken over once it can be. */
    @Test
    void aCaseThatCannotBeTakenOverIsForAPerson() {
        Journey claim = handOver().end();
        String[] key = claim.key().split("-");
        Map<String, String> row = new HashMap<>(Map.of(
                "ORGNR", key[0], "FAKTURAID", key[1], "SAKSNR", claim.claim().caseNumber()));
        row.putAll(Map.of("STADIUM", "RETTSLIG", "HOVEDSTOL", "ukjent", "SALDO", "0,00"));
        row.putAll(Map.of("claim", claim.key(), "file", "a-file.csv"));
        World world = agency.product();
        world.bean(ProducerTemplate.class).send("direct:ecpay.receive-case", exchange -> {
            exchange.setVariable(
                    "creditor",
                    world.bean(Creditors.class).byId(claim.delivery().creditorId()));
            exchange.getMessage().setBody(ExactJson.treeOf(row));
        });
        assertThat(claim.letter().what()).isEqualTo("CASE");
        assertThat(claim.letter().subject()).isEqualTo("ecpay.case/" + claim.key() + "/a-file.csv");
        // As if the mapping had been mended.
        world.sql()
                .sql("update inbox set payload = :mended where id = :id")
                .param(
                        "mended",
                        world.bean(Inbox.class)
                                .find(claim.letter().inboxId())
                                .orElseThrow()
                                .payload()
                                .replace("ukjent", "0,00"))
                .param("id", claim.letter().inboxId())
                .update();
        agency.product().bean(Actions.class).retry(claim.letter().id(), "a test");
        world.until("solved", () -> claim.letter().state() == LetterState.SOLVED);
        assertThat(claim.claim().stage()).isEqualTo(Stage.LEGAL);
    }
}
