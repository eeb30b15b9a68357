package no.kravbro.money;

/**
 * One line of a settlement, as the agency split it. All amounts in øre.
 *
 * @param kind the agency's word translated to a {@link LineKind} name; other text is kept and refused by the checks
 * @param vatBaseOre base of a VAT line, else 0
 * @param vatRate percent of a VAT line, else 0
 */
public record SettlementLine(
        String kind, long paidOre, long toCreditorOre, long toAgencyOre, long vatBaseOre, int vatRate, String text) {}
