package no.kravbro.agency;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import no.kravbro.claim.Stage;
import no.kravbro.claim.WithdrawalReason;

/**
 * What an agency and its wire can do, as data. Source: contracts of the wires, section 2.
 *
 * @param firstSteps the steps a creditor may choose for the agency to start with; empty = no choice
 * @param attachmentMegabytes largest attachment, 0 = none are taken
 * @param moneyOn whose account debtors pay to
 * @param portal name of the place where a person does by hand what the wire cannot
 * @param formerPortal where customers of before do that; may be left out
 * @param byCase instructions are addressed to a case, so they must wait until the agency has opened one; may be left out
 * @param actions every {@link Action}
 */
public record Capabilities(
        List<String> firstSteps,
        int attachmentMegabytes,
        Holder moneyOn,
        String portal,
        FormerPortal formerPortal,
        Withdrawal withdrawal,
        Boolean byCase,
        Map<Action, Capability> actions) {

    public Capabilities {
        byCase = byCase != null && byCase;
    }

    /** @param until the last day of activation of customers who still use it, an Oslo day */
    public record FormerPortal(String name, LocalDate until) {}

    /** The portal of a customer. @param activatedOn when the agency activated it, or null: lately */
    public String portal(LocalDate activatedOn) {
        boolean former = formerPortal != null && activatedOn != null && !activatedOn.isAfter(formerPortal.until());
        return former ? formerPortal.name() : portal;
    }

    /** Whose bank account the debtor pays to. */
    public enum Holder {
        AGENCY,
        CREDITOR
    }

    /** Who carries an action out. */
    public enum By {
        WIRE,
        /** By hand, at the agency's portal. */
        PERSON,
        /** This agency does not know such a thing. */
        NOBODY
    }

    /**
     * @param stages where it is possible; empty = at every open stage
     * @param days a person has to do it, in calendar days
     * @param call what the wire calls it, where an address is made of that; may be left out
     * @param listedAs word of the case's own list that stands for it, where it is another action's; may be left out
     * @param toReference the wire carries only an answer to what the agency itself has asked or heard; may be left out
     */
    public record Capability(
            By by, List<Stage> stages, Integer days, String call, String listedAs, Boolean toReference) {

        public Capability {
            stages = stages == null ? List.of() : List.copyOf(stages);
            days = days == null ? 0 : days;
            toReference = toReference != null && toReference;
        }
    }

    /** What a withdrawal costs after its free days. */
    public enum Price {
        /** Asked for at the agency, and to be confirmed. */
        QUOTED,
        /** Whatever has accrued; the agency gives no quote. */
        COSTS,
        NONE,
        UNKNOWN
    }

    /** How days are counted. */
    public enum Days {
        CALENDAR,
        WORKING
    }

    /**
     * @param freeDays from receipt, in which it costs nothing; null where the agency has not said
     * @param days how those are counted
     * @param freeFor the only reason for which those days hold; null = every reason
     */
    public record Withdrawal(Price price, Integer freeDays, Days days, WithdrawalReason freeFor) {}

    /** How an action can be carried out now, and why not otherwise. */
    public enum Permission {
        WIRE,
        PERSON,
        /** The agency knows no such thing. */
        NOT_OFFERED,
        /** Not at this stage. */
        STAGE,
        /** The agency's own list for this case does not hold it. */
        NOT_NOW,
        CLOSED,
        /** The agency has not opened its case yet. */
        NO_CASE,
        /** The debtor objects to all of it, so the run may not go on. */
        DISPUTED,
        /** Nothing to answer. */
        NO_DISPUTE;

        /** Whether it can be carried out, by whomever. */
        public boolean granted() {
            return this == WIRE || this == PERSON;
        }
    }

    /** What can be done with a case as it stands: the agency's rules, and ours about disputes. */
    public Permission permission(Action action, CaseFacts facts) {
        Permission permission = permission(action, facts.stage(), facts.allowed());
        if (!permission.granted()) {
            return permission;
        }
        if (action.goesOn() && facts.disputed()) {
            return Permission.DISPUTED;
        }
        if (action == Action.ANSWER_DISPUTE && !facts.answerable()) {
            return Permission.NO_DISPUTE;
        }
        boolean early = byCase && action.listed() && !facts.opened();
        return early && permission == Permission.WIRE ? Permission.NO_CASE : permission;
    }

    /** @param allowed the case's own list of allowed actions, which wins over the stages; empty = the agency gave none */
    public Permission permission(Action action, Stage stage, Collection<String> allowed) {
        Capability capability = actions.get(action);
        if (capability.by() == By.NOBODY) {
            return Permission.NOT_OFFERED;
        }
        if (stage == Stage.CLOSED) {
            return Permission.CLOSED;
        }
        if (capability.by() == By.PERSON) {
            return Permission.PERSON;
        }
        if (action.listed() && !allowed.isEmpty()) {
            boolean held = capability.listedAs() == null ? action.in(allowed) : allowed.contains(capability.listedAs());
            return held ? Permission.WIRE : Permission.NOT_NOW;
        }
        boolean here = capability.stages().isEmpty() || capability.stages().contains(stage);
        return here ? Permission.WIRE : Permission.STAGE;
    }
}
