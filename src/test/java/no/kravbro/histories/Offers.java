package no.kravbro.histories;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.kravbro.agency.Action;
import no.kravbro.agency.Capabilities.Permission;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.Stage;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.flows.Instructing;
import no.kravbro.flows.World;
import no.kravbro.transfer.instruct.InstructionRefused;
import no.kravbro.transfer.instruct.Instructions;

/** What the product offers for a claim on a day, held against the printed table; what it does not offer is asked for all the same. */
final class Offers {

    private final PrintedTable printed = new PrintedTable();
    private final Instructions instructions;
    private final Instructing wishes;
    private final List<String> faults;
    private final TreeMap<String, Set<String>> cells = new TreeMap<>();

    Offers(World world, List<String> faults) {
        this.instructions = world.bean(Instructions.class);
        this.wishes = new Instructing(world, null);
        this.faults = faults;
    }

    /** @param first it was not seen at this stage before */
    void judge(QuarterClaim claim, ClaimRow row, Stage stage, boolean first) {
        for (Action action : Action.values()) {
            Permission offered = instructions.permission(row, action);
            Set<Permission> right = right(claim, row, stage, action);
            if (!right.contains(offered)) {
                faults.add(claim + " at " + stage + " " + row.flags() + row.allowedActions() + ": " + action + " is "
                        + offered + ", by the table " + right);
            }
            if (offered.granted()) {
                note(claim, stage, action, "offered");
            } else if (first && (action.isInstruction() || action == Action.ANSWER_LIST)) {
                refused(claim, row, stage, action, offered);
            }
        }
    }

    private void refused(QuarterClaim claim, ClaimRow row, Stage stage, Action action, Permission why) {
        try {
            instructions.order(row, wishes.wanted(action), "quarter-refused-" + stage + "-" + action);
            faults.add(claim + " at " + stage + ": " + action + " was taken although it is " + why);
        } catch (InstructionRefused no) {
            if (!no.reason().equals(why.name())) {
                faults.add(claim + " at " + stage + ": " + action + " is refused for " + no.reason() + ", not " + why);
            }
            note(claim, stage, action, "refused");
        }
    }

    private Set<Permission> right(QuarterClaim claim, ClaimRow row, Stage stage, Action action) {
        if (row.state() == ClaimState.CLOSED) {
            return Set.of(known(claim, action) ? Permission.CLOSED : Permission.NOT_OFFERED);
        }
        Permission byTable = byTable(printed.word(claim.firm.agency(), stage, action), row);
        if (action == Action.ANSWER_DISPUTE && !instructions.facts(row).answerable()) {
            return EnumSet.of(Permission.NO_DISPUTE, Permission.NOT_NOW);
        }
        if (!byTable.granted()) {
            // A case's own list may hold a new due day at more stages, and gives another reason for what it does not
            // hold.
            boolean listed = !row.allowedActions().isEmpty() && byTable == Permission.STAGE;
            boolean more = listed && action == Action.NEW_DUE_DATE && onIt(row, action);
            Permission taken = instructions.facts(row).disputed() ? Permission.DISPUTED : Permission.WIRE;
            return EnumSet.of(more ? taken : listed ? Permission.NOT_NOW : byTable);
        }
        boolean disputed = instructions.facts(row).disputed();
        if (disputed && (action == Action.RESUME || action == Action.NEW_DUE_DATE)) {
            return EnumSet.of(Permission.DISPUTED, Permission.NOT_NOW);
        }
        Set<Permission> right =
                byTable == Permission.WIRE && !row.allowedActions().isEmpty()
                        ? ofList(row, action)
                        : EnumSet.of(byTable);
        boolean person = action == Action.ANSWER_DISPUTE && refersToNothing(claim);
        return person && right.contains(Permission.WIRE) ? EnumSet.of(Permission.PERSON) : right;
    }

    /** These two take an answer only to what they have a name for, and here the creditor has heard of it itself. */
    private static boolean refersToNothing(QuarterClaim claim) {
        return Set.of("bahs", "kk2").contains(claim.firm.agency());
    }

    /** Of a case in its ordinary run the list says what the table says; a pause and its end stand for each other. */
    private Set<Permission> ofList(ClaimRow row, Action action) {
        boolean money = !action.isInstruction() && action != Action.ANSWER_LIST;
        boolean ordinary = row.flags().isEmpty() && action != Action.RESUME;
        if (money || ordinary && exact(action, row)) {
            return EnumSet.of(Permission.WIRE);
        }
        return EnumSet.of(onIt(row, action) ? Permission.WIRE : Permission.NOT_NOW);
    }

    private static boolean onIt(ClaimRow row, Action action) {
        return row.allowedActions().contains(word(row.agency(), action));
    }

    private boolean exact(Action action, ClaimRow row) {
        Stage stage = row.stage() == null ? Stage.RECEIVED : row.stage();
        return List.of("wire", "later").contains(printed.word(row.agency(), stage, action));
    }

    /** How an agency's list names it. */
    private static String word(String agency, Action action) {
        return switch (action) {
            case ANSWER_LIST -> "REJECT_LIST";
            case ANSWER_DISPUTE -> agency.equals("autocollect") ? "DISPUTE" : "DISPUTE_ANSWER";
            default -> action.name();
        };
    }

    private static Permission byTable(String word, ClaimRow row) {
        return switch (word) {
            case "wire" -> Permission.WIRE;
            case "later" -> row.agencyCase() == null ? Permission.NO_CASE : Permission.WIRE;
            case "person" -> Permission.PERSON;
            case "" -> Permission.NOT_OFFERED;
            default -> Permission.STAGE;
        };
    }

    private boolean known(QuarterClaim claim, Action action) {
        return !printed.word(claim.firm.agency(), Stage.NOTICE, action).isEmpty();
    }

    private void note(QuarterClaim claim, Stage stage, Action action, String what) {
        cells.computeIfAbsent(claim.firm.agency() + " " + stage + " " + action, none -> new TreeSet<>())
                .add(what);
    }

    /** What has been lived through of a cell: offered, refused. */
    Set<String> of(String agency, Stage stage, Action action) {
        return cells.getOrDefault(agency + " " + stage + " " + action, Set.of());
    }

    String word(String agency, Stage stage, Action action) {
        return printed.word(agency, stage, action);
    }
}
