package no.kravbro.claim.rates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import no.kravbro.money.Money;

/** Simple late-payment interest, split where the rate changes: on 1 January and 1 July. Source: rules 3.3. */
final class LateInterest {

    private static final BigDecimal DAYS_AND_PERCENT = new BigDecimal(365 * 100);

    private LateInterest() {}

    static Money of(RateTable<BigDecimal> percent, Money principal, LocalDate due, LocalDate until) {
        BigDecimal sum = BigDecimal.ZERO;
        LocalDate from = due;
        while (from.isBefore(until)) {
            LocalDate next = nextHalf(from);
            LocalDate to = next.isBefore(until) ? next : until;
            BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to));
            sum = sum.add(percent.on(from).multiply(days));
            from = to;
        }
        BigDecimal ore =
                BigDecimal.valueOf(principal.ore()).multiply(sum).divide(DAYS_AND_PERCENT, 0, RoundingMode.HALF_UP);
        return new Money(ore.longValueExact(), principal.currency());
    }

    private static LocalDate nextHalf(LocalDate day) {
        return day.getMonth().compareTo(Month.JULY) < 0
                ? LocalDate.of(day.getYear(), Month.JULY, 1)
                : LocalDate.of(day.getYear() + 1, Month.JANUARY, 1);
    }
}
