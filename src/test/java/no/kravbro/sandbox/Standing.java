package no.kravbro.sandbox;

import java.util.Map;

/**
 * How an agency's newest case of a claim stands.
 *
 * @param principalOre still owed
 * @param ended why it was closed, in our words, or null while it is open
 */
public record Standing(long principalOre, String ended) {

    private static final Map<String, String> NORWEGIAN = Map.of("BETALT", "PAID", "KREDITERT", "CREDITED");

    /** @param reason the agency's word, or null */
    public static Standing of(long principalOre, String reason) {
        return new Standing(principalOre, reason == null ? null : NORWEGIAN.getOrDefault(reason, reason));
    }
}
