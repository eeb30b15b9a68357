package no.kravbro.sandbox.tripletex;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * One line of a voucher in the making; debit is positive.
 *
 * @param gross øre of the company's currency, with VAT
 * @param grossCurrency hundredths of the line's currency
 * @param more further fields of the posting
 */
record Line(int row, LocalDate date, Row account, long gross, long grossCurrency, Map<String, Object> more) {

    static Line of(int row, LocalDate date, Row account, long ore) {
        return new Line(row, date, account, ore, ore, Map.of());
    }

    /** Ore of the books and of another currency. */
    static Line of(int row, LocalDate date, Row account, long ore, Money foreign) {
        return new Line(row, date, account, ore, foreign.amount(), Map.of("currency", foreign.currency()));
    }

    Line with(String field, Object value) {
        Map<String, Object> fields = new HashMap<>(more);
        if (value != null) {
            fields.put(field, value);
        }
        return new Line(row, date, account, gross, grossCurrency, fields);
    }

    /** Hundredths of a currency, by the currency's id. */
    record Money(long amount, long currency) {}
}
