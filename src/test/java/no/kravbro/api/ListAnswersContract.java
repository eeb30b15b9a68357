package no.kravbro.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.access.Access;
import no.kravbro.access.Role;
import no.kravbro.claim.AnInvoice;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.Stage;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.DeliveryRoom;
import no.kravbro.delivery.NewDelivery;
import no.kravbro.delivery.Work;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.MutableClock;
import no.kravbro.fakes.SampleCreditors;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.transfer.dispute.Dispute;
import no.kravbro.transfer.dispute.Disputes;
import no.kravbro.transfer.dispute.NewDispute;
import no.kravbro.transfer.instruct.InstructionLook;
import no.kravbro.transfer.list.CollectionLists;
import no.kravbro.transfer.list.ListItems;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Silence means collection; a no in time does not, and neither does money or an objection that comes at the last moment. */
abstract class ListAnswersContract extends DatabaseTest {

    private static final Caller KARI = new Caller("kari", "en", null);
    private static final String KEY = "310245674-1";
    /** Thursday of the week in which the test's clock stands. */
    private static final Instant CUTOFF = Instant.parse("2026-01-15T07:00:00Z");

    private static final String NO = "{\"reason\":\"a good customer\"}";
    private static final OpenApiInteractionValidator CONTRACT = OpenApiInteractionValidator.createForSpecificationUrl(
                    "src/main/resources/openapi/kravbro.yaml")
            .withBasePathOverride("/api/v1")
            .build();

    private ApiRoom room;

    ListAnswersContract(TestDatabases kind) {
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

    @BeforeEach
    void listed() {
        clock.set(MutableClock.at("2026-01-13T09:00:00+01:00").instant());
        Story.write(database.client());
        database.client()
                .sql("alter table delivery alter column id restart with 100")
                .update();
        stage(Stage.LIST_PENDING);
        lists().heard(room.bean(Claims.class).find(KEY).orElseThrow(), null);
    }

    private void stage(Stage stage) {
        database.client()
                .sql("update claim set stage = :stage, flags = ''")
                .param("stage", stage.name())
                .update();
    }

    private CollectionLists lists() {
        return room.bean(CollectionLists.class);
    }

    private CollectionListApi api() {
        return room.bean(CollectionListApi.class);
    }

    private CollectionListApi.View item() {
        List<CollectionListApi.View> items = api().show("nordlys", KARI);
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private List<String> orders() {
        return room.bean(Deliveries.class).ofClaim(KEY).stream()
                .filter(each -> each.kind() == DeliveryKind.INSTRUCT)
                .map(each -> each.payload().replaceAll(".*\"action\":\"([A-Z_]*)\".*", "$1"))
                .toList();
    }

    private void read(Invoice invoice) {
        lists().read(SampleCreditors.nordlys(), List.of(invoice));
    }

    private void reported(String state) {
        room.bean(Deliveries.class)
                .add(new NewDelivery(
                        DeliveryKind.REPORT_PAYMENT, "p-1", 1, "autocollect", KEY, "nordlys", KEY, "{}", 1));
        database.client()
                .sql("update delivery set state = :state where kind = 'REPORT_PAYMENT'")
                .param("state", state)
                .update();
    }

    private static void valid(Request.Method method, String path, Object answer) {
        var response = SimpleResponse.Builder.status(200)
                .withContentType("application/json")
                .withBody(Body.write(answer))
                .build();
        assertThat(CONTRACT.validateResponse(path, method, response).getMessages())
                .isEmpty();
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

    private List<TasksApi.View> tasks() {
        return room.bean(TasksApi.class).list(Query.of(Map.of()), KARI).items();
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
        reported("WAITING");
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
        reported("DONE");
        read(AnInvoice.ordinary().open(0).build(1));
        assertThat(item().state()).isEqualTo("TAKEN_OFF");
        assertThat(orders()).isEmpty();
    }

    @Test
    void whatIsDisputedGoesAtOnce() {
        room.bean(Disputes.class)
                .open(new NewDispute(
                        KEY,
                        "nordlys",
                        Dispute.Source.CREDITOR,
                        null,
                        null,
                        "not ordered",
                        LocalDate.of(2026, 1, 13),
                        null,
                        List.of(),
                        false));
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
                .isEmpty();
        api().reject("nordlys", NO, KARI);
        assertThat(items.nextLook("nordlys", clock.instant())).isEmpty();
    }
}
