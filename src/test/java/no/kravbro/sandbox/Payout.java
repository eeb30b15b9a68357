package no.kravbro.sandbox;

import java.time.LocalDate;

/**
 * What an agency, or a debtor where the agency lets the creditor's own bank collect, pays into a creditor's bank.
 *
 * @param id never the same for two
 * @param organization the creditor's organisation number
 * @param text what the bank statement tells
 */
public record Payout(String id, String organization, LocalDate day, String text, long ore) {}
