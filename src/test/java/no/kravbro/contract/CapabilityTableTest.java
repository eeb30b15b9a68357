package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.kravbro.agency.Action;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.agency.Capabilities;
import no.kravbro.agency.Capabilities.Permission;
import no.kravbro.claim.Stage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The profiles say what the agencies can do as contracts/README.md section 2 says it, cell by cell and stage by stage. */
class CapabilityTableTest {

    private static final Set<Stage> OPEN = EnumSet.complementOf(EnumSet.of(Stage.CLOSED));
    private static final Set<Stage> FIRST_LETTERS = EnumSet.of(Stage.REMINDER, Stage.NOTICE);
    private static final Set<Stage> BEFORE_COLLECTION = EnumSet.range(Stage.RECEIVED, Stage.LIST_PENDING);
    private static final Set<Stage> UP_TO_COLLECTION =
            EnumSet.of(Stage.RECEIVED, Stage.REMINDER, Stage.NOTICE, Stage.COLLECTION);
    private static final Set<Stage> FROM_REMINDER_TO_COLLECTION =
            EnumSet.of(Stage.REMINDER, Stage.NOTICE, Stage.COLLECTION);
    private static final Set<Stage> LIST = EnumSet.of(Stage.LIST_PENDING);
    private static final Set<Stage> BY_PERSON = Set.of();

    /** Stages at which the wire carries it; empty = a person does; no entry = there is no such thing. */
    private static final Map<String, Map<Action, Set<Stage>>> TABLE = Map.of(
            "bahs", cells(OPEN, OPEN, FROM_REMINDER_TO_COLLECTION, OPEN, OPEN, null),
            "autocollect", cells(OPEN, BY_PERSON, BEFORE_COLLECTION, OPEN, OPEN, LIST),
            "kk2", cells(OPEN, OPEN, UP_TO_COLLECTION, OPEN, OPEN, null),
            "ecpay", cells(BY_PERSON, OPEN, BY_PERSON, BY_PERSON, BY_PERSON, null));

    private static final Map<String, List<String>> FIRST_STEPS = Map.of(
            "bahs",
            List.of("REMINDER", "NOTICE", "COLLECTION"),
            "autocollect",
            List.of("REMINDER", "NOTICE", "COLLECTION"),
            "kk2",
            List.of(),
            "ecpay",
            List.of());

    private static final Map<String, String> TRANSFER_AND_NOTICE =
            Map.of("bahs", "1 14", "autocollect", "1 14", "kk2", "15 14", "ecpay", "15 14");
    private static final Map<String, String> WITHDRAWAL = Map.of(
            "bahs", "QUOTED 20 CALENDAR",
            "autocollect", "COSTS 10 WORKING",
            "kk2", "NONE 0 CALENDAR",
            "ecpay", "UNKNOWN null null");
    private static final Map<String, Integer> ATTACHMENTS = Map.of("bahs", 2, "autocollect", 0, "kk2", 0, "ecpay", 0);
    private static final Map<String, Capabilities.Holder> MONEY = Map.of(
            "bahs", Capabilities.Holder.AGENCY,
            "autocollect", Capabilities.Holder.AGENCY,
            "kk2", Capabilities.Holder.CREDITOR,
            "ecpay", Capabilities.Holder.AGENCY);

    private final AgencyProfiles profiles = new AgencyProfiles(Path.of("routes"));

    private static Map<Action, Set<Stage>> cells(
            Set<Stage> part,
            Set<Stage> reverse,
            Set<Stage> pause,
            Set<Stage> message,
            Set<Stage> withdraw,
            Set<Stage> list) {
        Set<Stage> due = pause.isEmpty() ? BY_PERSON : FIRST_LETTERS;
        Map<Action, Set<Stage>> cells = new EnumMap<>(Map.ofEntries(
                Map.entry(Action.REPORT_PAYMENT, OPEN),
                Map.entry(Action.CREDIT, OPEN),
                Map.entry(Action.CREDIT_PART, part),
                Map.entry(Action.REVERSE_PAYMENT, reverse),
                Map.entry(Action.PAUSE, pause),
                Map.entry(Action.RESUME, pause),
                Map.entry(Action.NEW_DUE_DATE, due),
                Map.entry(Action.MESSAGE, message),
                Map.entry(Action.DISPUTE, message),
                Map.entry(Action.ANSWER_DISPUTE, message),
                Map.entry(Action.WITHDRAW, withdraw)));
        if (list != null) {
            cells.put(Action.ANSWER_LIST, list);
        }
        return cells;
    }

    /** A stranger's fifth agency is nobody's contract. */
    @Test
    void allFourAgenciesStandInTheTable() {
        assertThat(profiles.ids()).containsAll(TABLE.keySet());
    }

    @TestFactory
    Stream<DynamicTest> everyActionAtEveryStage() {
        return TABLE.keySet().stream().flatMap(agency -> Arrays.stream(Action.values())
                .map(action -> DynamicTest.dynamicTest(agency + " " + action, () -> {
                    for (Stage stage : Stage.values()) {
                        assertThat(of(agency).permission(action, stage, List.of()))
                                .as(stage.name())
                                .isEqualTo(expected(TABLE.get(agency).get(action), stage));
                    }
                })));
    }

    private static Permission expected(Set<Stage> cell, Stage stage) {
        if (cell == null) {
            return Permission.NOT_OFFERED;
        }
        if (stage == Stage.CLOSED) {
            return Permission.CLOSED;
        }
        if (cell.isEmpty()) {
            return Permission.PERSON;
        }
        return cell.contains(stage) ? Permission.WIRE : Permission.STAGE;
    }

    @TestFactory
    Stream<DynamicTest> theOtherRows() {
        return TABLE.keySet().stream()
                .map(agency -> DynamicTest.dynamicTest(agency, () -> {
                    Capabilities can = of(agency);
                    assertThat(can.firstSteps()).containsExactlyInAnyOrderElementsOf(FIRST_STEPS.get(agency));
                    assertThat(can.attachmentMegabytes()).isEqualTo(ATTACHMENTS.get(agency));
                    assertThat(can.moneyOn()).isEqualTo(MONEY.get(agency));
                    assertThat(can.withdrawal().price() + " " + can.withdrawal().freeDays() + " "
                                    + can.withdrawal().days())
                            .isEqualTo(WITHDRAWAL.get(agency));
                    assertThat(profiles.of(agency).earliestTransfer() + " "
                                    + profiles.of(agency).earliestFeeNotice())
                            .isEqualTo(TRANSFER_AND_NOTICE.get(agency));
                }));
    }

    @Test
    void theAgencysOwnListWins() {
        Capabilities can = of("autocollect");
        assertThat(can.permission(Action.NEW_DUE_DATE, Stage.LIST_PENDING, List.of("NEW_DUE_DATE")))
                .isEqualTo(Permission.WIRE);
        assertThat(can.permission(Action.PAUSE, Stage.NOTICE, List.of("NEW_DUE_DATE")))
                .isEqualTo(Permission.NOT_NOW);
        assertThat(can.permission(Action.REPORT_PAYMENT, Stage.NOTICE, List.of("NEW_DUE_DATE")))
                .as("lists speak of instructions, not of money")
                .isEqualTo(Permission.WIRE);
    }

    private Capabilities of(String agency) {
        return profiles.of(agency).capabilities();
    }
}
