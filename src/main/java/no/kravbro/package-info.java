/** The product: one class starts it. Everything else belongs in a room below. */
package no.kravbro;
