package no.kravbro.agency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import no.kravbro.agency.Capabilities.Permission;
import no.kravbro.claim.Stage;

/** Writes for people what may be done at which stage at which agency, from the profiles. A test fails when it is stale. */
public final class ActionTable {

    /** Where it stands in the project. */
    public static final Path PAGE = Path.of("src/docs/actions.md");

    private static final List<Stage> STAGES =
            Arrays.stream(Stage.values()).filter(Stage::isOpen).toList();

    private ActionTable() {}

    /** Command line: writes the page anew, from the top of the project. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(PAGE, page(Path.of("routes")));
    }

    /** The text of the page. */
    public static String page(Path routes) {
        AgencyProfiles profiles = new AgencyProfiles(routes);
        return """
                # What may be done at which stage

                <!-- Written by `make docs` from the agencies' profiles; do not edit. -->

                wire: the agency takes it over its wire. later: so, once it has opened a case. person: at its own portal, by a task with
                a deadline. A dot: not at this stage. Empty: the agency knows no such thing. Where a case has a list of allowed actions
                of its own, that list wins. While all of a claim is disputed, RESUME and NEW_DUE_DATE are refused.
                To an objection that only the creditor has heard of, BAHS and KapitalKontroll2 take no answer over their wires: a person gives it there.
                """
                + profiles.ids().stream()
                        .sorted()
                        .map(id -> table(profiles.of(id)))
                        .collect(Collectors.joining());
    }

    private static String table(AgencyProfile profile) {
        String head = STAGES.stream().map(Stage::name).collect(Collectors.joining(" | "));
        String rows = Arrays.stream(Action.values())
                .map(action -> "| " + action + " | "
                        + STAGES.stream()
                                .map(stage -> word(profile.capabilities(), action, stage))
                                .collect(Collectors.joining(" | "))
                        + " |\n")
                .collect(Collectors.joining());
        Capabilities.Withdrawal terms = profile.capabilities().withdrawal();
        return "\n## " + profile.name() + "\n\nPrice of a withdrawal: " + terms.price()
                + (terms.freeDays() == null || terms.freeDays() == 0
                        ? ""
                        : ", nothing for " + terms.freeDays() + " days (" + terms.days() + ") after receipt"
                                + (terms.freeFor() == null ? "" : " of what was " + terms.freeFor()))
                + ".\n\n| | " + head + " |\n|---" + "|---".repeat(STAGES.size()) + "|\n" + rows;
    }

    private static String word(Capabilities can, Action action, Stage stage) {
        Permission permission = can.permission(action, stage, List.of());
        boolean early = can.byCase() && action.listed() && stage == Stage.RECEIVED;
        return switch (permission) {
            case WIRE -> early ? "later" : "wire";
            case PERSON -> "person";
            case STAGE -> "·";
            default -> "";
        };
    }
}
