package no.kravbro.reconcile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.bundle.ExactJson;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.Inbox;
import no.kravbro.delivery.NewDelivery;
import no.kravbro.money.Proposal;
import no.kravbro.money.ProposalRefusal;
import no.kravbro.money.VoucherKey;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Orders the answer to a proposal, once: an answer is final, so the first one stands. A proposal that its agency has taken back
 * is not answered any more.
 */
@Component
class ProposalAnswers {

    private final ObjectProvider<Deliveries> deliveries;
    private final Inbox inbox;
    private final ObjectProvider<AgencyProfiles> profiles;

    /** Providers, because deliveries themselves call consequences, and only answers ask for profiles. */
    ProposalAnswers(ObjectProvider<Deliveries> deliveries, Inbox inbox, ObjectProvider<AgencyProfiles> profiles) {
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.profiles = profiles;
    }

    /** It stands in the books. In the caller's transaction, as all here. */
    void accept(Booking booking) {
        NewBooking intent = booking.intent();
        ObjectNode answer = answer(ProposalEvent.id(intent), "ACCEPTED")
                .put("voucherId", booking.voucherId())
                .put("voucherNumber", booking.voucherNumber())
                .put("bookedOn", booking.bookedOn().toString());
        order(intent.key(), intent.agency(), intent.creditorId(), intent.claimKey(), answer, intent.netOre());
    }

    void refuse(NewBooking intent, ProposalRefusal why) {
        ObjectNode answer = refusal(ProposalEvent.id(intent), why);
        order(intent.key(), intent.agency(), intent.creditorId(), intent.claimKey(), answer, intent.netOre());
    }

    void refuse(Creditor creditor, Proposal proposal, ProposalRefusal why) {
        String key = VoucherKey.of(creditor.agency(), proposal.id());
        order(key, creditor.agency(), creditor.id(), null, refusal(proposal.id(), why), proposal.netOre());
    }

    /** True for an agency that proposes vouchers, and so wants to know what became of them. */
    boolean asks(String agency) {
        AgencyProfiles known = profiles.getObject();
        return known.ids().contains(agency) && known.of(agency).answers().containsKey("answer-proposal");
    }

    boolean answered(String key) {
        return deliveries.getObject().find(DeliveryKind.ANSWER_PROPOSAL, key).isPresent();
    }

    boolean takenBack(String agency, String proposal) {
        return inbox.contains(agency + ".withdrawal", proposal);
    }

    private static ObjectNode refusal(String proposal, ProposalRefusal why) {
        return answer(proposal, "REFUSED").put("reason", why.reason().name()).put("text", why.detail());
    }

    private static ObjectNode answer(String proposal, String answer) {
        return JsonNodeFactory.instance.objectNode().put("proposal", proposal).put("answer", answer);
    }

    private void order(
            String key, String agency, String creditorId, String claimKey, ObjectNode answer, long amountOre) {
        String proposal = answer.path("proposal").asText();
        if (!asks(agency) || answered(key) || takenBack(agency, proposal)) {
            return;
        }
        deliveries
                .getObject()
                .add(new NewDelivery(
                        DeliveryKind.ANSWER_PROPOSAL,
                        key,
                        1,
                        agency,
                        "answer:" + key,
                        creditorId,
                        claimKey,
                        ExactJson.write(answer),
                        Math.abs(amountOre)));
    }
}
