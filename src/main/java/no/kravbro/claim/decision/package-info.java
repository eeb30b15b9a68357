/** Whether an invoice may be handed to an agency, and why not: one small rule per reason, all reasons told. */
package no.kravbro.claim.decision;
