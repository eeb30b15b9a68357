package no.kravbro.sandbox.tripletex;

import java.time.LocalDate;

/**
 * An invoice to be issued.
 *
 * @param id 0 = the next free one
 * @param number 0 = the next free one
 * @param ore company currency, with VAT
 * @param currency id; the amount in it is {@code currencyAmount}
 */
record Issue(
        long id,
        long number,
        long customer,
        LocalDate date,
        LocalDate due,
        long ore,
        long currency,
        long currencyAmount,
        String comment) {

    static Issue nok(long customer, LocalDate date, LocalDate due, long ore) {
        return new Issue(0, 0, customer, date, due, ore, CompanySetup.NOK, ore, null);
    }

    Issue as(long newId, long newNumber) {
        return new Issue(newId, newNumber, customer, date, due, ore, currency, currencyAmount, comment);
    }
}
