/** Reads what mutation tests have found and holds it against the limits. */
package no.kravbro.mutants;
