package no.kravbro.creditor;

import java.time.Instant;

/**
 * A creditor who was connected while the product ran, without its token.
 *
 * @param entry what it said of itself, JSON with the names of the creditors file in camelCase
 * @param tokenAt when its token was last given
 * @param byCreditor that it wants to be served, or null until then
 * @param byAgency that its agency serves it, or null until then
 */
public record Registered(
        String creditorId,
        String entry,
        Instant tokenAt,
        String tokenBy,
        Confirmation byCreditor,
        Confirmation byAgency,
        Instant registeredAt,
        String registeredBy) {

    /** @param how in what words, or where it is to be found */
    public record Confirmation(Instant at, String who, String how) {}

    /** Who has to confirm before anything is sent. */
    public enum Side {
        CREDITOR,
        AGENCY
    }

    /** Both sides have confirmed; before that nothing is sent. */
    public boolean isActive() {
        return byCreditor != null && byAgency != null;
    }

    Creditor creditor() {
        Creditor said = CreditorForm.read(entry).creditor();
        return isActive() ? said : said.inDryRun();
    }
}
