package no.kravbro.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.kravbro.claim.AnInvoice;
import no.kravbro.claim.decision.Decision;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Mailing;
import no.kravbro.creditor.Mandates;
import no.kravbro.creditor.SmallRemainder;
import no.kravbro.creditor.Wishes;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.Invoices;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.SampleCreditors;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.reconcile.ClaimWatch;
import no.kravbro.transfer.instruct.SmallRemainders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A claim of which little is left: a task, or, where the creditor has said so, withdrawn where that costs nothing. */
class SmallRemaindersTest extends DatabaseTest {

    private static final Caller KARI = new Caller("kari", "en", null);
    private static final String KEY = "310245674-1";

    private ApiRoom room;

    SmallRemaindersTest() {
        super(TestDatabases.H2);
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
    void story() {
        Story.write(database.client());
        database.client()
                .sql("alter table delivery alter column id restart with 100")
                .update();
        invoice(AnInvoice.ordinary());
    }

    private void invoice(AnInvoice invoice) {
        room.bean(Invoices.class)
                .seen(
                        "nordlys",
                        List.of(new Invoices.Seen(invoice.build(1), new Decision(Decision.Kind.TRANSFER, List.of()))));
    }

    private List<TasksApi.View> watched(long closeBelowOre) {
        Wishes wishes = new Wishes(null, Map.of(), Mandates.NONE, Mailing.NOBODY, closeBelowOre);
        Creditor creditor = SampleCreditors.nordlys("autocollect", Creditor.Transfer.AUTOMATIC, wishes);
        room.bean(ClaimWatch.class).look(creditor);
        room.bean(SmallRemainders.class).end(creditor);
        room.bean(ClaimWatch.class).look(creditor);
        return room.bean(TasksApi.class)
                .list(Query.of(Map.of("state", "OPEN")), KARI)
                .items();
    }

    @Test
    void aSmallRemainderIsATaskAndNothingEndsByItself() {
        database.client().sql("update claim set agency_principal_ore = 4900").update();
        assertThat(watched(0)).isEmpty();
        assertThat(watched(4899)).isEmpty();
        assertThat(watched(5000)).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo("SMALL_REMAINDER");
            assertThat(task.detail()).contains("49.00 NOK");
        });
        assertThat(database.client()
                        .sql("select state from claim")
                        .query(String.class)
                        .single())
                .isEqualTo("ACCEPTED");
    }

    private String ended(long closeBelowOre) {
        Wishes wishes = new Wishes(
                null, Map.of(), Mandates.NONE, Mailing.NOBODY, closeBelowOre, null, SmallRemainder.WITHDRAW_FREE, null);
        Creditor creditor = SampleCreditors.nordlys("autocollect", Creditor.Transfer.AUTOMATIC, wishes);
        room.bean(ClaimWatch.class).look(creditor);
        room.bean(SmallRemainders.class).end(creditor);
        room.bean(ClaimWatch.class).look(creditor);
        room.bean(SmallRemainders.class).end(creditor);
        return room.bean(TasksApi.class).list(Query.of(Map.of()), KARI).items().stream()
                .map(task -> task.state() + " " + task.doneBy())
                .collect(Collectors.joining(", "));
    }

    private List<Delivery> withdrawn() {
        return room.bean(Deliveries.class).ofClaim(KEY).stream()
                .filter(each -> each.kind() == DeliveryKind.INSTRUCT)
                .toList();
    }

    @Test
    void aSmallRemainderIsWithdrawnOnceWhereThatCostsNothingAndBothSidesShowIt() {
        invoice(AnInvoice.ordinary().open(4900));
        database.client()
                .sql("update claim set agency_principal_ore = 4800, free_withdrawal_until = date '2027-01-01'")
                .update();
        assertThat(ended(5000)).as("the books show another").isEqualTo("OPEN null");
        database.client().sql("update claim set agency_principal_ore = 4900").update();
        assertThat(ended(5000)).isEqualTo("DONE kravbro: close-small");
        assertThat(withdrawn()).singleElement().satisfies(each -> assertThat(each.payload())
                .contains("\"action\":\"WITHDRAW\"", "\"priceOre\":0"));
    }

    @Test
    void aSmallRemainderWhoseWithdrawalCostsOrNobodyKnowsStaysATask() {
        invoice(AnInvoice.ordinary().open(4900));
        database.client()
                .sql("update claim set agency_principal_ore = 4900, remaining_ore = 40000,"
                        + " free_withdrawal_until = date '2026-01-01'")
                .update();
        assertThat(ended(5000)).isEqualTo("OPEN null");
        database.client()
                .sql("update claim set agency = 'bahs', remaining_ore = null")
                .update();
        assertThat(ended(5000)).as("only the agency could tell").isEqualTo("OPEN null");
        assertThat(withdrawn()).isEmpty();
    }

    @Test
    void theTaskAboutASmallRemainderIsDoneWhenTheRemainderIsGone() {
        database.client().sql("update claim set agency_principal_ore = 4900").update();
        assertThat(watched(5000)).hasSize(1);
        database.client().sql("update claim set agency_principal_ore = 0").update();
        assertThat(watched(5000)).isEmpty();
    }

    @Test
    void theTaskAboutASmallRemainderComesAndGoesWithTheLimit() {
        database.client().sql("update claim set agency_principal_ore = 4900").update();
        assertThat(watched(5000)).hasSize(1);
        database.client().sql("update claim set agency_principal_ore = 5100").update();
        assertThat(watched(5000)).as("a payment was reversed").isEmpty();
        database.client().sql("update claim set agency_principal_ore = 3000").update();
        assertThat(watched(5000)).as("little is left again").singleElement().satisfies(task -> assertThat(task.detail())
                .contains("30.00 NOK"));
        database.client().sql("update claim set agency_principal_ore = 2000").update();
        assertThat(watched(5000)).singleElement().satisfies(task -> assertThat(task.detail())
                .contains("20.00 NOK"));
        assertThat(watched(0)).as("the creditor wants none of it any more").isEmpty();
    }

    @Test
    void whatAPersonHasDecidedAboutASmallRemainderIsNotAskedAgain() {
        database.client().sql("update claim set agency_principal_ore = 4900").update();
        long id = watched(5000).get(0).id();
        room.bean(TasksApi.class).finish(id, "{\"note\":\"Vi lar det gå videre\"}", KARI);
        assertThat(watched(5000)).isEmpty();
    }

    @Test
    void theTaskAboutASmallRemainderIsDoneWhenTheCaseHasEnded() {
        database.client().sql("update claim set agency_principal_ore = 4900").update();
        assertThat(watched(5000)).hasSize(1);
        database.client()
                .sql("update claim set state = 'CLOSED', close_reason = 'WITHDRAWN'")
                .update();
        assertThat(watched(5000)).isEmpty();
    }
}
