/** A simulated KapitalKontroll2: own collection by the creditor, voucher proposals, cursors, a daily reconciliation. */
package no.kravbro.sandbox.kk2;
