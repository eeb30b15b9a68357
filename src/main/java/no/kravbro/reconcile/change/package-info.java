/** Finds what has happened with the invoices of claims that agencies have, remembers it and orders that it is told. */
package no.kravbro.reconcile.change;
