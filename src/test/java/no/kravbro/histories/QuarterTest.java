package no.kravbro.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.kravbro.agency.Action;
import no.kravbro.claim.Stage;
import no.kravbro.crash.DrivenTown;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.DeliveryState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** 200 claims through every stage of four agencies in a {@link Quarter} full of holidays. Fewer: {@code -Dquarter.claims=12}. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuarterTest {

    private static final int CLAIMS = Integer.getInteger("quarter.claims", 200);
    private static final int ALL = 200;
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final Path PAGE = Path.of("target/quarter.md");

    /** Maundy Thursday and Ascension. */
    private static final Map<LocalDate, LocalDate> MOVED = Map.of(
            LocalDate.of(2026, 4, 2), LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 14), LocalDate.of(2026, 5, 13));

    /** Offered only while something is stopped, or waits for an answer. */
    private static final Set<Action> IN_ANSWER = Set.of(Action.RESUME, Action.ANSWER_DISPUTE);

    private static final Map<Action, DeliveryKind> REPORTS = Map.of(
            Action.REPORT_PAYMENT, DeliveryKind.REPORT_PAYMENT,
            Action.REVERSE_PAYMENT, DeliveryKind.REVERSE_PAYMENT,
            Action.CREDIT, DeliveryKind.REPORT_CREDIT,
            Action.CREDIT_PART, DeliveryKind.REPORT_CREDIT);

    private DrivenTown town;
    private Quarter quarter;
    private List<String> faults;

    @BeforeAll
    void live() throws IOException {
        town = new DrivenTown("quarter");
        town.town().banksOpen();
        quarter = new Quarter(town);
        faults = quarter.live(CLAIMS / Firm.of(town.town()).size());
        Files.writeString(PAGE, coverage());
    }

    @AfterAll
    void stop() {
        town.close();
    }

    @Test
    void whatIsOfferedOnEveryDayIsWhatTheTableSays() {
        assertThat(quarter.claims()).hasSize(CLAIMS);
        assertThat(faults).isEmpty();
    }

    @Test
    void everyStageOfEveryAgencyWasLivedThrough() {
        for (Firm firm : Firm.of(town.town())) {
            Set<Stage> visited = quarter.claims().stream()
                    .filter(claim -> claim.firm.agency().equals(firm.agency()))
                    .flatMap(claim -> claim.seen.keySet().stream())
                    .filter(Stage::isOpen)
                    .collect(Collectors.toSet());
            if (CLAIMS >= ALL) {
                assertThat(visited).as(firm.agency()).isEqualTo(Quarter.stages(firm.agency()));
                Quarter.stages(firm.agency()).forEach(stage -> wasLivedThrough(firm.agency(), stage));
            }
        }
    }

    /** A case's own list may hold a new due day where the stage does not. */
    private void wasLivedThrough(String agency, Stage stage) {
        for (Action action : Action.values()) {
            String word = quarter.offers().word(agency, stage, action);
            boolean money = REPORTS.containsKey(action);
            if (Set.of("wire", "person").contains(word) && !IN_ANSWER.contains(action)) {
                assertThat(quarter.offers().of(agency, stage, action))
                        .as(agency + " " + stage + " " + action)
                        .contains("offered");
            } else if (!money && !Set.of("wire", "person").contains(word) && action != Action.NEW_DUE_DATE) {
                assertThat(quarter.offers().of(agency, stage, action))
                        .as(agency + " " + stage + " " + action)
                        .contains("refused");
            }
        }
    }

    @Test
    void whatWasOrderedWasDone() {
        assertThat(quarter.claims().stream().filter(claim -> !claim.orders.isEmpty()))
                .isNotEmpty()
                .allSatisfy(this::wasDone);
    }

    private void wasDone(QuarterClaim claim) {
        var all = town.world().bean(Deliveries.class).ofClaim(claim.key);
        long instructions = claim.orders.stream()
                .filter(order -> !order.person() && !REPORTS.containsKey(order.action()))
                .count();
        assertThat(all.stream().filter(each -> each.kind() == DeliveryKind.INSTRUCT))
                .as(claim.toString())
                .hasSize((int) instructions)
                .allMatch(each -> each.state() == DeliveryState.DONE);
        for (QuarterClaim.Order order : claim.orders) {
            if (order.person()) {
                assertThat(tasks(claim.key, order.action()))
                        .as(claim + " " + order)
                        .isPositive();
            } else if (REPORTS.containsKey(order.action())) {
                assertThat(all)
                        .as(claim + " " + order)
                        .anyMatch(each ->
                                each.kind() == REPORTS.get(order.action()) && each.state() == DeliveryState.DONE);
            }
        }
    }

    private long tasks(String key, Action action) {
        return town.eyes()
                .sql("select count(*) from task where claim_key = :key and kind = 'DO_BY_HAND' and subject like :begin")
                .param("key", key)
                .param("begin", action + " %")
                .query(Long.class)
                .single();
    }

    /** Notice 14 days after due, 14 days to pay, the Tuesday strictly after, Thursday 08:00 or the working day before. */
    @Test
    void theListComesOnItsTuesdayAndEndsOnItsThursdayOrTheWorkingDayBefore() {
        Map<LocalDate, Integer> lists = new TreeMap<>();
        for (QuarterClaim claim : quarter.claims()) {
            LocalDate tuesday = claim.due.plusDays(28).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
            boolean usual = claim.target.compareTo(Stage.LIST_PENDING) >= 0;
            if (claim.firm.agency().equals("autocollect") && usual) {
                assertThat(claim.seen.get(Stage.LIST_PENDING))
                        .as(claim.toString())
                        .isEqualTo(tuesday);
                LocalDate thursday = tuesday.plusDays(2);
                LocalDate last = MOVED.getOrDefault(thursday, thursday);
                assertThat(cutOff(claim.key)).as(claim.toString()).isEqualTo(last.atTime(LocalTime.of(8, 0)));
                lists.merge(last, 1, Math::addExact);
                if (claim.target.compareTo(Stage.COLLECTION) >= 0) {
                    assertThat(claim.collected).as(claim.toString()).isEqualTo(last);
                }
            }
        }
        if (CLAIMS >= ALL) {
            assertThat(lists).containsKeys(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 13));
        }
    }

    private LocalDateTime cutOff(String key) {
        return town.eyes()
                .sql("select min(cutoff_at) from list_item where claim_key = :key")
                .param("key", key)
                .query(OffsetDateTime.class)
                .single()
                .atZoneSameInstant(OSLO)
                .toLocalDateTime();
    }

    @Test
    void nothingIsDead() {
        assertThat(town.eyes()
                        .sql("select claim_key, what, cause, detail from dead_letter")
                        .query()
                        .listOfRows())
                .isEmpty();
    }

    /** Claims seen, and instructions taken, by stage and agency. */
    private String coverage() {
        StringBuilder page = new StringBuilder("| agency | stage | claims | done there |\n|---|---|---|---|\n");
        for (Firm firm : Firm.of(town.town())) {
            for (Stage stage : Stage.values()) {
                List<QuarterClaim> there = quarter.claims().stream()
                        .filter(claim -> claim.firm.agency().equals(firm.agency()) && claim.seen.containsKey(stage))
                        .toList();
                String done = there.stream()
                        .flatMap(claim -> claim.orders.stream())
                        .filter(order -> order.stage() == stage)
                        .map(order -> order.action() + (order.person() ? " (person)" : ""))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
                page.append("| " + firm.agency() + " | " + stage + " | " + there.size() + " | " + done + " |\n");
            }
        }
        return page.toString();
    }
}
