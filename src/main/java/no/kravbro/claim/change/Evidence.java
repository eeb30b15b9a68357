package no.kravbro.claim.change;

import java.util.Set;

/**
 * What the books tell about one posting beside its amount. Numbers of accounts as in the Norwegian standard chart (NS 4102).
 *
 * @param reverses id of the voucher that the posting's voucher takes back, or null
 * @param creditNote number of the credit note, or null
 */
public record Evidence(Nature nature, Long reverses, String creditNote) {

    private static final int MONEY = 19;
    private static final int LOSS = 78;

    public static final Evidence OURS = new Evidence(Nature.OURS, null, null);
    public static final Evidence MAYBE_OURS = new Evidence(Nature.MAYBE_OURS, null, null);

    /** Of the voucher of a credit note. */
    public static Evidence credited(String number) {
        return new Evidence(Nature.CREDIT_NOTE, null, number);
    }

    /**
     * Of any other voucher, by the accounts of its other postings: bank and cash mean money, losses mean a write-off, both or
     * neither mean nothing for certain.
     */
    public static Evidence of(Set<Integer> counterAccounts, Long reverses) {
        boolean money = counterAccounts.stream().anyMatch(number -> isOf(number, MONEY));
        boolean loss = counterAccounts.stream().anyMatch(number -> isOf(number, LOSS));
        if (money == loss) {
            return new Evidence(Nature.OTHER, reverses, null);
        }
        return new Evidence(money ? Nature.PAYMENT : Nature.WRITE_OFF, reverses, null);
    }

    /** The same posting is the agency's money. */
    public Evidence ofTheAgency() {
        return new Evidence(Nature.AGENCY_MONEY, reverses, null);
    }

    public Evidence uncertain() {
        return new Evidence(Nature.OTHER, reverses, null);
    }

    /** Accounts of four digits or, in charts that have been refined, more. */
    private static boolean isOf(int number, int group) {
        String digits = Integer.toString(number);
        return digits.length() >= 4 && digits.startsWith(Integer.toString(group));
    }
}
