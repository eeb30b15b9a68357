package no.kravbro.money;

import java.time.LocalDate;

/**
 * The bank line that pays out one or more settlements (AutoCollect's "samlebilag"). Amounts in øre.
 *
 * @param number number of the collective voucher
 * @param settlementCount how many settlements it pays out
 * @param carriedInOre what the creditor owed from before, zero or negative
 * @param carriedOutOre what the creditor still owes afterwards, zero or negative
 */
public record Remittance(
        String number,
        String bankText,
        LocalDate payoutDate,
        int settlementCount,
        long carriedInOre,
        long carriedOutOre,
        long netPayoutOre) {}
