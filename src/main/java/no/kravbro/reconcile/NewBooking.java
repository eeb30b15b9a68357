package no.kravbro.reconcile;

/**
 * The intent to book a money event. Amounts in øre.
 *
 * @param key the money event: the same money has the same key for ever
 * @param claimKey null where the event belongs to no claim
 * @param invoiceId null where the event belongs to no invoice
 * @param way VOUCHER, INVOICE_PAYMENT or PROPOSAL
 * @param event the event as received, canonical JSON
 * @param principalOre what it takes off the invoice, negative when taken back
 * @param netOre what it puts on the interim account
 * @param outstandingBeforeOre what was open on the invoice when the intent was written, or null
 * @param remittance number of the remittance that pays it out, or null
 */
public record NewBooking(
        String key,
        String creditorId,
        String agency,
        String claimKey,
        Long invoiceId,
        String way,
        String event,
        long principalOre,
        long netOre,
        Long outstandingBeforeOre,
        String remittance) {}
