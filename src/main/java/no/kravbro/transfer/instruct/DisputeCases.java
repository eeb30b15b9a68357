package no.kravbro.transfer.instruct;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.kravbro.agency.Action;
import no.kravbro.agency.Capabilities.Permission;
import no.kravbro.agency.CaseFacts;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.DisputeOutcome;
import no.kravbro.claim.OsloDay;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.NewTask;
import no.kravbro.delivery.TaskKind;
import no.kravbro.delivery.Tasks;
import no.kravbro.delivery.Timeline;
import no.kravbro.money.Money;
import no.kravbro.transfer.dispute.Dispute;
import no.kravbro.transfer.dispute.DisputeState;
import no.kravbro.transfer.dispute.Disputes;
import no.kravbro.transfer.dispute.NewDispute;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** An objection from its first word to its answer: it stops the claim in the same moment, and both sides come to know of it. */
@Service
public class DisputeCases {

    private static final int DAYS_TO_CREDIT = 7;
    private static final String SILENT = "CREDITOR_SILENT";

    private final Disputes disputes;
    private final Claims claims;
    private final Instructions instructions;
    private final WithdrawalPrices prices;
    private final Deliveries deliveries;
    private final Tasks tasks;
    private final Timeline timeline;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DisputeCases(
            Disputes disputes,
            Claims claims,
            Instructions instructions,
            WithdrawalPrices prices,
            Deliveries deliveries,
            Tasks tasks,
            Timeline timeline,
            TransactionTemplate transaction,
            Clock clock) {
        this.disputes = disputes;
        this.claims = claims;
        this.instructions = instructions;
        this.prices = prices;
        this.deliveries = deliveries;
        this.tasks = tasks;
        this.timeline = timeline;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What the creditor's answer says.
     *
     * @param agreedOre of ACCEPTED_PARTIAL: what is given up
     */
    public record Answer(DisputeOutcome outcome, Long agreedOre, String text, List<String> attachments) {}

    /**
     * The creditor has heard of an objection. Throws {@link InstructionRefused}.
     *
     * @param id our name of what the agency is told, if it has the claim
     */
    public Dispute raise(NewDispute dispute, String agency, String id) {
        return transaction.execute(status -> {
            String key = dispute.claimKey();
            Optional<ClaimRow> claim = claims.find(key);
            sound(dispute, claim);
            if (disputes.isOpen(key)) {
                throw new InstructionRefused(
                        InstructionRefused.Code.DISPUTE_OPEN, "The claim has a dispute that waits for an answer");
            }
            // The agency is told first: what is disputed already may not be disputed again.
            claim.filter(each -> each.state() == ClaimState.ACCEPTED).ifPresent(each -> tell(each, dispute, id));
            long opened = disputes.open(dispute);
            if (dispute.answerBy() != null) {
                tasks.open(new NewTask(
                        TaskKind.ANSWER_DEBTOR,
                        "dispute-" + opened,
                        dispute.creditorId(),
                        key,
                        claim.map(ClaimRow::agency).orElse(agency),
                        dispute.reason(),
                        dispute.answerBy()));
            }
            timeline.note(key, "DISPUTED", "dispute-" + opened);
            return disputes.find(opened).orElseThrow();
        });
    }

    private void sound(NewDispute dispute, Optional<ClaimRow> claim) {
        LocalDate today = OsloDay.today(clock);
        boolean part = dispute.amountOre() == null
                || dispute.amountOre() > 0
                        && claim.map(each -> dispute.amountOre() < each.principalOre())
                                .orElse(true);
        if (!part) {
            throw incomplete("amountOre is more than 0 and less than the claim; leave it out for all of it");
        }
        if (dispute.reason() == null
                || dispute.reason().isBlank()
                || dispute.reason().length() > 2000) {
            throw incomplete("reason has 1 to 2000 characters");
        }
        if (dispute.raisedOn().isAfter(today)
                || dispute.answerBy() != null && dispute.answerBy().isBefore(today)) {
            throw incomplete("raisedOn lies behind, answerBy ahead");
        }
        fewEnough(dispute.attachments());
    }

    private static void fewEnough(List<String> attachments) {
        if (attachments.size() > WantedRules.MOST_ATTACHMENTS) {
            throw incomplete("at most " + WantedRules.MOST_ATTACHMENTS + " attachments");
        }
    }

    private static List<String> together(Dispute dispute, Answer answer) {
        return Stream.concat(dispute.attachments().stream(), wanted(answer).attachments().stream())
                .toList();
    }

    private static InstructionRefused incomplete(String detail) {
        return new InstructionRefused(InstructionRefused.Code.INCOMPLETE, detail);
    }

    private void tell(ClaimRow claim, NewDispute dispute, String id) {
        Wanted wanted = new Wanted(
                Action.DISPUTE,
                dispute.reason(),
                dispute.raisedOn(),
                dispute.amountOre(),
                null,
                null,
                null,
                dispute.attachments());
        Permission permission = instructions.permission(claim, Action.DISPUTE);
        if (permission.granted()) {
            instructions.order(claim, wanted, id);
        } else if (!claim.flags().contains(CaseFacts.DISPUTED)) {
            instructions.byHand(claim, wanted, id);
        }
    }

    /** The creditor answers. Throws {@link InstructionRefused}. @param id our name of what the agency is told */
    public Dispute answer(long disputeId, Answer answer, String id, String who) {
        return transaction.execute(status -> {
            Dispute dispute = disputes.find(disputeId)
                    .filter(Dispute::isOpen)
                    .orElseThrow(() -> new InstructionRefused(
                            InstructionRefused.Code.NO_OPEN_DISPUTE, "The dispute does not wait for an answer"));
            Long agreed = answer.outcome() == DisputeOutcome.ACCEPTED_FULL ? dispute.amountOre() : answer.agreedOre();
            WantedRules.answer(wanted(answer));
            fewEnough(wanted(answer).attachments());
            claims.find(dispute.claimKey())
                    .filter(claim -> claim.state() == ClaimState.ACCEPTED)
                    .ifPresent(claim -> answerAgency(claim, answer, id));
            disputes.answered(disputeId, answer.outcome(), agreed, answer.text(), together(dispute, answer));
            follow(dispute, answer.outcome(), agreed, who);
            return disputes.find(disputeId).orElseThrow();
        });
    }

    private static Wanted wanted(Answer answer) {
        return new Wanted(
                Action.ANSWER_DISPUTE,
                answer.text(),
                null,
                answer.agreedOre(),
                null,
                answer.outcome(),
                null,
                answer.attachments());
    }

    private void answerAgency(ClaimRow claim, Answer answer, String id) {
        Permission permission = instructions.permission(claim, Action.ANSWER_DISPUTE);
        if (permission.granted()) {
            instructions.order(claim, wanted(answer), id);
        } else {
            instructions.byHand(claim, wanted(answer), id);
        }
    }

    private void follow(Dispute dispute, DisputeOutcome outcome, Long agreed, String who) {
        String subject = "dispute-" + dispute.id();
        tasks.done(TaskKind.ANSWER_DEBTOR, subject, who, outcome.name());
        if (dispute.agencyReference() != null) {
            tasks.done(
                    TaskKind.ANSWER_AGENCY, dispute.claimKey() + "/" + dispute.agencyReference(), who, outcome.name());
        }
        if (outcome == DisputeOutcome.ACCEPTED_FULL || outcome == DisputeOutcome.ACCEPTED_PARTIAL) {
            tasks.open(new NewTask(
                    TaskKind.CREDIT_DISPUTED,
                    subject,
                    dispute.creditorId(),
                    dispute.claimKey(),
                    claims.find(dispute.claimKey()).map(ClaimRow::agency).orElse("-"),
                    agreed == null ? "all" : Money.decimal(agreed).toPlainString() + " NOK",
                    OsloDay.today(clock).plusDays(DAYS_TO_CREDIT)));
        }
        timeline.note(dispute.claimKey(), "DISPUTE_ANSWERED", subject + " " + outcome);
    }

    /**
     * What the agency tells of a case: the debtor may have objected there, or the agency has ended it.
     *
     * @param reference what it calls its last question, or null
     * @param answerBy last day for the answer to that, or null
     */
    public void heard(ClaimRow claim, String reference, String text, LocalDate answerBy) {
        transaction.executeWithoutResult(status -> {
            Optional<Dispute> open = disputes.openOf(claim.key());
            boolean flagged = claim.flags().contains(CaseFacts.DISPUTED);
            if (claim.state() == ClaimState.CLOSED) {
                open.ifPresent(dispute -> ended(claim, dispute));
            } else if (flagged && open.isPresent()) {
                disputes.seen(open.get().id(), open.get().agencyReference() == null ? reference : null, answerBy);
            } else if (flagged && !answered(claim, reference)) {
                begun(claim, reference, text, answerBy);
            } else if (!flagged && open.isPresent() && open.get().seenAtAgency()) {
                disputes.closed(open.get().id(), DisputeState.CLOSED, null);
                timeline.note(
                        claim.key(), "DISPUTE_ENDED", "dispute-" + open.get().id());
            }
        });
    }

    /** The agency has not taken notice of our answer yet. */
    private boolean answered(ClaimRow claim, String reference) {
        boolean same = reference == null
                // It came with the claim, answered.
                ? disputes.toTell(claim.key()).isPresent()
                : disputes.of(claim.key()).stream().anyMatch(each -> reference.equals(each.agencyReference()));
        return same
                || deliveries.ofClaim(claim.key()).stream()
                        .anyMatch(each -> each.kind() == DeliveryKind.INSTRUCT
                                && !each.state().settled()
                                && Instruction.parse(each.payload()).action() == Action.ANSWER_DISPUTE);
    }

    private void begun(ClaimRow claim, String reference, String text, LocalDate answerBy) {
        long id = disputes.open(new NewDispute(
                claim.key(),
                claim.creditorId(),
                Dispute.Source.AGENCY,
                reference,
                null,
                text == null || text.isBlank() ? "-" : text.substring(0, Math.min(2000, text.length())),
                OsloDay.today(clock),
                answerBy,
                List.of(),
                true));
        timeline.note(claim.key(), "DISPUTED", "dispute-" + id);
    }

    /** Silence has its price: what a withdrawal would have cost. */
    private void ended(ClaimRow claim, Dispute dispute) {
        boolean silent = SILENT.equals(claim.closeReason());
        Long cost = silent
                ? prices.shown(claim.key())
                        .orElseGet(() -> prices.byRule(claim))
                        .priceOre()
                : null;
        disputes.closed(dispute.id(), silent ? DisputeState.SILENT : DisputeState.CLOSED, cost);
        timeline.note(claim.key(), silent ? "DISPUTE_SILENT" : "DISPUTE_ENDED", "dispute-" + dispute.id());
    }
}
