package no.kravbro.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import no.kravbro.bundle.ExactJson;
import no.kravbro.claim.AnInvoice;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.decision.Decision;
import no.kravbro.delivery.DeliveryRoom;
import no.kravbro.delivery.Invoices;
import no.kravbro.delivery.Tasks;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.SampleCreditors;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.money.Settlement;
import no.kravbro.money.SettlementLine;
import no.kravbro.secret.Seals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an agency cannot have been allowed to take is asked about; a rate that nobody has entered is asked for. */
class FeeWatchTest extends DatabaseTest {

    private static final String KEY = "310245674-1";
    private static final LocalDate PAID = LocalDate.of(2026, 1, 29);

    private DeliveryRoom room;
    private FeeWatch watch;

    FeeWatchTest() {
        super(TestDatabases.H2);
    }

    @BeforeEach
    void claim() {
        room = new DeliveryRoom(database, clock);
        room.claim(KEY, 1);
        Invoices invoices = new Invoices(database.named(), database.transaction(), Seals.SEALER, clock);
        invoices.seen(
                "nordlys",
                List.of(new Invoices.Seen(
                        AnInvoice.ordinary()
                                .due(LocalDate.of(2025, 12, 15))
                                .owedBy(AnInvoice.privatePerson())
                                .build(1),
                        new Decision(Decision.Kind.TRANSFER, List.of()))));
        watch = new FeeWatch(database.client(), invoices, new Tasks(database.client(), clock), clock);
    }

    private List<String> tasks(LocalDate paid, String kind, long ore) {
        return settled("s-1", null, paid, kind, ore);
    }

    /** As it enters: written down, then held against the rates. */
    private List<String> settled(String id, String reverses, LocalDate paid, String kind, long ore) {
        SettlementLine line = new SettlementLine(kind, ore, 0, ore, 0, 0, null);
        Settlement settlement =
                new Settlement(id, KEY, "c", "1", paid, paid, "NOK", ore, ore, 0, reverses, List.of(line), null, null);
        new Bookings(database.named(), database.transaction(), room.deliveries(), clock)
                .intend(new NewBooking(
                        id,
                        "nordlys",
                        "autocollect",
                        KEY,
                        1L,
                        "VOUCHER",
                        ExactJson.write(ExactJson.treeOf(settlement)),
                        0,
                        0,
                        null,
                        null));
        watch.received(
                SampleCreditors.nordlys(), settlement, room.claims().find(KEY).orElseThrow());
        return details();
    }

    private List<String> details() {
        return database.client()
                .sql("select kind || ' ' || detail from task")
                .query(String.class)
                .list();
    }

    @Test
    void theHeavyRateIsTheMostForAConsumer() {
        assertThat(tasks(PAID, "COLLECTION_FEE", 1_200_00)).isEmpty();
        assertThat(tasks(PAID, "COLLECTION_FEE", 1_200_01))
                .containsExactly("CHECK_FEE COLLECTION_FEE: 1200.01 NOK > 1200.00 NOK (s-1)");
    }

    @Test
    void interestByTheVector() {
        assertThat(tasks(PAID, "LATE_INTEREST", 149_11)).isEmpty();
        assertThat(tasks(PAID, "LATE_INTEREST", 160_00)).hasSize(1);
    }

    @Test
    void twoRemindersAndADemand() {
        assertThat(tasks(PAID, "REMINDER_FEE", 2 * 37_50 + 112_50)).isEmpty();
        assertThat(tasks(PAID, "REMINDER_FEE", 2 * 37_50 + 112_51)).hasSize(1);
    }

    @Test
    void aFeeThatIsTakenInPartsIsOneQuestion() {
        assertThat(settled("s-1", null, PAID, "COLLECTION_FEE", 1_000_00)).isEmpty();
        assertThat(settled("s-2", null, PAID.plusDays(7), "COLLECTION_FEE", 200_00))
                .as("just what is allowed")
                .isEmpty();
        assertThat(settled("s-3", null, PAID.plusDays(14), "COLLECTION_FEE", 1))
                .containsExactly("CHECK_FEE COLLECTION_FEE: 1200.01 NOK > 1200.00 NOK (s-1, s-2, s-3)");
        assertThat(settled("s-4", null, PAID.plusDays(21), "PRINCIPAL", 5_000_00))
                .as("takes no fee")
                .hasSize(1);
        assertThat(settled("s-5", null, PAID.plusDays(28), "COLLECTION_FEE", 9_99))
                .containsExactly("CHECK_FEE COLLECTION_FEE: 1210.00 NOK > 1200.00 NOK (s-1, s-2, s-3, s-5)");
    }

