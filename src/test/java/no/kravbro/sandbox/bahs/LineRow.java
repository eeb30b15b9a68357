package no.kravbro.sandbox.bahs;

/** One line of a post, øre; vatBaseOre only on VAT lines. */
record LineRow(String kind, long paidOre, long toCreditorOre, long toAgencyOre, Long vatBaseOre) {

    LineRow negated() {
        return new LineRow(kind, -paidOre, -toCreditorOre, -toAgencyOre, vatBaseOre == null ? null : -vatBaseOre);
    }
}
