package no.kravbro.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.kravbro.access.Access;
import no.kravbro.access.Role;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One claim from its hand-over on: a notice, money from both sides, an objection, a list, a task and a letter. */
abstract class ClaimStoryContract extends DatabaseTest {

    private static final String KEY = "310245674-1";
    private static final Caller KARI = new Caller("kari", "en", null);

    private ApiRoom room;

    ClaimStoryContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeAll
    void openRoom() {
        room = new ApiRoom(database, clock);
    }

    @AfterAll
    void closeRoom() {
        room.close();
    }

    private ClaimsApi.Detail shown(Caller caller) {
        return room.bean(ClaimsApi.class).show(KEY, caller);
    }

    private ClaimStory.Event event(ClaimsApi.Detail detail, String what) {
        return detail.events().stream()
                .filter(each -> each.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneStreamFromBothSystemsAndPeople() {
        CaseTale.write(database.client());
        ClaimsApi.Detail detail = shown(KARI);
        assertThat(detail.events())
                .extracting(ClaimStory.Event::what)
                .containsExactly(
                        "ORDERED",
                        "DONE",
                        "CASE_STAGE",
                        "SETTLEMENT_RECEIVED",
                        "MATCHED",
                        "PAYMENT",
                        "DISPUTED",
                        "OPEN",
                        "REJECTED",
                        "OPEN",
                        "OPEN",
                        "BURIED",
                        "OPENED");
        assertThat(event(detail, "CASE_STAGE").words()).isEqualTo("New stage: Notice");
        assertThat(event(detail, "REJECTED").who()).isEqualTo("kari");
        assertThat(event(detail, "REJECTED").from()).isEqualTo("PERSON");
        assertThat(detail.toString()).doesNotContain(CaseTale.PERSON);
    }

    @Test
    void whenItHappenedWhenItCameAndWhenItWasWrittenDown() {
        CaseTale.write(database.client());
        ClaimsApi.Detail detail = shown(KARI);
        ClaimStory.Event money = event(detail, "SETTLEMENT_RECEIVED");
        assertThat(money.happenedOn()).isEqualTo(LocalDate.of(2026, 1, 12));
        assertThat(money.receivedAt()).isEqualTo("2026-01-14T21:00:00Z");
        assertThat(money.at()).isEqualTo("2026-01-14T22:00:00Z");
        assertThat(money.amountOre()).isEqualTo(400_000);
        assertThat(event(detail, "CASE_STAGE").happenedOn()).isEqualTo(LocalDate.of(2026, 1, 9));
        assertThat(event(detail, "PAYMENT").happenedOn()).isEqualTo(LocalDate.of(2026, 1, 15));
        assertThat(event(detail, "PAYMENT").at()).isEqualTo("2026-01-16T22:00:00Z");
    }

    @Test
    void whatIsLeftAfterEachStepThatChangesIt() {
        CaseTale.write(database.client());
        assertThat(shown(KARI).events())
                .filteredOn(each -> each.leftOre() != null)
                .extracting(ClaimStory.Event::what, ClaimStory.Event::leftOre)
                .containsExactly(tuple("ORDERED", 1_250_000L), tuple("MATCHED", 850_000L), tuple("PAYMENT", 600_000L));
    }

    @Test
    void whatIsWaitedForFromWhomUntilWhenAndWhatElseHappens() {
        CaseTale.write(database.client());
        List<ClaimStory.Wait> waits = shown(KARI).waits();
        assertThat(waits)
                .extracting(ClaimStory.Wait::what)
                .containsExactly("TASK", "DISPUTE", "LIST", "LETTER", "HANDED_OVER", "AGENCY");
        ClaimStory.Wait list = waits.get(2);
        assertThat(list.untilAt()).isEqualTo("2026-01-29T07:00:00Z");
        assertThat(list.otherwise()).isEqualTo("Silence means that the claim goes to collection.");
        assertThat(waits.get(4).name()).isEqualTo("autocollect");
        assertThat(waits.get(0).until()).isEqualTo(LocalDate.of(2026, 1, 20));
    }

    @Test
    void whoMayNotSeeLettersAndMoneyIsNotToldOfThem() {
        CaseTale.write(database.client());
        Caller integrator = new Caller("ida", "en", null, Access.ofPerson(Set.of(Role.INTEGRATOR), null));
        assertThat(shown(integrator).events())
                .extracting(ClaimStory.Event::kind)
                .contains("LETTER")
                .doesNotContain("TASK", "DIFFERENCE");
    }
}
