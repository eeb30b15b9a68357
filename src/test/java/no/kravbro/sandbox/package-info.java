/** Simulated Tripletex and agencies, for tests and for trying the product; never in the product's jar. */
package no.kravbro.sandbox;
