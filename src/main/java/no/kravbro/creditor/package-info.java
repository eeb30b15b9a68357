/** Who the creditors are and how each wants to be served. No tokens in memory longer than a call, no claims. */
package no.kravbro.creditor;
