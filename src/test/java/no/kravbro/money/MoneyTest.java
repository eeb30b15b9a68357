package no.kravbro.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final long MOST = 1_000_000_000_000L;

    @Test
    void aDecimalBecomesWholeOre() {
        assertThat(Money.of(new BigDecimal("9999.11"), "NOK")).isEqualTo(Money.nok(999_911));
        assertThat(Money.ore(new BigDecimal("-0.5"))).isEqualTo(-50);
        assertThat(Money.ore(new BigDecimal("1E+3"))).isEqualTo(100_000);
        assertThat(Money.ore(new BigDecimal("1.100"))).isEqualTo(110);
    }

    @Test
    void moreThanTwoDecimalsAreRefusedNotRounded() {
        assertThatThrownBy(() -> Money.ore(new BigDecimal("0.001"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void currenciesDoNotMix() {
        Money euro = new Money(100, "EUR");
        assertThatThrownBy(() -> Money.nok(100).plus(euro)).hasMessage("Cannot mix NOK and EUR");
        assertThatThrownBy(() -> Money.nok(100).minus(euro)).hasMessage("Cannot mix NOK and EUR");
    }

    @Test
    void anAmountTooLargeIsRefusedNotWrapped() {
        Money most = Money.nok(Long.MAX_VALUE);
        Money least = Money.nok(Long.MIN_VALUE);
        assertThatThrownBy(() -> most.plus(Money.nok(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> least.minus(Money.nok(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(least::negate).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void readsAsAmountAndCurrency() {
        assertThat(Money.nok(-5)).hasToString("-0.05 NOK");
        assertThat(Money.nok(1_250_000)).hasToString("12500.00 NOK");
    }

    @Test
    void needsACurrency() {
        assertThatThrownBy(() -> new Money(1, null)).hasMessage("currency");
    }

    @Property
    void decimalsRoundTrip(@ForAll long ore) {
        assertThat(Money.ore(Money.decimal(ore))).isEqualTo(ore);
        assertThat(Money.decimal(ore).scale()).isEqualTo(2);
    }

    @Property
    void whatIsAddedCanBeTakenAway(
            @ForAll @LongRange(min = -MOST, max = MOST) long a, @ForAll @LongRange(min = -MOST, max = MOST) long b) {
        Money sum = Money.nok(a).plus(Money.nok(b));
        assertThat(sum).isEqualTo(Money.nok(b).plus(Money.nok(a)));
        assertThat(sum.ore()).isEqualTo(a + b);
        assertThat(sum.minus(Money.nok(b))).isEqualTo(Money.nok(a));
        assertThat(sum.plus(sum.negate())).isEqualTo(Money.nok(0));
    }
}
