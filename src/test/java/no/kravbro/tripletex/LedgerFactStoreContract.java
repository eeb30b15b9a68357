package no.kravbro.tripletex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kravbro.creditor.Bookkeeping;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditor.BookingWay;
import no.kravbro.creditor.Creditor.Transfer;
import no.kravbro.creditor.Wishes;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.tripletex.LedgerFactStore.Need;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Facts are asked for once a day, by one request each. */
abstract class LedgerFactStoreContract extends DatabaseTest {

    private static final Map<String, String> ANSWERS = Map.of(
            "accounts",
            "{\"values\":[{\"id\":71500,\"number\":1500,\"ledgerType\":\"CUSTOMER\",\"vatLocked\":true,\"vatType\":{\"id\":0}}]}",
            "periods",
            "{\"values\":[{\"id\":1,\"start\":\"2025-12-01\",\"end\":\"2026-01-01\",\"isClosed\":true}]}",
            "payment-types",
            "{\"values\":[{\"id\":8,\"description\":\"Oppgjør inkasso\"},{\"id\":9,\"description\":\"Kontant\"},"
                    + "{\"id\":10,\"description\":\"Kontant\"}]}");

    private LedgerFactStore store;

    LedgerFactStoreContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void store() {
        store = new LedgerFactStore(database.client(), clock);
    }

    private List<String> read(Creditor creditor) {
        List<String> read = new ArrayList<>();
        for (Optional<Need> need = store.missing(creditor); need.isPresent(); need = store.missing(creditor)) {
            read.add(need.get().fact());
            store.keep(creditor, need.get(), ANSWERS.get(need.get().fact()));
        }
        return read;
    }

    @Test
    void facts_are_read_once_a_day() {
        Creditor creditor = creditor(BookingWay.VOUCHER, 1500);
        assertThat(read(creditor)).containsExactly("accounts", "periods");
        assertThat(read(creditor)).isEmpty();
        clock.advance(Duration.ofDays(1));
        assertThat(read(creditor)).containsExactly("accounts", "periods");
    }

    @Test
    void they_tell_of_accounts_periods_and_payment_types() {
        Creditor creditor = creditor(BookingWay.INVOICE_PAYMENT, 1500);
        assertThat(read(creditor)).containsExactly("accounts", "periods", "payment-types");
        LedgerFacts facts = store.today(creditor);
        assertThat(facts.account(1500).orElseThrow().id()).isEqualTo(71500);
        assertThat(facts.account(1500).orElseThrow().demandsVat()).isFalse();
        assertThat(facts.account(1920)).isEmpty();
        assertThat(facts.closed(LocalDate.of(2025, 12, 31))).isTrue();
        assertThat(facts.closed(LocalDate.of(2026, 1, 1))).isFalse();
        assertThat(facts.paymentType("Oppgjør inkasso")).contains(8L);
        assertThat(facts.paymentType("Kontant")).isEmpty();
    }

    @Test
    void other_account_numbers_ask_anew() {
        read(creditor(BookingWay.VOUCHER, 1500));
        assertThat(read(creditor(BookingWay.VOUCHER, 1920))).containsExactly("accounts");
    }

    @Test
    void what_was_forgotten_is_read_again() {
        Creditor creditor = creditor(BookingWay.VOUCHER, 1500);
        read(creditor);
        store.forget("nordlys");
        assertThat(read(creditor)).hasSize(2);
    }

    @Test
    void an_answer_that_is_none_is_not_kept() {
        Creditor creditor = creditor(BookingWay.VOUCHER, 1500);
        Need need = store.missing(creditor).orElseThrow();
        assertThatThrownBy(() -> store.keep(creditor, need, "<html>")).isInstanceOf(MalformedAnswer.class);
        assertThat(store.missing(creditor)).contains(need);
        assertThatThrownBy(() -> store.today(creditor)).hasMessage("Fact accounts was not read");
    }

    private static Creditor creditor(BookingWay way, int account) {
        return new Creditor(
                "nordlys",
                "310245674",
                "Nordlys Elektro AS",
                0,
                "token",
                true,
                "autocollect",
                "org",
                null,
                Transfer.AUTOMATIC,
                LocalDate.of(2025, 1, 1),
                0,
                0,
                0,
                List.of(),
                List.of(),
                way,
                Map.of("receivable", account),
                "Oppgjør inkasso",
                List.of("06:00"),
                Bookkeeping.USUAL,
                Wishes.USUAL);
    }
}
