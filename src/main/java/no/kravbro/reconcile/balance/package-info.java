/** What both sides say of a claim's remaining principal, and what explains that they differ: plain rules, no memory, no framework. */
package no.kravbro.reconcile.balance;
