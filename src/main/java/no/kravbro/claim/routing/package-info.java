/** Which of a creditor's agencies a claim goes to: ordered rules, and what is wrong with them. Plain Java, no memory. */
package no.kravbro.claim.routing;
