package no.kravbro.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.oai.validator.model.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import no.kravbro.access.Access;
import no.kravbro.access.Role;
import no.kravbro.claim.AnInvoice;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.Stage;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.DeliveryRoom;
import no.kravbro.delivery.Work;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.transfer.instruct.InstructionLook;
import no.kravbro.transfer.list.ListItems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Silence means collection; a no in time does not, and neither does money or an objection that comes at the last moment. */
abstract class ListAnswersContract extends ListRoom {

    ListAnswersContract(TestDatabases kind) {
        super(kind);
    }

    @Test
    void aListedCaseIsToldOnceWithTheMomentThatTheRuleGives() {
        lists().heard(room.bean(Claims.class).find(KEY).orElseThrow(), CUTOFF);
        assertThat(item().cutoffAt().toInstant()).isEqualTo(CUTOFF);
        assertThat(item().state()).isEqualTo("OPEN");
        valid(Request.Method.GET, "/creditors/nordlys/collection-list", api().show("nordlys", KARI));
    }

    @Test
    void aNoInTimeIsTold() {
        var rejected = api().reject("nordlys", NO, KARI);
        valid(Request.Method.POST, "/creditors/nordlys/collection-list/reject", rejected);
        assertThat(rejected.get(0).state()).isEqualTo("REJECTED");
        assertThat(rejected.get(0).answeredBy()).isEqualTo("kari");
        assertThat(orders()).containsExactly("ANSWER_LIST");
        assertThat(api().reject("nordlys", NO, KARI)).as("nothing is open").isEmpty();
        String once = "{\"items\":[" + item().id() + "],\"reason\":\"again\"}";
        assertThat(api().reject("nordlys", once, KARI).get(0).refused()).contains("off the list");
        assertThat(orders()).hasSize(1);
    }

    /** The worker's last look, with the invoice as the books show it now. */
    private boolean goes(Invoice now) {
        Work work = new DeliveryRoom(database, clock).works("autocollect", 10).get(0);
        return room.bean(InstructionLook.class).stillRight(work, work.members().get(0), now);
    }

