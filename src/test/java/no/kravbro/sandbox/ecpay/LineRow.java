package no.kravbro.sandbox.ecpay;

/** One line of a booking, øre; base and rate of VAT lines only. */
record LineRow(String kind, long paidOre, long toCreditorOre, long toAgencyOre, long vatBaseOre) {

    LineRow negated() {
        return new LineRow(kind, -paidOre, -toCreditorOre, -toAgencyOre, -vatBaseOre);
    }
}
