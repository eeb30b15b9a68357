/** Handing chosen invoices over: what would go, what stands against it, and the going itself. */
package no.kravbro.transfer.handover;
