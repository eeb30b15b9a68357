package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.kravbro.claim.Stage;
import no.kravbro.creditor.Job;
import no.kravbro.deadletter.Cause;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.delivery.Schedules;
import no.kravbro.flows.Instructing;
import no.kravbro.flows.Journey;
import no.kravbro.routes.Proves;
import no.kravbro.transfer.list.CollectionLists;
import no.kravbro.transfer.list.ListItem;
import no.kravbro.transfer.list.ListItems;
import org.junit.jupiter.api.Test;

/** AutoCollect keeps the contract of all agencies. Besides: what it has already, we adopt only if it is ours. */
@Proves({
    "autocollect.instruct-case",
    "autocollect.ask-price",
    "claim.inquire",
    "autocollect.inquire-claim",
    "autocollect.find-claim",
    "claim.report-payment",
    "claim.report-credit",
    "claim.inquire-report",
    "claim.look-at-change",
    "tripletex.fetch-changes",
    "autocollect.report-payment",
    "autocollect.report-credit",
    "autocollect.inquire-report"
})
class AutoCollectContractTest extends LateVerdictContractTest<AutoCollectWorld>
        implements TokenContract, InstructionContract, ObjectionContract {

    @Override
    AutoCollectWorld open() {
        return new AutoCollectWorld();
    }

    /** What the creditor rejects on the list is paused at its agency, and does not go to collection. */
    @Test
    void aNoOnTheCollectionListIsHeard() {
        Instructing claim = opened();
        agency.moves(claim.key(), Stage.LIST_PENDING);
        ListItems items = agency.product().bean(ListItems.class);
        Schedules schedules = agency.product().bean(Schedules.class);
        schedules.hint(agency.creditor(), Job.CASES.name());
        claim.await("listed", () -> items.after(agency.creditor(), Instant.EPOCH).stream()
                .anyMatch(each -> each.claimKey().equals(claim.key())));
        ListItem item = items.after(agency.creditor(), Instant.EPOCH).stream()
                .filter(each -> each.claimKey().equals(claim.key()))
                .findFirst()
                .orElseThrow();
        assertThat(agency.product().bean(CollectionLists.class).reject(item, "Avtalt med kunden.", "kari"))
                .isEmpty();
        assertThat(claim.end().ends()).containsExactly("DONE");
        claim.await(
                "paused",
                () -> claim.row().flags().contains("PAUSED") && claim.row().stage() == Stage.NOTICE);
    }

    /** Turned away, processed after all, and sent again by a person under a new id. */
    @Test
    void oursFromAnEarlierTransmission() {
        Journey claim = turnedAway(1).get(0);
        comesAfterAll(claim);
        retry(claim);
        acceptedAfterRetry(claim.end(), 2);
        assertThat(claim.attempts())
                .startsWith("SEND NOT_SENT NO_ACCESS", "SEND UNKNOWN ALREADY_EXISTS")
                .endsWith("INQUIRE ACCEPTED");
        assertThat(claim.claim().agencyInvoice()).isNotNull();
    }

    /** The same for one of a batch whose others are new, and one that is someone else's. */
    @Test
    void oursAmongOthers() {
        Journey ours = turnedAway(1).get(0);
        List<Journey> others = turnedAway(2);
        comesAfterAll(ours);
        agency.knowsFromElsewhere(others.get(0));
        List<Journey> batch = new ArrayList<>(others);
        batch.add(ours);
        retryTogether(batch);
        batch.forEach(Journey::end);
        assertThat(ours.delivery().state()).isEqualTo(DeliveryState.DONE);
        assertThat(agency.claims(ours.key())).isEqualTo(1);
        assertThat(ours.attempts())
                .as("however often it was asked")
                .startsWith("SEND NOT_SENT NO_ACCESS", "SEND HANDED_OVER")
                .endsWith("INQUIRE ACCEPTED");
        assertThat(others.get(0).delivery().state()).isEqualTo(DeliveryState.DEAD);
        assertThat(others.get(0).letter().cause()).isEqualTo(Cause.ALREADY_EXISTS);
        assertThat(others.get(1).delivery().state()).isEqualTo(DeliveryState.DONE);
    }

    private List<Journey> turnedAway(int count) {
        agency.forbids(true);
        List<Journey> claims = handOver(count);
        claims.forEach(claim -> claim.await("letter of", () -> claim.letter() != null));
        agency.forbids(false);
        return claims;
    }

    private void comesAfterAll(Journey claim) {
        agency.takes(agency.sent(claim.key()).get(0));
    }
}
