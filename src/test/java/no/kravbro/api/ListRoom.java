package no.kravbro.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.Stage;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.NewDelivery;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.MutableClock;
import no.kravbro.fakes.SampleCreditors;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.transfer.dispute.Dispute;
import no.kravbro.transfer.dispute.Disputes;
import no.kravbro.transfer.dispute.NewDispute;
import no.kravbro.transfer.list.CollectionLists;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A case on AutoCollect's list, on the Tuesday, with what the people and the books say of it. */
abstract class ListRoom extends DatabaseTest {

    static final Caller KARI = new Caller("kari", "en", null);
    static final String KEY = "310245674-1";
    /** Thursday of the week in which the test's clock stands. */
    static final Instant CUTOFF = Instant.parse("2026-01-15T07:00:00Z");

    static final String NO = "{\"reason\":\"a good customer\"}";
    static final OpenApiInteractionValidator CONTRACT = OpenApiInteractionValidator.createForSpecificationUrl(
                    "src/main/resources/openapi/kravbro.yaml")
            .withBasePathOverride("/api/v1")
            .build();

    static final long PRINCIPAL = 1_250_000;

    ApiRoom room;

    ListRoom(TestDatabases kind) {
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

    void stage(Stage stage) {
        database.client()
                .sql("update claim set stage = :stage, flags = ''")
                .param("stage", stage.name())
                .update();
    }

    CollectionLists lists() {
        return room.bean(CollectionLists.class);
    }

    CollectionListApi api() {
        return room.bean(CollectionListApi.class);
    }

    CollectionListApi.View item() {
        List<CollectionListApi.View> items = api().show("nordlys", KARI);
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    List<String> orders() {
        return room.bean(Deliveries.class).ofClaim(KEY).stream()
                .filter(each -> each.kind() == DeliveryKind.INSTRUCT)
                .map(each -> each.payload().replaceAll(".*\"action\":\"([A-Z_]*)\".*", "$1"))
                .toList();
    }

    void read(Invoice invoice) {
        lists().read(SampleCreditors.nordlys(), List.of(invoice));
    }

    void reported(String state, long told) {
        room.bean(Deliveries.class)
                .add(new NewDelivery(
                        DeliveryKind.REPORT_PAYMENT, "p-1", 1, "autocollect", KEY, "nordlys", KEY, "{}", told));
        database.client()
                .sql("update delivery set state = :state where kind = 'REPORT_PAYMENT'")
                .param("state", state)
                .update();
    }

    static void valid(Request.Method method, String path, Object answer) {
        var response = SimpleResponse.Builder.status(200)
                .withContentType("application/json")
                .withBody(Body.write(answer))
                .build();
        assertThat(CONTRACT.validateResponse(path, method, response).getMessages())
                .isEmpty();
    }

    void disputed() {
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
    }

    List<TasksApi.View> tasks() {
        return room.bean(TasksApi.class).list(Query.of(Map.of()), KARI).items();
    }
}
