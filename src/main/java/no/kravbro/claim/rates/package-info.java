/** Rates, fees, closing days and acts as data with the days on which they hold; what nobody has entered is unknown. */
package no.kravbro.claim.rates;
