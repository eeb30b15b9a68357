package no.kravbro.transfer.instruct;

import java.util.Optional;
import no.kravbro.agency.Action;
import no.kravbro.agency.Capabilities.Permission;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.Invoice;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Timeline;
import no.kravbro.delivery.Work;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The last look before an agency is instructed: does it still have the claim, is it still allowed, and would the run go on
 * against a debtor who has paid? What is no longer right is cancelled, and a person is told unless nothing is left to be done.
 */
@Service
public class InstructionLook {

    /** Why an instruction was cancelled by the last look. */
    public static final String NO_LONGER_SO = "NO_LONGER_SO";

    private static final String CLOSED = "CLOSED";

    private final Claims claims;
    private final Instructions instructions;
    private final Deliveries deliveries;
    private final Timeline timeline;
    private final TransactionTemplate transaction;

    InstructionLook(
            Claims claims,
            Instructions instructions,
            Deliveries deliveries,
            Timeline timeline,
            TransactionTemplate transaction) {
        this.claims = claims;
        this.instructions = instructions;
        this.deliveries = deliveries;
        this.timeline = timeline;
        this.transaction = transaction;
    }

    /**
     * True when the agency is to be told.
     *
     * @param now the invoice as just read, or null when the accounting system does not show it any more
     */
    public boolean stillRight(Work work, Delivery member, Invoice now) {
        String why = obstacle(member, now).orElse(null);
        if (why != null) {
            transaction.executeWithoutResult(status -> {
                Instruction stopped = Instruction.parse(member.payload());
                deliveries.cancel(work, member.id(), NO_LONGER_SO);
                timeline.note(member.claimKey(), "INSTRUCTION_STOPPED", stopped.action() + " " + why);
                boolean paid = now != null && now.outstandingOre() <= 0;
                if (!why.equals(CLOSED) && !paid) {
                    instructions.stopped(claims.find(stopped.key()).orElseThrow(), stopped, why);
                }
            });
        }
        return why == null;
    }

    /** What stands against it, as a code, and writes nothing; empty when it is still right. */
    public Optional<String> obstacle(Delivery member, Invoice now) {
        Instruction instruction = Instruction.parse(member.payload());
        return Optional.ofNullable(
                obstacle(instruction, claims.find(instruction.key()).orElseThrow(), now));
    }

    private String obstacle(Instruction instruction, ClaimRow claim, Invoice now) {
        if (claim.state() != ClaimState.ACCEPTED || claim.submission() != instruction.submission()) {
            return CLOSED;
        }
        Permission permission = instructions.permission(claim, instruction.wanted());
        if (permission != Permission.WIRE) {
            return permission.name();
        }
        boolean goesOn = instruction.action() == Action.RESUME || instruction.action() == Action.NEW_DUE_DATE;
        if (goesOn && now == null) {
            return "NOT_FOUND";
        }
        return goesOn && now.outstandingOre() <= 0 ? "PAID" : null;
    }
}
