package no.kravbro.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import no.kravbro.bundle.ExactJson;
import no.kravbro.claim.ClaimDocument;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.decision.DecisionContext;
import no.kravbro.claim.decision.LookAgain;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.NewClaim;
import no.kravbro.delivery.Tasks;
import no.kravbro.delivery.Timeline;
import no.kravbro.delivery.Work;
import no.kravbro.transfer.choose.Approvals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The last look before harm, with its consequence: a claim that is no longer right is cancelled with its reason before it is
 * sent, and one whose open amount changed is written down anew under a new submission number.
 */
@Service
public class LastLook {

    private static final Logger LOG = LoggerFactory.getLogger(LastLook.class);

    private final Screening screening;
    private final Deliveries deliveries;
    private final Claims claims;
    private final Approvals approvals;
    private final Tasks tasks;
    private final Timeline timeline;
    private final TransactionTemplate transaction;

    public LastLook(
            Screening screening,
            Deliveries deliveries,
            Claims claims,
            Approvals approvals,
            Tasks tasks,
            Timeline timeline,
            TransactionTemplate transaction) {
        this.screening = screening;
        this.deliveries = deliveries;
        this.claims = claims;
        this.approvals = approvals;
        this.tasks = tasks;
        this.timeline = timeline;
        this.transaction = transaction;
    }

    /**
     * What the last look finds; writing is another matter.
     *
     * @param why codes of what stands against sending it as it is, or null when nothing does
     * @param goesOn true when the claim goes on as another submission
     */
    public record Found(String why, boolean goesOn) {

        static final Found RIGHT = new Found(null, true);

        public boolean right() {
            return why == null;
        }
    }

    /**
     * What is known beside the invoices, read once for all claims of a transmission.
     *
     * @param context what decides about the creditor's invoices
     * @param held keys of claims whose money a person has to see to first
     * @param objections what the agency must be told with a claim, by claim key
     */
    public record Around(
            DecisionContext context, Set<String> held, Map<String, ClaimDocument.DisputePart> objections) {}

    /** Read anew: it may be seconds old when a claim is sent, no more. */
    public Around around(Creditor creditor, Collection<String> claimKeys) {
        return new Around(screening.context(creditor), tasks.holding(claimKeys), screening.objections(claimKeys));
    }

    /** Looks and writes nothing. @param now the invoice as just read, or null when the accounting system does not show it any more */
    public Found look(Delivery member, Creditor creditor, Invoice now) {
        return look(member, creditor, now, around(creditor, List.of(member.claimKey())));
    }

    private Found look(Delivery member, Creditor creditor, Invoice now, Around around) {
        if (!creditor.transfer().sends()) {
            return new Found("DRY_RUN", false);
        }
        if (!creditor.agency().equals(member.target())) {
            return new Found("OTHER_AGENCY", false);
        }
        if (around.held().contains(member.claimKey())) {
            return new Found("TASK_OPEN", false);
        }
        if (now == null) {
            return new Found("NOT_FOUND", false);
        }
        boolean automatic = creditor.transfer() == Creditor.Transfer.AUTOMATIC;
        if (!automatic && !approved(member)) {
            return new Found("NOT_APPROVED", false);
        }
        LookAgain look = LookAgain.at(asWrittenDown(member, now), now, around.context());
        if (look instanceof LookAgain.Stop stop) {
            return new Found(codes(stop), false);
        }
        if (look instanceof LookAgain.Changed) {
            return new Found("AMOUNT_CHANGED", automatic);
        }
        boolean same =
                Objects.equals(written(member).dispute(), around.objections().get(member.claimKey()));
        return same ? Found.RIGHT : new Found("DISPUTE_CHANGED", automatic);
    }

    /** @param now the invoice as just read, or null when the accounting system does not show it any more */
    public boolean stillRight(Work work, Delivery member, Creditor creditor, Invoice now, Around around) {
        Found found = look(member, creditor, now, around);
        if (!found.right()) {
            transaction.executeWithoutResult(status -> {
                stop(work, member, found);
                if (found.goesOn()) {
                    again(member, creditor, now);
                }
            });
        }
        return found.right();
    }

    /** Where a person decides what goes, nothing else does: what has changed is a draft again. */
    private boolean approved(Delivery member) {
        return approvals
                .find(member.claimKey())
                .filter(approval -> approval.covers(member.target(), written(member)))
                .isPresent();
    }

    /** The claim of a delivery as it would be written down now. */
    public NewClaim anew(Delivery member, Creditor creditor, Invoice now) {
        int submission = deliveries.nextSubmission(DeliveryKind.SUBMIT_CLAIM, member.key());
        return screening.claim(creditor, now, submission, written(member).takeover());
    }

    private void again(Delivery member, Creditor creditor, Invoice now) {
        claims.submitAgain(anew(member, creditor, now));
        deliveries.replaced(member);
    }

    private static String codes(LookAgain.Stop stop) {
        return stop.reasons().stream().map(reason -> reason.code().name()).collect(Collectors.joining(","));
    }

    private void stop(Work work, Delivery member, Found found) {
        deliveries.cancel(work, member.id(), found.goesOn() ? Deliveries.REPLACED : Claims.STOPPED_BY_US);
        timeline.note(member.claimKey(), "SUBMISSION_STOPPED", found.why());
        LOG.info("Claim {} was not sent: {}", member.claimKey(), found.why());
    }

    /** The invoice with amount and due day as they stand in the payload that is about to be sent. */
    private static Invoice asWrittenDown(Delivery member, Invoice now) {
        ClaimDocument claim = written(member);
        return new Invoice(
                now.id(),
                now.number(),
                claim.invoiceDate(),
                claim.dueDate(),
                claim.kid(),
                claim.currency(),
                claim.originalOre(),
                claim.remainingOre(),
                false,
                false,
                null,
                now.debtor(),
                now.postings());
    }

    private static ClaimDocument written(Delivery member) {
        try {
            return ExactJson.value(member.payload(), ClaimDocument.class);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("The payload of delivery " + member.id() + " is no claim", notOurs);
        }
    }
}
