package no.kravbro.claim.rates;

import java.math.BigDecimal;

/**
 * The most a debtor may be asked for an agency's work on claims up to a sum, as multiples of inkassosats.
 *
 * @param upToOre largest claim it is for, or null for all above
 */
public record FeeCap(Long upToOre, BigDecimal light, BigDecimal heavy) {

    boolean covers(long claimOre) {
        return upToOre == null || claimOre <= upToOre;
    }
}
