package no.kravbro.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.kravbro.Masking;
import no.kravbro.access.Right;
import no.kravbro.audit.Deed;
import no.kravbro.claim.ClaimKey;
import no.kravbro.claim.DisputeOutcome;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import no.kravbro.transfer.dispute.Dispute;
import no.kravbro.transfer.dispute.Disputes;
import no.kravbro.transfer.dispute.NewDispute;
import no.kravbro.transfer.instruct.Attachments;
import no.kravbro.transfer.instruct.DisputeCases;
import no.kravbro.transfer.instruct.Instructions;
import org.springframework.stereotype.Service;

/** {@code /api/v1/claims/{key}/disputes}: what debtors object to, also before an agency has the claim. */
@Service
public class DisputesApi {

    private final Disputes disputes;
    private final DisputeCases cases;
    private final Instructions instructions;
    private final Attachments attachments;
    private final Creditors creditors;
    private final Once once;

    DisputesApi(
            Disputes disputes,
            DisputeCases cases,
            Instructions instructions,
            Attachments attachments,
            Creditors creditors,
            Once once) {
        this.disputes = disputes;
        this.cases = cases;
        this.instructions = instructions;
        this.attachments = attachments;
        this.creditors = creditors;
        this.once = once;
    }

    /** As {@link NewDispute} has it. */
    public record Raised(
            Long amountOre, String reason, LocalDate raisedOn, LocalDate answerBy, List<Enclosed> attachments) {}

    /** As {@link DisputeCases.Answer} has it. */
    public record Answered(DisputeOutcome outcome, Long amountOre, String text, List<Enclosed> attachments) {}

    /** As {@link Dispute} has it. @param stops nothing of the claim may be collected now */
    public record View(
            long id,
            String claimKey,
            String heardFrom,
            Long amountOre,
            String reason,
            LocalDate raisedOn,
            LocalDate answerBy,
            int attachments,
            String state,
            boolean stops,
            String outcome,
            Long agreedOre,
            String answer,
            LocalDate answeredOn,
            Long costOre,
            Instant openedAt,
            Instant closedAt) {}

    /** Newest first. */
    public List<View> list(String key, Caller caller) {
        caller.need(Right.READ_CLAIMS);
        creditor(key, caller);
        return disputes.of(key).stream().map(DisputesApi::view).toList();
    }

    /** @param body JSON of {@link Raised} */
    public View raise(String key, String body, Caller caller) {
        Raised raised = Body.read(body, Raised.class);
        caller.need(Right.INSTRUCT);
        Creditor creditor = creditor(key, caller);
        return once.run(
                caller,
                Act.of(Deed.DISPUTE_RAISED, "claims/" + key, creditor.id(), raised.reason()),
                "claims/" + key + "/disputes " + body,
                () -> InstructionsApi.refusing(() -> raise(key, creditor, raised, caller)),
                () -> view(disputes.of(key).get(0)));
    }

    private void raise(String key, Creditor creditor, Raised raised, Caller caller) {
        NewDispute dispute = new NewDispute(
                key,
                creditor.id(),
                Dispute.Source.CREDITOR,
                null,
                raised.amountOre(),
                raised.reason() == null ? null : raised.reason().strip(),
                raised.raisedOn() == null ? instructions.today() : raised.raisedOn(),
                raised.answerBy(),
                Enclosed.keep(attachments, key, raised.attachments()),
                false);
        cases.raise(dispute, creditor.agency(), InstructionsApi.id(key, caller));
    }

    /** @param body JSON of {@link Answered} */
    public View answer(long id, String body, Caller caller) {
        Answered answered = Body.read(body, Answered.class);
        caller.need(Right.INSTRUCT);
        Dispute dispute = find(id, caller);
        return once.run(
                caller,
                Act.of(Deed.DISPUTE_ANSWERED, "disputes/" + id, dispute.creditorId(), answered.text()),
                "disputes/" + id + "/answer " + body,
                () -> InstructionsApi.refusing(() -> answer(dispute, answered, caller)),
                () -> view(find(id, caller)));
    }

    private void answer(Dispute dispute, Answered answered, Caller caller) {
        DisputeCases.Answer answer = new DisputeCases.Answer(
                answered.outcome(),
                answered.amountOre(),
                answered.text(),
                Enclosed.keep(attachments, dispute.claimKey(), answered.attachments()));
        cases.answer(dispute.id(), answer, InstructionsApi.id(dispute.claimKey(), caller), caller.who());
    }

    private Dispute find(long id, Caller caller) {
        return disputes.find(id, caller.creditors())
                .orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, "There is no dispute " + id));
    }

    private Creditor creditor(String key, Caller caller) {
        try {
            String number = ClaimKey.parse(key).organizationNumber();
            return creditors.all().stream()
                    .filter(each -> each.organizationNumber().equals(number)
                            && caller.access().sees(each.id()))
                    .findFirst()
                    .orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, "No creditor has this number"));
        } catch (IllegalArgumentException noKey) {
            throw new ApiProblem(ApiProblem.Code.NOT_FOUND, "There is no claim with this key");
        }
    }

    private static View view(Dispute dispute) {
        return new View(
                dispute.id(),
                dispute.claimKey(),
                dispute.heardFrom().name(),
                dispute.amountOre(),
                Masking.mask(dispute.reason()),
                dispute.raisedOn(),
                dispute.answerBy(),
                dispute.attachments().size(),
                dispute.state().name(),
                dispute.stops(),
                dispute.outcome() == null ? null : dispute.outcome().name(),
                dispute.agreedOre(),
                Masking.mask(dispute.answer()),
                dispute.answeredOn(),
                dispute.costOre(),
                dispute.openedAt(),
                dispute.closedAt());
    }
}
