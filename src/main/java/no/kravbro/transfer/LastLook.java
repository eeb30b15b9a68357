package no.kravbro.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import no.kravbro.delivery.Tasks;
import no.kravbro.delivery.Timeline;
import no.kravbro.delivery.Work;
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
    private final Tasks tasks;
    private final Timeline timeline;
    private final TransactionTemplate transaction;

    public LastLook(
            Screening screening,
            Deliveries deliveries,
            Claims claims,
            Tasks tasks,
            Timeline timeline,
            TransactionTemplate transaction) {
        this.screening = screening;
        this.deliveries = deliveries;
        this.claims = claims;
        this.tasks = tasks;
        this.timeline = timeline;
        this.transaction = transaction;
    }

    /** @param now the invoice as just read, or null when the accounting system does not show it any more */
    public boolean stillRight(Work work, Delivery member, Creditor creditor, Invoice now) {
        if (creditor.transfer() != Creditor.Transfer.AUTOMATIC) {
            stop(work, member, "DRY_RUN");
            return false;
        }
        if (!creditor.agency().equals(member.target())) {
            stop(work, member, "OTHER_AGENCY");
            return false;
        }
        if (tasks.holds(member.claimKey())) {
            stop(work, member, "TASK_OPEN");
            return false;
        }
        if (now == null) {
            stop(work, member, "NOT_FOUND");
            return false;
        }
        DecisionContext context = screening.context(creditor);
        LookAgain look = LookAgain.at(asWrittenDown(member, now), now, context);
        if (look instanceof LookAgain.StillRight) {
            return true;
        }
        transaction.executeWithoutResult(status -> {
            if (look instanceof LookAgain.Stop stop) {
                stop(
                        work,
                        member,
                        stop.reasons().stream()
                                .map(reason -> reason.code().name())
                                .collect(Collectors.joining(",")));
            } else {
                stop(work, member, "AMOUNT_CHANGED");
                int submission = deliveries.nextSubmission(DeliveryKind.SUBMIT_CLAIM, member.key());
                claims.submitAgain(screening.claim(creditor, now, submission));
            }
        });
        return false;
    }

    private void stop(Work work, Delivery member, String why) {
        deliveries.cancel(work, member.id(), Claims.STOPPED_BY_US);
        timeline.note(member.claimKey(), "SUBMISSION_STOPPED", why);
        LOG.info("Claim {} was not sent: {}", member.claimKey(), why);
    }

    /** The invoice with amount and due day as they stand in the payload that is about to be sent. */
    private static Invoice asWrittenDown(Delivery member, Invoice now) {
        try {
            ClaimDocument claim = ExactJson.value(member.payload(), ClaimDocument.class);
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
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("The payload of delivery " + member.id() + " is no claim", notOurs);
        }
    }
}