    @Test
    void whatWasTakenBackIsNotCounted() {
        settled("s-1", null, PAID, "COLLECTION_FEE", 1_000_00);
        settled("s-2", "s-1", PAID, "COLLECTION_FEE", -1_000_00);
        assertThat(settled("s-3", null, PAID.plusDays(7), "COLLECTION_FEE", 1_200_00))
                .isEmpty();
        assertThat(settled("s-4", null, PAID.plusDays(8), "COLLECTION_FEE", 1)).hasSize(1);
    }

    @Test
    void moreAfterTheAnswerIsAnotherQuestionAndTheSameIsNone() {
        settled("s-1", null, PAID, "COLLECTION_FEE", 1_300_00);
        database.client().sql("update task set state = 'DONE'").update();
        assertThat(settled("s-1", null, PAID, "COLLECTION_FEE", 1_300_00)).hasSize(1);
        assertThat(settled("s-2", null, PAID.plusDays(7), "COLLECTION_FEE", 100_00))
                .contains("CHECK_FEE COLLECTION_FEE: 1400.00 NOK > 1200.00 NOK (s-1, s-2)")
                .hasSize(2);
    }

    private List<String> noticed(LocalDate today, long remainingOre) {
        database.client()
                .sql("update claim set state = 'ACCEPTED', stage = 'NOTICE', agency_principal_ore = principal_ore,"
                        + " remaining_ore = :remaining")
                .param("remaining", remainingOre)
                .update();
        clock.set(today.atTime(12, 0).atZone(OsloDay.ZONE).toInstant());
        watch.look(SampleCreditors.nordlys());
        return database.client()
                .sql("select kind || ' ' || detail from task")
                .query(String.class)
                .list();
    }

    @Test
    void aFeeBeforeTheFourteenthDayIsTooEarly() {
        LocalDate day13 = LocalDate.of(2025, 12, 28);
        assertThat(noticed(day13, 1_000_000)).as("no fee").isEmpty();
        assertThat(noticed(day13, 1_000_000 + 43_00)).as("interest of 13 days").isEmpty();
        assertThat(noticed(day13.plusDays(1), 1_000_000 + 90_00)).as("day 14").isEmpty();
        assertThat(noticed(day13, 1_000_000 + 43_00 + 35_00))
                .containsExactly("CHECK_FEE REMINDER_FEE: 78.00 NOK < 2025-12-29");
    }

    @Test
    void interestOfWhatWasPaidSinceIsNoFee() {
        LocalDate day13 = LocalDate.of(2025, 12, 28);
        noticed(day13, 1_000_000);
        database.client()
                .sql("update claim set agency_principal_ore = 100, remaining_ore = 4400")
                .update();
        watch.look(SampleCreditors.nordlys());
        assertThat(database.client()
                        .sql("select count(*) from task")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Two agencies may give their settlements the same id, and who has taken the fee is asked. */
    @Test
    void theAgencyThatTookItIsAsked() {
        tasks(PAID, "COLLECTION_FEE", 1_200_01);
        database.client().sql("update claim set agency = 'bahs'").update();
        tasks(PAID, "COLLECTION_FEE", 1_200_01);
        assertThat(database.client()
                        .sql("select agency || ': ' || subject from task")
                        .query(String.class)
                        .list())
                .containsExactly("autocollect: autocollect " + KEY + "/COLLECTION_FEE");
    }

    @Test
    void anUnknownRateSaysWhatToEnterOnceAMonth() {
        LocalDate unknown = LocalDate.of(2026, 8, 3);
        tasks(unknown, "LATE_INTEREST", 10_00);
        assertThat(tasks(unknown.plusDays(1), "LATE_INTEREST", 10_00))
                .singleElement()
                .asString()
                .startsWith("ENTER_RATE ")
                .contains("enter in rates/late-interest.csv a row");
    }
}
