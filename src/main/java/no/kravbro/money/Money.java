package no.kravbro.money;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * An exact amount: whole øre (hundredths) of one currency. Never floating point.
 *
 * @param ore hundredths of the currency, negative allowed
 * @param currency ISO 4217 code
 */
public record Money(long ore, String currency) {

    public Money {
        Objects.requireNonNull(currency, "currency");
    }

    public static Money nok(long ore) {
        return new Money(ore, "NOK");
    }

    /** From a decimal with at most two decimals; more decimals are an error, never rounded. */
    public static Money of(BigDecimal amount, String currency) {
        return new Money(ore(amount), currency);
    }

    /** Whole øre of a decimal amount; throws {@link ArithmeticException} when it has more than two decimals. */
    public static long ore(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }

    /** The amount with exactly two decimals, as wires want it. */
    public static BigDecimal decimal(long ore) {
        return BigDecimal.valueOf(ore, 2);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(ore, same(other).ore), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(ore, same(other).ore), currency);
    }

    public Money negate() {
        return new Money(Math.negateExact(ore), currency);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }

    @Override
    public String toString() {
        return decimal(ore).toPlainString() + " " + currency;
    }
}
