/** What is still true if every API changed: invoices, decisions, claims, their stages and deadlines. No Camel, no Spring, no SQL, no wire names. */
package no.kravbro.claim;
