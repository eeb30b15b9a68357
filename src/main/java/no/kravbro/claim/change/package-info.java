/** What has happened in the accounting system with the invoice of a claim that an agency has. Plain Java, no memory of its own. */
package no.kravbro.claim.change;
