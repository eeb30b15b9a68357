package no.kravbro.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoucherTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 30);
    private static final Posting DEBIT = Posting.of("interim", Money.nok(100), "in");
    private static final Posting CREDIT = Posting.of("interest-income", Money.nok(-100), "out");

    @Test
    void holdsItsPostingsInOrder() {
        Voucher voucher = Voucher.on(DAY, "key", "text").add(DEBIT).add(CREDIT).build();

        assertThat(voucher).isEqualTo(new Voucher(DAY, "text", "key", List.of(DEBIT, CREDIT)));
        assertThat(voucher.currency()).isEqualTo("NOK");
        assertThat(voucher.on("interim")).isEqualTo(Money.nok(100));
        assertThat(voucher.on("receivable")).isEqualTo(Money.nok(0));
    }

    @Test
    void cannotBeUnbalancedByAnyRoad() {
        Voucher.Builder builder = Voucher.on(DAY, "key", "text").add(DEBIT);

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Voucher key does not balance: postings sum to 1.00 NOK");
        assertThatThrownBy(() -> new Voucher(DAY, "text", "key", List.of(CREDIT)))
                .hasMessage("Voucher key does not balance: postings sum to -1.00 NOK");
    }

    @Test
    void cannotBeEmpty() {
        Voucher.Builder builder = Voucher.on(DAY, "key", "text");

        assertThat(builder.isEmpty()).isTrue();
        assertThatThrownBy(builder::build).hasMessage("Voucher key has no postings");
        assertThat(builder.add(DEBIT).isEmpty()).isFalse();
    }

    @Test
    void cannotMixCurrencies() {
        Posting euro = Posting.of("interest-income", new Money(-100, "EUR"), "out");
        assertThatThrownBy(() ->
                        Voucher.on(DAY, "key", "text").add(DEBIT).add(euro).build())
                .hasMessage("Cannot mix NOK and EUR");
    }

    @Test
    void needsADate() {
        assertThatThrownBy(() -> voucher(null, "text", "key")).hasMessage("date");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void needsAKeyAndADescription(String text) {
        assertThatThrownBy(() -> voucher(DAY, text, "key")).hasMessage("A voucher needs a description");
        assertThatThrownBy(() -> voucher(DAY, "text", text)).hasMessage("A voucher needs a key");
    }

    @Test
    void theKeyFitsTripletex() {
        assertThat(voucher(DAY, "text", "k".repeat(70)).key()).hasSize(70);
        assertThatThrownBy(() -> voucher(DAY, "text", "k".repeat(71))).hasMessageEndingWith("is longer than 70");
    }

    @Test
    void doesNotChangeWhenItsSourceDoes() {
        List<Posting> source = new ArrayList<>(List.of(DEBIT, CREDIT));
        Voucher voucher = new Voucher(DAY, "text", "key", source);
        source.clear();
        assertThat(voucher.postings()).containsExactly(DEBIT, CREDIT);
    }

    @Test
    void aPostingSaysSomethingAboutAnAccount() {
        assertThatThrownBy(() -> Posting.of("interim", Money.nok(0), "text"))
                .hasMessage("A posting of zero on interim says nothing");
        assertThatThrownBy(() -> Posting.of(" ", Money.nok(1), "text")).hasMessage("A posting needs an account");
        assertThatThrownBy(() -> Posting.of(null, Money.nok(1), "text")).hasMessage("A posting needs an account");
        assertThatThrownBy(() -> Posting.of("interim", null, "text")).hasMessage("amount");
        assertThatThrownBy(() -> Posting.of("interim", Money.nok(1), null)).hasMessage("description");
        assertThat(DEBIT.debit()).isTrue();
        assertThat(CREDIT.debit()).isFalse();
    }

    @Test
    void aReceivableNamesItsInvoice() {
        assertThatThrownBy(() -> new Receivable(1, null)).hasMessage("invoiceNumber");
    }

    private static Voucher voucher(LocalDate date, String description, String key) {
        return new Voucher(date, description, key, List.of(DEBIT, CREDIT));
    }
}
