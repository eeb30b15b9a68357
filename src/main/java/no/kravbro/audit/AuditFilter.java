package no.kravbro.audit;

/**
 * Which rows; null fields do not limit.
 *
 * @param subject its beginning
 * @param before only rows with a smaller number, for the next page
 */
public record AuditFilter(String who, Deed deed, String subject, AuditEntry.Outcome outcome, Long before, int size) {}
