package no.kravbro.api;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.kravbro.Texts;
import no.kravbro.access.Right;
import no.kravbro.agency.Action;
import no.kravbro.agency.Capabilities.Permission;
import no.kravbro.audit.Deed;
import no.kravbro.claim.DisputeOutcome;
import no.kravbro.claim.Postponement;
import no.kravbro.claim.WithdrawalReason;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.Sql;
import no.kravbro.transfer.dispute.Dispute;
import no.kravbro.transfer.dispute.Disputes;
import no.kravbro.transfer.dispute.NewDispute;
import no.kravbro.transfer.instruct.Attachments;
import no.kravbro.transfer.instruct.DisputeCases;
import no.kravbro.transfer.instruct.Instruction;
import no.kravbro.transfer.instruct.InstructionRefused;
import no.kravbro.transfer.instruct.Instructions;
import no.kravbro.transfer.instruct.Wanted;
import no.kravbro.transfer.instruct.WithdrawalPrice;
import no.kravbro.transfer.instruct.WithdrawalPrices;
import org.springframework.stereotype.Service;

/** {@code /api/v1/claims/{key}/instructions}: what is wanted of the agency that has a claim, and what became of it. */
@Service
public class InstructionsApi {

    private final Instructions instructions;
    private final DisputeCases cases;
    private final Disputes disputes;
    private final WithdrawalPrices prices;
    private final Attachments attachments;
    private final Deliveries deliveries;
    private final TasksApi tasks;
    private final Once once;
    private final Texts texts;

    InstructionsApi(
            Instructions instructions,
            DisputeCases cases,
            Disputes disputes,
            WithdrawalPrices prices,
            Attachments attachments,
            Deliveries deliveries,
            TasksApi tasks,
            Once once,
            Texts texts) {
        this.instructions = instructions;
        this.cases = cases;
        this.disputes = disputes;
        this.prices = prices;
        this.attachments = attachments;
        this.deliveries = deliveries;
        this.tasks = tasks;
        this.once = once;
        this.texts = texts;
    }

    /** As {@link Wanted} has it. @param reason of a WITHDRAW: the agency is told it before the text; or null */
    public record Order(
            Action action,
            String text,
            LocalDate day,
            Long amountOre,
            String replyTo,
            DisputeOutcome outcome,
            Long priceOre,
            WithdrawalReason reason,
            List<Enclosed> attachments) {}

    /**
     * @param how WIRE: the delivery carries it; PERSON: the task asks for it
     * @param state of the delivery, or of the task
     * @param cause why it failed, or null
     * @param noticeFrom of a new due day: when the run begins again with a notice
     */
    public record View(
            String id,
            String action,
            String name,
            String how,
            Long deliveryId,
            Long taskId,
            String state,
            String cause,
            LocalDate day,
            LocalDate noticeFrom,
            Long amountOre,
            Long priceOre) {}

    /**
     * What a withdrawal costs now. Amounts in øre; null = nobody knows.
     *
     * @param freeFor the only reason for which it is free until that day, or null
     */
    public record Price(
            String basis, Long priceOre, Long vatOre, LocalDate freeUntil, WithdrawalReason freeFor, String words) {}

    /** Those that went over the wire, newest first. */
    public List<View> list(String key, Caller caller) {
        caller.need(Right.READ_CLAIMS);
        find(key, caller);
        Locale language = Texts.language(caller.language());
        return deliveries.ofClaim(key).stream()
                .filter(each -> each.kind() == DeliveryKind.INSTRUCT)
                .sorted(Comparator.comparingLong(Delivery::id).reversed())
                .map(each -> view(each, language))
                .toList();
    }

    /** @param body JSON of {@link Order} */
    public View order(String key, String body, Caller caller) {
        Order order = Body.read(body, Order.class);
        if (order.action() == null || !order.action().isInstruction()) {
            throw new ApiProblem(ApiProblem.Code.BAD_BODY, "action is none that an agency is instructed with");
        }
        if (order.reason() != null && order.action() != Action.WITHDRAW) {
            throw new ApiProblem(ApiProblem.Code.BAD_BODY, "reason belongs to WITHDRAW, and only there");
        }
        caller.need(Right.INSTRUCT);
        ClaimRow claim = find(key, caller);
        String id = id(key, caller);
        return once.run(
                caller,
                Act.of(
                        Deed.INSTRUCTION,
                        "claims/" + key,
                        claim.creditorId(),
                        order.text() == null ? order.action().name() : order.action() + ": " + told(order)),
                "claims/" + key + "/instructions " + body,
                () -> refusing(() -> order(claim, order, id, caller)),
                () -> ordered(claim, order.action(), id, caller));
    }

