/** What a creditor chooses about its claims before an agency has them: what is kept back, and what was handed over by name. */
package no.kravbro.transfer.choose;
