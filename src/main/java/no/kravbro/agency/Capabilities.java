package no.kravbro.agency;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import no.kravbro.claim.Stage;

/**
 * What an agency and its wire can do, as data. Source: contracts of the wires, section 2.
 *
 * @param firstSteps the steps a creditor may choose for the agency to start with; empty = no choice
 * @param attachmentMegabytes largest attachment, 0 = none are taken
 * @param moneyOn whose account debtors pay to
 * @param portal name of the place where a person does by hand what the wire cannot
 * @param actions every {@link Action}
 */
public record Capabilities(
        List<String> firstSteps,
        int attachmentMegabytes,
        Holder moneyOn,
        String portal,
        Withdrawal withdrawal,
        Map<Action, Capability> actions) {

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
     */
    public record Capability(By by, List<Stage> stages, Integer days) {

        public Capability {
            stages = stages == null ? List.of() : List.copyOf(stages);
            days = days == null ? 0 : days;
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
     */
    public record Withdrawal(Price price, Integer freeDays, Days days) {}

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
        CLOSED
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
            return action.in(allowed) ? Permission.WIRE : Permission.NOT_NOW;
        }
        boolean here = capability.stages().isEmpty() || capability.stages().contains(stage);
        return here ? Permission.WIRE : Permission.STAGE;
    }
}
