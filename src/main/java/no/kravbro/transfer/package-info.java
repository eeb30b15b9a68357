/** From an invoice just read to a claim in the outbox, and the last look before it leaves. No wire, no rules of its own. */
package no.kravbro.transfer;
