/** Every claim goes to exactly one agency, whatever the rules. */
package no.kravbro.claim.routing;
