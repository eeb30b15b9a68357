package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import no.kravbro.api.Caller;
import no.kravbro.api.Query;
import no.kravbro.api.SettlementsApi;
import no.kravbro.deadletter.Actions;
import no.kravbro.deadletter.Cause;
import no.kravbro.deadletter.CloseReason;
import no.kravbro.deadletter.DeadLetter;
import no.kravbro.deadletter.DeadLetters;
import no.kravbro.deadletter.LetterFilter;
import no.kravbro.deadletter.LetterState;
import no.kravbro.deadletter.LogLine;
import no.kravbro.deadletter.Owner;
import no.kravbro.routes.Proves;
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.TripletexStory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Money that must not be booked as it came: it lies in the dead letters with cause, owner and kroner, the books are as
 * before, and once the accountant has mended what was in the way a retry books it exactly once.
 */
@Proves({"dead-letter.bury", "autocollect.receive-settlement-page", "settlement.enter-page", "settlement.refuse"})
class RefusedBookingTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    private static World world;

    @BeforeAll
    static void handOver() {
        world = new World("refused-booking", "kravbro.creditors-file=src/test/resources/flows/missing-account.yaml")
                .start();
        world.untilWithoutPauses(
                "handed over",
                () -> Claimed.untouched(world, "nordlys").size() > 10
                        && !Claimed.untouched(world, "bergvik").isEmpty());
        world.untilQuiet();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void closedPeriod() {
        Accountant books = books(TripletexStory.NORDLYS);
        books.closePeriod(JANUARY);
        Received settlement = full("nordlys").enter();
        DeadLetter letter = buried(settlement, Cause.PERIOD_CLOSED, Owner.CREDITOR);
        assertThat(books.vouchers(settlement.key())).isEmpty();

        retry(letter);
        DeadLetter again = buried(settlement, Cause.PERIOD_CLOSED, Owner.CREDITOR);
        assertThat(again.id()).isEqualTo(letter.id());
        assertThat(books.vouchers(settlement.key())).isEmpty();

        books.openPeriod(JANUARY);
        retry(letter);
        solved(letter, books, settlement);
        assertThat(world.bean(DeadLetters.class).log(letter.id()))
                .extracting(LogLine::what)
                .containsExactly(
                        LogLine.What.BURIED,
                        LogLine.What.RETRIED,
                        LogLine.What.FAILED_AGAIN_SAME_CAUSE,
                        LogLine.What.RETRIED,
                        LogLine.What.SOLVED);
    }

    @Test
    void endedByAPerson() {
        Accountant books = books(TripletexStory.NORDLYS);
        books.closePeriod(JANUARY);
        Received settlement = full("nordlys").enter();
        DeadLetter letter = buried(settlement, Cause.PERIOD_CLOSED, Owner.CREDITOR);
        books.openPeriod(JANUARY);
        world.bean(Actions.class).close(letter.id(), CloseReason.DONE_BY_HAND, "Booked as voucher 12", "ida");
        world.untilQuiet();
        assertThat(books.vouchers(settlement.key())).isEmpty();
        assertThat(world.bean(SettlementsApi.class)
                        .bookings(Query.parse("state=ABANDONED"), new Caller("ida", "nb", null))
                        .items())
                .singleElement()
                .satisfies(booking -> {
                    assertThat(booking.key()).isEqualTo(settlement.key());
                    assertThat(booking.endReason()).isEqualTo("DONE_BY_HAND");
                });
        assertThat(world.bean(SettlementsApi.class)
                        .list(Query.parse(null), new Caller("ida", "nb", null))
                        .items())
                .extracting(SettlementsApi.SettlementView::abandonedCount)
                .contains(1L);
    }

    @Test
    void missingAccount() {
        Accountant books = books(TripletexStory.BERGVIK);
        Received settlement = full("bergvik").enter();
        DeadLetter letter = buried(settlement, Cause.ACCOUNT_MISSING, Owner.CREDITOR);
        assertThat(letter.detail()).contains("1969");
        assertThat(books.vouchers(settlement.key())).isEmpty();
        books.account(1969, "Mellomværende inkasso");
        retry(letter);
        solved(letter, books, settlement);
        assertThat(books.balance(1969)).isEqualTo(settlement.ore());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "UNKNOWN_LINE_KIND, US,       lines/0/kind,          '\"PARKING\"'",
                "SUM_MISMATCH,      AGENCY,   gross,                 1.00",
                "SUM_MISMATCH,      AGENCY,   gross,                 null",
                "UNKNOWN_CLAIM,     AGENCY,   uniqueSourceInvoiceId, '\"310245674-1\"'",
                "UNKNOWN_CLAIM,     AGENCY,   uniqueSourceInvoiceId, '\"a key of the agency that is longer than ours can be\"'",
                "UNKNOWN_CLAIM,     AGENCY,   uniqueSourceInvoiceId, null",
                "FOREIGN_CURRENCY,  CREDITOR, currency,              '\"EUR\"'",
                "MAPPING_FAILED,    US,       gross,                 1.005"
            })
    void settlementThatDoesNotHoldTogether(Cause cause, Owner owner, String field, String value) {
        Accountant books = books(TripletexStory.NORDLYS);
        long before = books.balance(Ledgers.INTERIM);
        Received settlement = full("nordlys").with(field, value).enter();
        buried(settlement, cause, owner);
        nothingOf(settlement);
        // It comes again with every reading of the last days, and is one letter all the same.
        settlement.enter();
        world.untilQuiet();
        buried(settlement, cause, owner);
        assertThat(books.balance(Ledgers.INTERIM)).isEqualTo(before);
    }

    @Test
    void settlementWithoutItsId() {
        full("nordlys").with("settlementId", "null").enter().enter();
        assertThat(world.bean(DeadLetters.class).list(new LetterFilter(null, null, null, null, null, 0, 100)))
                .filteredOn(letter -> letter.subject().contains("without-id-"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.cause()).isEqualTo(Cause.UNREADABLE));
    }

    @Test
    void sameSettlementWithOtherContent() {
        Accountant books = books(TripletexStory.NORDLYS);
        Received settlement = full("nordlys").enter();
        world.untilQuiet();
        assertThat(letters(settlement)).isEmpty();
        long before = books.balance(Ledgers.INTERIM);
        settlement.enter();
        assertThat(letters(settlement)).isEmpty();
        settlement.with("paymentDate", "\"2025-12-31\"").enter();
        buried(settlement, Cause.CONTENT_CHANGED, Owner.AGENCY);
        world.untilQuiet();
        assertThat(books.vouchers(settlement.key())).hasSize(1);
        assertThat(books.balance(Ledgers.INTERIM)).isEqualTo(before);
    }

    /** What of a page cannot be let in or entered spoils nothing else of it, and the same page again changes nothing. */
    @Test
    void aPageWithSomeThatDoNotHoldTogether() {
        Received good = full("nordlys");
        Received other = full("nordlys");
        Received strange = full("nordlys").with("uniqueSourceInvoiceId", "\"310245674-1\"");
        Received odd = full("nordlys").with("gross", "1.00");
        Received changed = good.with("paymentDate", "\"2025-12-31\"");
        for (int time = 0; time < 2; time++) {
            Received.page(world, "nordlys", good, strange, odd, good, other, changed);
            world.untilQuiet();
            buried(strange, Cause.UNKNOWN_CLAIM, Owner.AGENCY);
            buried(odd, Cause.SUM_MISMATCH, Owner.AGENCY);
            buried(changed, Cause.CONTENT_CHANGED, Owner.AGENCY);
            nothingOf(strange);
            nothingOf(odd);
            for (Received right : List.of(good, other)) {
                assertThat(books(TripletexStory.NORDLYS).vouchers(right.key())).hasSize(1);
                assertThat(world.sql()
                                .sql("select count(*) from timeline where reference = :id")
                                .param("id", right.id())
                                .query(Long.class)
                                .single())
                        .isEqualTo(1);
            }
        }
    }

    private static Received full(String creditorId) {
        Claimed claim = Claimed.next(world, creditorId);
        return Received.of(world, claim, claim.principalOre());
    }

    private static DeadLetter buried(Received settlement, Cause cause, Owner owner) {
        world.untilWithoutPauses("in the dead letters", () -> letters(settlement).stream()
                .anyMatch(letter -> letter.state() == LetterState.OPEN));
        assertThat(letters(settlement)).singleElement().satisfies(letter -> {
            assertThat(letter.cause()).isEqualTo(cause);
            assertThat(letter.owner()).isEqualTo(owner);
            assertThat(letter.amountOre()).isEqualTo(settlement.ore());
            assertThat(letter.mayHaveLanded()).isFalse();
        });
        return letters(settlement).get(0);
    }

    private static List<DeadLetter> letters(Received settlement) {
        return world.bean(DeadLetters.class).list(new LetterFilter(null, null, null, null, null, 0, 100)).stream()
                .filter(letter -> letter.subject().contains(settlement.id()))
                .toList();
    }

    private static void nothingOf(Received settlement) {
        assertThat(world.sql()
                        .sql("select count(*) from booking where booking_key = :key")
                        .param("key", settlement.key())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static void retry(DeadLetter letter) {
        world.bean(Actions.class).retry(letter.id(), "ida");
    }

    private static void solved(DeadLetter letter, Accountant books, Received settlement) {
        world.untilQuiet();
        assertThat(world.bean(DeadLetters.class).find(letter.id()))
                .hasValueSatisfying(now -> assertThat(now.state()).isEqualTo(LetterState.SOLVED));
        assertThat(books.vouchers(settlement.key())).hasSize(1);
    }

    private static Accountant books(long company) {
        return world.town().tripletex().accountant(company);
    }
}
