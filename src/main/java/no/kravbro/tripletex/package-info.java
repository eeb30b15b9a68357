/** What is peculiar to the Tripletex API: requests, paging, reading of invoices, errors, rate budget, ledger facts. No routes, no decisions. */
package no.kravbro.tripletex;
