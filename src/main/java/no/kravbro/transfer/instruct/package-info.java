/** What the creditor wants done with a claim that an agency has: checked against what is allowed, sent once, followed. */
package no.kravbro.transfer.instruct;
