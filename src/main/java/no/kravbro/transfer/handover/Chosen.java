package no.kravbro.transfer.handover;

/**
 * An invoice that somebody wants handed over as it was shown.
 *
 * @param takeover the step the agency is to start with; null = the usual one
 * @param content as {@link Line#content}
 */
public record Chosen(long invoiceId, String takeover, String content) {}
