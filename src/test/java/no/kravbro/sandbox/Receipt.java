package no.kravbro.sandbox;

/**
 * Money of a debtor as a far side has it in its own books, øre; what is taken back is negative.
 *
 * @param id what the far side calls it
 * @param key of the claim it was paid on
 * @param principalOre its part of the principal
 * @param netOre what the creditor gets
 */
public record Receipt(String id, String key, long principalOre, long netOre) {}