    private void order(ClaimRow claim, Order order, String id, Caller caller) {
        List<String> enclosed = Enclosed.keep(attachments, claim.key(), order.attachments());
        if (order.action() == Action.DISPUTE) {
            raise(claim, order, enclosed, id);
        } else if (order.action() == Action.ANSWER_DISPUTE && disputes.isOpen(claim.key())) {
            Dispute open = disputes.openOf(claim.key()).orElseThrow();
            cases.answer(
                    open.id(),
                    new DisputeCases.Answer(order.outcome(), order.amountOre(), order.text(), enclosed),
                    id,
                    caller.who());
        } else {
            instructions.order(
                    claim,
                    new Wanted(
                            order.action(),
                            told(order),
                            order.day(),
                            order.amountOre(),
                            order.replyTo(),
                            order.outcome(),
                            order.priceOre(),
                            enclosed),
                    id);
        }
    }

    /** An agency's people read Norwegian, whatever language the page had. */
    private String told(Order order) {
        boolean whole =
                order.reason() != null && order.text() != null && !order.text().isBlank();
        return whole
                ? texts.of(order.reason().key(), Texts.NB) + ". " + order.text().strip()
                : order.text();
    }

    private void raise(ClaimRow claim, Order order, List<String> enclosed, String id) {
        Permission permission = instructions.permission(claim, Action.DISPUTE);
        if (!permission.granted()) {
            throw ApiProblem.notAllowed(permission, "DISPUTE cannot be done at " + claim.agency());
        }
        LocalDate day = order.day() == null ? instructions.today() : order.day();
        cases.raise(
                new NewDispute(
                        claim.key(),
                        claim.creditorId(),
                        Dispute.Source.CREDITOR,
                        null,
                        order.amountOre(),
                        order.text(),
                        day,
                        null,
                        enclosed,
                        false),
                claim.agency(),
                id);
    }

    /** The claim whose price may be asked for: the caller could withdraw it. */
    public ClaimRow priced(String key, Caller caller) {
        caller.need(Right.INSTRUCT);
        return find(key, caller);
    }

    /** The claim with this key where an agency has it or had it, and the caller may see it. */
    private ClaimRow find(String key, Caller caller) {
        return instructions
                .claim(key, caller.creditors())
                .orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, "No agency has a claim with this key"));
    }

    /** The price that a person sees now, which from here on is the one to confirm. */
    public Price show(ClaimRow claim, WithdrawalPrice price, Caller caller) {
        prices.shown(claim.key(), price);
        Locale language = Texts.language(caller.language());
        return new Price(
                price.basis().name(),
                price.priceOre(),
                price.vatOre(),
                price.freeUntil(),
                prices.freeFor(claim, price),
                texts.of("price." + (price.priceOre() == null ? "UNKNOWN" : price.basis()), language));
    }

    /** The same call once more is the same order; it stands for no other. */
    static String id(String key, Caller caller) {
        return "ins-"
                + (caller.idempotencyKey() == null
                        ? UUID.randomUUID().toString()
                        : Sql.hash(key + " " + caller.idempotencyKey()).substring(0, 40));
    }

    /** Tells a refusal as a problem. */
    static void refusing(Runnable work) {
        try {
            work.run();
        } catch (InstructionRefused refused) {
            throw ApiProblem.of(refused);
        }
    }

    private View ordered(ClaimRow claim, Action action, String id, Caller caller) {
        Locale language = Texts.language(caller.language());
        return deliveries
                .find(DeliveryKind.INSTRUCT, claim.key() + "/" + id)
                .map(each -> view(each, language))
                .orElseGet(() -> byHand(
                        action, id, tasks.find(Instructions.taskSubject(action, claim.key(), id), caller), language));
    }

    private View byHand(Action action, String id, TasksApi.View task, Locale language) {
        return new View(
                id,
                action.name(),
                texts.of("action." + action, language),
                Permission.PERSON.name(),
                null,
                task.id(),
                task.state(),
                null,
                task.dueOn(),
                null,
                null,
                null);
    }

    private View view(Delivery delivery, Locale language) {
        Instruction each = Instruction.parse(delivery.payload());
        boolean postponed = each.action() == Action.NEW_DUE_DATE;
        return new View(
                each.id(),
                each.action().name(),
                texts.of("action." + each.action(), language),
                Permission.WIRE.name(),
                delivery.id(),
                null,
                delivery.state().name(),
                delivery.cause(),
                each.day(),
                postponed ? Postponement.noticeFrom(each.day()) : null,
                each.amountOre(),
                each.priceOre());
    }
}
