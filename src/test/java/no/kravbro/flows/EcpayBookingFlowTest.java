package no.kravbro.flows;

import static no.kravbro.flows.BookingFile.line;
import static no.kravbro.sandbox.ecpay.WorkedExample.COLLECTED;
import static no.kravbro.sandbox.ecpay.WorkedExample.NOTICED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.kravbro.claim.Stage;
import no.kravbro.deadletter.DeadLetter;
import no.kravbro.deadletter.DeadLetters;
import no.kravbro.deadletter.LetterFilter;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.FileNumbers;
import no.kravbro.delivery.Schedules;
import no.kravbro.reconcile.Differences;
import no.kravbro.routes.Proves;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.ecpay.EcpayNeighbour;
import no.kravbro.sandbox.ecpay.EcpaySandbox;
import no.kravbro.sandbox.ecpay.WorkedExample;
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.TripletexStory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The contract's worked settlement at ECPay, BOK 000007 and AVR 000003, from two overdue invoices to the books; with a gap
 * before the settlement's file and the same bookings coming twice.
 */
@Proves({
    "ecpay.receive-payments",
    "ecpay.receive-payment",
    "ecpay.enter-payment",
    "ecpay.receive-settlements",
    "ecpay.receive-settlement",
    "ecpay.enter-settlement",
    "ecpay.receive-cases",
    "ecpay.receive-case"
})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EcpayBookingFlowTest {

    private static final Path GOLDEN = Path.of("src/test/resources/flows/worked-example-ecpay.txt");
    private static final String LOGIN = "nordlys";
    private static final String BOK = "EC_310245674_BOK_000007_20260129230000.csv";

    private World world;
    private EcpayNeighbour ecpay;

    @BeforeAll
    void collected() {
        SandboxTown town = World.town(SandboxTown.Story.WORKED_EXAMPLE, null);
        ecpay = town.neighbour(EcpayNeighbour.class);
        WorkedExample.script(ecpay.sandbox());
        // The first evening's states, one per creditor, are late: those behind them wait.
        town.faults()
                .plan(EcpaySandbox.NAME, Fault.next(FaultKind.FILE_HELD_BACK, 2).on(null, "STA"));
        world = new World(
                        town,
                        "booking-ecpay",
                        "kravbro.creditors-file=src/test/resources/flows/worked-example-ecpay.yaml")
                .start();
        world.bean(FileNumbers.class).begin(LOGIN, "ecpay", "BOK", 6);
        world.bean(FileNumbers.class).begin(LOGIN, "ecpay", "AVR", 2);
        world.days(1);
        handedOver(1);
        world.days(16);
        handedOver(2);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private void handedOver(int claims) {
        world.untilWithoutPauses("handed over", () -> accepted() == claims);
    }

    private long accepted() {
        return world.count("select count(*) from claim where state = 'ACCEPTED'");
    }

    @Test
    @Order(1)
    void statesBehindAGapWait() {
        world.until("the gap is told", () -> letters("FILE_GAP") == 1);
        assertThat(world.bean(Claims.class).find(COLLECTED).orElseThrow().stage())
                .isEqualTo(Stage.RECEIVED);
        world.town().faults().clear(EcpaySandbox.NAME);
        hint("CASES");
        world.untilWithoutPauses("the gap is filled", () -> letters("FILE_GAP") == 0);
        world.untilWithoutPauses(
                "states read",
                () -> world.bean(Claims.class).find(COLLECTED).orElseThrow().stage() == Stage.NOTICE);
        world.untilWithoutPauses("all states are archived", () -> ecpay.sandbox().files(LOGIN, "ut").stream()
                .noneMatch(name -> name.contains("_STA_")));
    }

    @Test
    @Order(2)
    void theWorkedSettlementIsBookedToTheOre() throws IOException {
        while (ecpay.sandbox().files(LOGIN, "arkiv").stream().noneMatch(name -> name.contains("_AVR_000003_"))) {
            world.days(1);
            hint("PAYMENTS");
            hint("SETTLEMENTS");
            world.untilQuiet();
            quiet();
        }
        assertThat(ecpay.sandbox().files(LOGIN, "arkiv")).contains(BOK);
        world.untilWithoutPauses("booked", () -> world.count("select count(*) from booking") == 2);
        world.untilQuiet();
        Accountant accountant = world.town().tripletex().accountant(TripletexStory.NORDLYS);
        assertThat(Ledgers.interim(accountant)).isEqualTo(Files.readString(GOLDEN));
        assertThat(accountant.balance(Ledgers.INTERIM)).isEqualTo(12_421_22);
        assertThat(accountant.balance(2710)).isEqualTo(150_00);
        assertThat(accountant.balance(8050)).isEqualTo(-(149_11 + 22_11));
        assertThat(world.count("select net_payout_ore from remittance where remittance = '2026-05'"
                        + " and state = 'COMPLETE'"))
                .isEqualTo(12_421_22);
        for (long number : List.of(10_023, 10_057)) {
            assertThat(accountant.outstanding(accountant.invoiceId(number))).isZero();
        }
        assertThat(world.bean(Differences.class).open(LOGIN)).isEmpty();
        assertThat(world.count("select count(*) from dead_letter where state = 'OPEN'"))
                .isZero();
        Payday.comes(world, "worked-example-ecpay-payout.txt", 12_421_22);
        Echo.none(world);
    }

    /** The same file put out again, beside the one in the archive, and its bookings under another number: booked once. */
    @Test
    @Order(3)
    void theSameMoneyTwiceIsBookedOnce() {
        byte[] bytes = ecpay.sandbox().bytes(LOGIN, "arkiv", BOK);
        ecpay.sandbox().place(LOGIN, "ut", BOK, bytes);
        String later = new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("HDR;BOK;1;310245674;ECPAY;KRAVBRO;7;29.01", "HDR;BOK;1;310245674;ECPAY;KRAVBRO;8;30.01")
                .replace("TRL;7;", "TRL;8;");
        ecpay.sandbox()
                .place(
                        LOGIN,
                        "ut",
                        BOK.replace("000007_20260129", "000008_20260130"),
                        later.getBytes(StandardCharsets.ISO_8859_1));
        hint("PAYMENTS");
        world.untilWithoutPauses("both are archived", () -> ecpay.sandbox().files(LOGIN, "ut").stream()
                .noneMatch(name -> name.contains("_BOK_")));
        world.untilQuiet();
        assertThat(world.bean(FileNumbers.class).last(LOGIN, "ecpay", "BOK")).isEqualTo(8);
        assertThat(ecpay.sandbox().files(LOGIN, "arkiv")).contains(BOK, BOK + ".2");
        assertThat(world.count("select count(*) from booking")).isEqualTo(2);
        assertThat(world.count("select count(*) from dead_letter where state = 'OPEN'"))
                .isZero();
    }

    @Test
    @Order(4)
    void aFileThatCannotBeReadCountsAsPassedAndAPersonIsTold() {
        ecpay.sandbox().place(LOGIN, "ut", "EC_310245674_BOK_000009_20260203230000.csv", new byte[] {'x'});
        ecpay.sandbox().place(LOGIN, "ut", "EC_310245674_BOK_000010_20260204230000.csv.tmp", new byte[] {'x'});
        hint("PAYMENTS");
        world.until("the fault is told", () -> letters("FILE_FAULT") == 1);
        world.untilWithoutPauses("passed", () -> world.bean(FileNumbers.class).last(LOGIN, "ecpay", "BOK") == 9);
        assertThat(world.count("select count(*) from booking")).isEqualTo(2);
    }

    /** Two payments in one file while the memory cannot take anything in, then it can again. */
    @Test
    @Order(5)
    void aFileIsNotCountedWhileWhatItHoldsCannotBeLetIn() {
        world.sql().sql("alter table inbox rename to inbox_away").update();
        BookingFile.place(ecpay.sandbox(), 10, line("B-1", "INNBETALING", COLLECTED, "50,00", "50,00"));
        hint("PAYMENTS");
        world.until("stopped", () -> result().contains("read again"));
        world.sql().sql("alter table inbox_away rename to inbox").update();
        assertThat(world.bean(FileNumbers.class).last(LOGIN, "ecpay", "BOK")).isEqualTo(9);
        hint("PAYMENTS");
        world.untilWithoutPauses("booked", () -> bookings("B-1") == 1);
        world.untilQuiet();
    }

    private String result() {
        return world.sql()
                .sql(
                        "select coalesce(last_result, '') from schedule where job = 'PAYMENTS' and creditor_id = 'nordlys'")
                .query(String.class)
                .single();
    }

    /** What is wrong with one booking is told of that one; the others of its file are booked. */
    @Test
    @Order(6)
    void aBookingThatCannotBeReadStopsNoOther() {
        BookingFile.place(
                ecpay.sandbox(),
                11,
                line("B-2", "INNBETALING", COLLECTED, "60.00", "60,00"),
                line("B-3", "KORRIGERING", COLLECTED, "70,00", "70,00"),
                line("B-4", "INNBETALING", COLLECTED, "80,00", "80,00"),
                line("B-4", "INNBETALING", NOTICED, "90,00", "90,00"),
                line("B-5", "INNBETALING", COLLECTED, "40,00", "40,00"));
        hint("PAYMENTS");
        world.untilWithoutPauses("booked", () -> bookings("B-5") == 1);
        assertThat(world.bean(FileNumbers.class).last(LOGIN, "ecpay", "BOK")).isEqualTo(11);
        assertThat(letters("MAPPING_FAILED")).isEqualTo(2);
        assertThat(letters("SUM_MISMATCH")).isEqualTo(1);
        assertThat(world.count("select count(*) from booking")).isEqualTo(2 + 2);
        DeadLetter letter = letterOf("ecpay.payment/B-3");
        assertThat(letter.amountOre()).isEqualTo(70_00);
        assertThat(letter.claimKey()).isEqualTo(COLLECTED);
        world.untilQuiet();
    }

    private long bookings(String event) {
        return world.count(
                "select count(*) from booking where state not in ('INTENDED') and booking_key like '%" + event + "'");
    }

    /** The agency takes back what was paid, booked and matched: booked as its mirror; that the invoice must be opened is told. */
    @Test
    @Order(7)
    void moneyThatIsTakenBackIsBookedAsItsMirror() {
        Accountant accountant = world.town().tripletex().accountant(TripletexStory.NORDLYS);
        long interim = accountant.balance(Ledgers.INTERIM);
        long vat = accountant.balance(2710);
        long interest = accountant.balance(8050);
        BookingFile.place(ecpay.sandbox(), 12, BookingFile.takenBack("B-6", COLLECTED));
        hint("PAYMENTS");
        world.untilWithoutPauses("booked", () -> bookings("B-6") == 1);
        world.untilQuiet();
        assertThat(accountant.balance(Ledgers.INTERIM) - interim).isEqualTo(-9_999_11);
        assertThat(accountant.balance(2710) - vat).isEqualTo(-150_00);
        assertThat(accountant.balance(8050) - interest).isEqualTo(149_11);
        assertThat(world.bean(Claims.class).find(COLLECTED).orElseThrow().bookedPrincipalOre())
                .isZero();
        long invoice = accountant.invoiceId(10_023);
        assertThat(accountant.outstanding(invoice)).isZero();
        assertThat(world.bean(Differences.class).open(LOGIN)).singleElement().satisfies(difference -> {
            assertThat(difference.cause()).isEqualTo("REVERSED_NOT_OPENED");
            assertThat(difference.amountOre()).isEqualTo(10_000_00);
        });

        accountant.unmatchAll(invoice);
        hint("SCAN");
        world.until("put right", () -> world.bean(Differences.class).open(LOGIN).isEmpty());
        quiet();
        assertThat(world.bean(Differences.class).open(LOGIN)).isEmpty();
    }

    private DeadLetter letterOf(String subject) {
        return world.bean(DeadLetters.class).list(new LetterFilter(null, null, null, null, null, 0, 100)).stream()
                .filter(letter -> letter.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private void hint(String job) {
        world.bean(Schedules.class).hint(LOGIN, job);
    }

    /** No job is due or running. */
    private void quiet() {
        world.untilWithoutPauses("no job is due", () -> world.bean(Schedules.class).all().stream()
                .allMatch(job -> job.holder() == null
                        && job.dueAt().isAfter(world.town().clock().instant())));
    }

    private long letters(String cause) {
        return world.count("select count(*) from dead_letter where state = 'OPEN' and cause = '" + cause + "'");
    }
}
