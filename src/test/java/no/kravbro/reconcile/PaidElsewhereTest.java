package no.kravbro.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import no.kravbro.creditor.Creditor.Transfer;
import no.kravbro.creditor.Wishes;
import no.kravbro.delivery.DeliveryRoom;
import no.kravbro.delivery.Tasks;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.SampleCreditors;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a former agency has received is told to the one that has the claim now, and holds the claim until it is. */
class PaidElsewhereTest extends DatabaseTest {

    private static final String KEY = "310245674-1";

    private DeliveryRoom room;
    private Bookings bookings;
    private Tasks tasks;

    PaidElsewhereTest() {
        super(TestDatabases.H2);
    }

    @BeforeEach
    void claim() {
        room = new DeliveryRoom(database, clock);
        room.claim(KEY, 1);
        bookings = new Bookings(database.named(), database.transaction(), room.deliveries(), clock);
        tasks = new Tasks(database.client(), clock);
    }

    private List<String> received(String agency, String event, long principalOre) {
        new PaidElsewhere(bookings, tasks, clock)
                .received(
                        SampleCreditors.nordlys(agency, Transfer.AUTOMATIC, Wishes.USUAL),
                        room.claims().find(KEY).orElseThrow(),
                        event,
                        principalOre);
        return database.client()
                .sql("select subject || ' at ' || agency || ': ' || detail from task order by id")
                .query(String.class)
                .list();
    }

    @Test
    void moneyOfAFormerAgencyIsToldAndHoldsTheClaim() {
        assertThat(received("bahs", "b-1", 400_000))
                .containsExactly("REPORT_PAYMENT " + KEY + " b-1 at autocollect: bahs b-1: 4000.00 NOK, invoice 11");
        assertThat(tasks.holds(KEY)).isTrue();
        assertThat(database.client()
                        .sql("select due_on from task")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(received("bahs", "b-1", 400_000)).hasSize(1);
        assertThat(received("bahs", "b-2", -400_000))
                .last()
                .asString()
                .startsWith("REVERSE_PAYMENT " + KEY + " b-2 at autocollect");
    }

    @Test
    void whatTheAgencyItselfReceivedOrWasNoPrincipalIsNot() {
        assertThat(received("autocollect", "a-1", 400_000)).isEmpty();
        assertThat(received("bahs", "b-1", 0)).isEmpty();
    }

    @Test
    void whatWasBookedBeforeTheClaimMovedIsNot() {
        bookings.intend(new NewBooking(
                "INK-bahs-b-1", "nordlys", "bahs", KEY, 1L, "VOUCHER", "{}", 400_000, 400_000, null, null));
        assertThat(received("bahs", "b-1", 400_000)).isEmpty();
    }

    @Test
    void aClaimThatNobodyHasIsNot() {
        database.client().sql("update claim set state = 'CLOSED'").update();
        assertThat(received("bahs", "b-1", 400_000)).isEmpty();
    }
}
