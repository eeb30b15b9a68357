package no.kravbro.sandbox.tripletex;

/**
 * When a voucher's line on the receivables account, with customer and invoice number, lowers the invoice's outstanding
 * amount. Nobody has measured it at the real API, so all three are possible here.
 */
public enum Effect {
    AT_ONCE,
    AFTER_CLOSING,
    NEVER
}
