/** Simulated Tripletex {@code /v2}: as strict as the real one is known to be, with books that balance. */
package no.kravbro.sandbox.tripletex;
