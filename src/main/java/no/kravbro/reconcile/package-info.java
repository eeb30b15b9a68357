/** Bookings remembered, both sides compared, differences with cause and age. No posting. */
package no.kravbro.reconcile;