    @Test
    void aNoThatIsOvertakenOnItsWayIsForAPerson() {
        api().reject("nordlys", NO, KARI);
        stage(Stage.COLLECTION);
        assertThat(goes(AnInvoice.ordinary().build(1))).isFalse();
        assertThat(item().state()).isEqualTo("TOO_LATE");
        assertThat(item().answeredBy()).isEqualTo("kari");
        valid(Request.Method.GET, "/creditors/nordlys/collection-list", api().show("nordlys", KARI));
        assertThat(tasks()).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo("INSTRUCTION_STOPPED");
            assertThat(task.title()).contains("was not told", "collection list");
            assertThat(task.detail()).contains("at the claim's stage", "a good customer");
            assertThat(task.dueOn()).isEqualTo(LocalDate.of(2026, 1, 13));
            assertThat(task.claimKey()).isEqualTo(KEY);
        });
    }

    @Test
    void nobodyIsBotheredWithWhatIsPaidOrClosed() {
        api().reject("nordlys", NO, KARI);
        stage(Stage.COLLECTION);
        assertThat(goes(AnInvoice.ordinary().open(0).build(1))).isFalse();
        assertThat(tasks()).isEmpty();
    }

    @Test
    void aNoAfterTheCutOffIsTooLate() {
        clock.set(CUTOFF);
        String one = "{\"items\":[" + item().id() + "],\"reason\":\"late\"}";
        assertThat(api().reject("nordlys", one, KARI).get(0).refused()).contains("cut-off is past");
        assertThat(orders()).isEmpty();
    }

    @Test
    void onlyThoseWhoMay() {
        Caller approver = new Caller("arne", "nb", null, Access.ofPerson(Set.of(Role.APPROVER), null));
        assertThatThrownBy(() -> api().reject("nordlys", NO, approver)).isInstanceOf(ApiProblem.class);
        Caller other = new Caller("ann", "nb", null, Access.ofPerson(Set.of(Role.ACCOUNTANT), Set.of("fjell")));
        assertThatThrownBy(() -> api().show("nordlys", other)).isInstanceOf(ApiProblem.class);
        assertThatThrownBy(() -> api().reject("fjell", NO, KARI)).isInstanceOf(ApiProblem.class);
    }

    @Test
    void silenceMeansCollection() {
        clock.set(CUTOFF.plusSeconds(60));
        stage(Stage.COLLECTION);
        lists().heard(room.bean(Claims.class).find(KEY).orElseThrow(), null);
        assertThat(item().state()).isEqualTo("COLLECTED");
        assertThat(item().reason()).isNull();
    }

    @Test
    void whatIsStillOwedStays() {
        clock.set(CUTOFF.minusSeconds(60));
        read(AnInvoice.ordinary().open(1).build(1));
        assertThat(item().state()).isEqualTo("OPEN");
        assertThat(orders()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAID", "CREDITED"})
    void whatIsSettledGoesByItsReportOrInTheLastMinutesByANo(String why) {
        AnInvoice invoice = AnInvoice.ordinary().open(0);
        Invoice settled = (why.equals("CREDITED") ? invoice.credited() : invoice).build(1);
        reported("WAITING", 1);
        read(settled);
        assertThat(item().state()).as("the report is on its way").isEqualTo("OPEN");
        clock.set(CUTOFF.minus(Duration.ofMinutes(20)));
        read(settled);
        assertThat(item().state()).isEqualTo("TAKEN_OFF");
        assertThat(item().reason()).isEqualTo(why);
        assertThat(orders()).containsExactly("ANSWER_LIST");
    }

    @Test
    void whatTheAgencyHasBeenToldOfIsNotToldTwice() {
        reported("DONE", PRINCIPAL);
        read(AnInvoice.ordinary().open(0).build(1));
        assertThat(item().state()).isEqualTo("TAKEN_OFF");
        assertThat(orders()).isEmpty();
    }

    /** The agency knows of a part that was paid weeks ago; what ends the claim in the last minutes it does not. */
    @Test
    void anEarlierReportOfAPartTellsNothingOfTheRest() {
        reported("DONE", PRINCIPAL / 2);
        clock.set(CUTOFF.minus(Duration.ofMinutes(1)));
        read(AnInvoice.ordinary().open(0).build(1));
        assertThat(orders()).containsExactly("ANSWER_LIST");
    }

    @Test
    void silenceIsNoYesToWhatNobodyHasReadLately() {
        clock.set(CUTOFF.minus(Duration.ofMinutes(31)));
        read(AnInvoice.ordinary().build(1));
        clock.set(CUTOFF.minus(Duration.ofMinutes(6)));
        lists().guard();
        assertThat(item().state()).as("there is time to read").isEqualTo("OPEN");
        clock.set(CUTOFF.minus(Duration.ofMinutes(5)));
        lists().guard();
        assertThat(item().reason()).isEqualTo("NOT_READ");
        assertThat(orders()).containsExactly("ANSWER_LIST");
        assertThat(tasks()).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo("LIST_NOT_READ");
            assertThat(task.detail()).isEqualTo("2026-01-15");
        });
        lists().guard();
        assertThat(orders()).as("once").hasSize(1);
    }

    @Test
    void whatWasReadLatelyAndIsOwedGoes() {
        clock.set(CUTOFF.minus(Duration.ofMinutes(20)));
        read(AnInvoice.ordinary().build(1));
        clock.set(CUTOFF.minus(Duration.ofMinutes(1)));
        lists().guard();
        assertThat(item().state()).isEqualTo("OPEN");
    }

    /** While the books do not answer a no is told all the same: no run goes on by it. */
    @Test
    void anObjectionIsANoWithoutTheBooks() {
        clock.set(CUTOFF.minus(Duration.ofMinutes(20)));
        read(AnInvoice.ordinary().build(1));
        disputed();
        clock.set(CUTOFF.minus(Duration.ofMinutes(2)));
        lists().guard();
        assertThat(item().reason()).isEqualTo("DISPUTED");
        assertThat(orders()).containsExactly("ANSWER_LIST");
    }

    @Test
    void whatIsDisputedGoesAtOnce() {
        disputed();
        read(AnInvoice.ordinary().build(1));
        assertThat(item().reason()).isEqualTo("DISPUTED");
        assertThat(orders()).containsExactly("ANSWER_LIST");
    }

    @Test
    void theBooksAreReadAgainRightBeforeTheCutOff() {
        ListItems items = room.bean(ListItems.class);
        Instant first = CUTOFF.minus(Duration.ofMinutes(60));
        assertThat(items.nextLook("nordlys", clock.instant())).contains(first);
        assertThat(items.nextLook("nordlys", first)).contains(CUTOFF.minus(Duration.ofMinutes(20)));
        assertThat(items.nextLook("nordlys", CUTOFF.minus(Duration.ofMinutes(20))))
                .contains(CUTOFF.minus(Duration.ofMinutes(5)));
        assertThat(items.nextLook("nordlys", CUTOFF.minus(Duration.ofMinutes(5))))
                .contains(CUTOFF.minus(Duration.ofMinutes(1)));
        assertThat(items.nextLook("nordlys", CUTOFF.minus(Duration.ofMinutes(1))))
                .as("what came while the agency went on is told at once")
                .contains(CUTOFF);
        assertThat(items.nextLook("nordlys", CUTOFF)).isEmpty();
        api().reject("nordlys", NO, KARI);
        assertThat(items.nextLook("nordlys", clock.instant())).isEmpty();
    }
}
