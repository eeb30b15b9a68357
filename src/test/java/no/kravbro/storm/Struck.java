package no.kravbro.storm;

import no.kravbro.sandbox.FaultKind;

/**
 * A call that met trouble.
 *
 * @param named whether it names a claim, an invoice or a voucher; else it may have been about any
 * @param about everything it said, for finding out whom it was about
 */
record Struck(String partner, FaultKind kind, boolean write, boolean named, String about) {

    /** Whether it may have been about something known by one of these keys. */
    boolean concerns(String key, String invoice) {
        return !named || about.contains(key) || !invoice.isEmpty() && about.contains(invoice);
    }
}
