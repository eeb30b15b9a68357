/** What an accountant needs of a period to follow every claim to its voucher, and to show that both sides agree. */
package no.kravbro.reconcile.report;
