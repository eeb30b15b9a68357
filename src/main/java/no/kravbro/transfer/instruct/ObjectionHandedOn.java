package no.kravbro.transfer.instruct;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.agency.CaseFacts;
import no.kravbro.bundle.ExactJson;
import no.kravbro.claim.ClaimDocument;
import no.kravbro.claim.ClaimState;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Consequence;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.Outcome;
import no.kravbro.transfer.dispute.Dispute;
import no.kravbro.transfer.dispute.Disputes;
import org.springframework.stereotype.Component;

/**
 * What the claim itself could not carry follows it as soon as the agency has it: an objection that came while the claim was on its
 * way stops the run there, and documents of an objection are sent, or are a person's to take to the portal.
 */
@Component
class ObjectionHandedOn implements Consequence {

    private final Disputes disputes;
    private final Claims claims;
    private final AgencyProfiles profiles;
    private final Attachments attachments;
    private final Instructions instructions;

    ObjectionHandedOn(
            Disputes disputes,
            Claims claims,
            AgencyProfiles profiles,
            Attachments attachments,
            Instructions instructions) {
        this.disputes = disputes;
        this.claims = claims;
        this.profiles = profiles;
        this.attachments = attachments;
        this.instructions = instructions;
    }

    @Override
    public boolean concerns(DeliveryKind kind) {
        return kind == DeliveryKind.SUBMIT_CLAIM;
    }

    @Override
    public void accepted(Delivery delivery, Outcome.Accepted outcome) {
        acceptedAll(List.of(new Confirmed(delivery, outcome)));
    }

    @Override
    public void acceptedAll(List<Confirmed> confirmed) {
        Map<String, Dispute> raised = disputes.weighing(
                confirmed.stream().map(each -> each.delivery().claimKey()).toList());
        confirmed.stream()
                .map(Confirmed::delivery)
                .filter(each -> raised.containsKey(each.claimKey()))
                .forEach(each -> claims.find(each.claimKey())
                        .filter(claim ->
                                claim.state() == ClaimState.ACCEPTED && claim.submission() == each.submission())
                        .ifPresent(claim -> handOn(claim, each, raised.get(claim.key()))));
    }

    private void handOn(ClaimRow claim, Delivery delivery, Dispute dispute) {
        Objection objection = new Objection(
                dispute,
                attachments.of(claim.key(), dispute.attachments()),
                travelled(delivery, dispute) || claim.flags().contains(CaseFacts.DISPUTED),
                profiles.of(claim.agency()).capabilities().attachmentMegabytes() > 0);
        int number = 0;
        for (Objection.Order each : objection.orders()) {
            String id = "objection-" + dispute.id() + "-" + claim.submission() + "-" + ++number;
            boolean byHand = each.byHand()
                    || !instructions.permission(claim, each.wanted()).granted();
            if (byHand) {
                instructions.byHand(claim, each.wanted(), id);
            } else {
                instructions.order(claim, each.wanted(), id);
            }
        }
    }

    /** Whether the claim that was sent says of this objection already. */
    private static boolean travelled(Delivery delivery, Dispute dispute) {
        try {
            ClaimDocument sent = ExactJson.value(delivery.payload(), ClaimDocument.class);
            return sent.dispute() != null && sent.dispute().text().equals(dispute.reason());
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("The payload of delivery " + delivery.id() + " is no claim", notOurs);
        }
    }
}
