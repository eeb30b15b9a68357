package no.kravbro.claim.rates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import no.kravbro.claim.WorkingDay;
import no.kravbro.money.Money;

/**
 * Public rates of a day. Amounts in øre. What is not known for a day throws {@link UnknownRate}. Never the truth about what an
 * agency may ask for: its own figures are booked, and these only show what cannot be right. Source: rules 3.1 to 3.4, 3.8.
 */
public final class Rates {

    private static final BigDecimal HALF_MORE = new BigDecimal("1.5");

    private final RateTable<BigDecimal> inkassosats;
    private final RateTable<BigDecimal> noticePart;
    private final RateTable<BigDecimal> demandPart;
    private final RateTable<BigDecimal> compensation;
    private final RateTable<BigDecimal> interest;
    private final RateTable<Law> laws;
    private final List<Dated<FeeCap>> caps;
    private final List<Dated<MonthDay>> closing;

    private Rates() {
        inkassosats = RateFile.delivered("inkassosats.csv").table(BigDecimal::new);
        noticePart = RateFile.delivered("notice-fee.csv").table(BigDecimal::new);
        demandPart = RateFile.delivered("demand-fee.csv").table(BigDecimal::new);
        compensation = RateFile.delivered("standard-compensation.csv").table(BigDecimal::new);
        interest = RateFile.delivered("late-interest.csv").table(BigDecimal::new);
        laws = RateFile.delivered("law.csv").table(Law::valueOf);
        caps = RateFile.delivered("fee-caps.csv").dated(3, Rates::cap);
        closing = RateFile.delivered("bank-closing-days.csv").dated(1, values -> MonthDay.parse("--" + values.get(0)));
    }

    /** As delivered with the product. */
    public static Rates delivered() {
        return new Rates();
    }

    private static FeeCap cap(List<String> values) {
        Long upTo = values.get(0).equals("*") ? null : ore(new BigDecimal(values.get(0)));
        return new FeeCap(upTo, new BigDecimal(values.get(1)), new BigDecimal(values.get(2)));
    }

    public long inkassosatsOre(LocalDate day) {
        return ore(inkassosats.on(day));
    }

    /** Of a reminder or notice sent on a day. */
    public long noticeFeeOre(LocalDate sent) {
        return ore(inkassosats.on(sent).multiply(noticePart.on(sent)));
    }

    /** Of a creditor's own demand sent on a day. */
    public long demandFeeOre(LocalDate sent) {
        return ore(inkassosats.on(sent).multiply(demandPart.on(sent)));
    }

    /** Between businesses, from the first day of delay. */
    public long standardCompensationOre(LocalDate day) {
        return ore(compensation.on(day));
    }

    /**
     * Simple interest for the days from the due day, each at the rate of its half-year, actual days of 365; rounded once, at the
     * end.
     */
    public Money lateInterest(Money principal, LocalDate due, LocalDate until) {
        return LateInterest.of(interest, principal, due, until);
    }

    /**
     * The most an agency may ask the debtor for its work, VAT not included.
     *
     * @param claimOre principal with interest accrued before it was due
     * @param due day the claim was due
     * @param sent day of the demand
     * @param heavy its deadline has passed by more than 28 days
     * @param business the debtor is no consumer
     */
    public long feeCapOre(long claimOre, LocalDate due, LocalDate sent, boolean heavy, boolean business) {
        FeeCap cap = caps.stream()
                .filter(row -> row.begunOn(due) && !row.endedOn(due))
                .map(Dated::value)
                .filter(row -> row.covers(claimOre))
                .findFirst()
                .orElseThrow(() -> new UnknownRate("fee-caps.csv", due));
        BigDecimal kroner = inkassosats.on(sent).multiply(heavy ? cap.heavy() : cap.light());
        return ore(business ? kroner.multiply(HALF_MORE) : kroner);
    }

    /** The act in force on a day. */
    public Law law(LocalDate day) {
        return laws.on(day);
    }

    /** Whether banks settle on a day. */
    public boolean isBankDay(LocalDate day) {
        return WorkingDay.is(day)
                && closing.stream()
                        .noneMatch(row -> row.begunOn(day)
                                && !row.endedOn(day)
                                && row.value().equals(MonthDay.from(day)));
    }

    private static long ore(BigDecimal kroner) {
        return kroner.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
