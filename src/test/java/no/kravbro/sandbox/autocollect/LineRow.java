package no.kravbro.sandbox.autocollect;

/** One line of a settlement, øre; vatBaseOre only on VAT lines. */
record LineRow(String kind, long paidOre, long toCreditorOre, long toAgencyOre, Long vatBaseOre, String description) {

    LineRow negated() {
        return new LineRow(
                kind, -paidOre, -toCreditorOre, -toAgencyOre, vatBaseOre == null ? null : -vatBaseOre, description);
    }
}
