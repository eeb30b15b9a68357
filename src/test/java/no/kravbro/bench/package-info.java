/** Measures the product's rooms beside a hand-written loop that does the same calls and the same durable writes. */
package no.kravbro.bench;
