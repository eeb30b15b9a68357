/** Proofs of encryption at rest. */
package no.kravbro.secret;
