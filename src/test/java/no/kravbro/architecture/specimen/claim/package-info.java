/** Breaks rules, so that a test can see them refused. */
package no.kravbro.architecture.specimen.claim;
