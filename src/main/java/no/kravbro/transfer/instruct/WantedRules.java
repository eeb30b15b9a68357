package no.kravbro.transfer.instruct;

import java.time.LocalDate;
import no.kravbro.agency.Action;
import no.kravbro.agency.Capabilities;
import no.kravbro.claim.DisputeOutcome;

/** What must be said with each instruction, and what may be: the strictest wire's rules, so that all agencies understand it. */
final class WantedRules {

    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_REASON = 500;
    /** Of one instruction. */
    static final int MOST_ATTACHMENTS = 5;

    private WantedRules() {}

    static void check(Wanted wanted, Capabilities can, LocalDate today) {
        switch (wanted.action()) {
            case MESSAGE, DISPUTE -> text(wanted, LONGEST_TEXT);
            case PAUSE -> {
                text(wanted, LONGEST_REASON);
                require(wanted.day() == null || wanted.day().isAfter(today), "day must lie ahead");
            }
            case NEW_DUE_DATE ->
                require(wanted.day() != null && wanted.day().isAfter(today), "day is needed and must lie ahead");
            case WITHDRAW, ANSWER_LIST -> text(wanted, LONGEST_REASON);
            case ANSWER_DISPUTE -> answer(wanted);
            default -> {}
        }
        require(wanted.amountOre() == null || wanted.amountOre() > 0, "amountOre must be more than 0");
        attachments(wanted, can);
    }

    static void answer(Wanted wanted) {
        text(wanted, LONGEST_TEXT);
        require(wanted.outcome() != null, "outcome is needed");
        boolean part = wanted.outcome() == DisputeOutcome.ACCEPTED_PARTIAL;
        require(part == (wanted.amountOre() != null), "amountOre belongs to ACCEPTED_PARTIAL, and only there");
    }

    private static void text(Wanted wanted, int longest) {
        require(wanted.text() != null && wanted.text().length() <= longest, "text has 1 to " + longest + " characters");
    }

    private static void attachments(Wanted wanted, Capabilities can) {
        boolean carries = wanted.action() == Action.MESSAGE
                || wanted.action() == Action.DISPUTE
                || wanted.action() == Action.ANSWER_DISPUTE;
        require(wanted.attachments().isEmpty() || carries, wanted.action() + " takes no attachments");
        require(
                wanted.attachments().isEmpty() || can.attachmentMegabytes() > 0,
                "this agency takes no attachments over its wire");
        require(wanted.attachments().size() <= MOST_ATTACHMENTS, "at most " + MOST_ATTACHMENTS + " attachments");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new InstructionRefused(InstructionRefused.Code.INCOMPLETE, otherwise);
        }
    }
}
