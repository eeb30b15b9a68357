package no.kravbro.creditor;

import java.util.List;
import java.util.Map;

/**
 * How a creditor's books are looked after beside the bookings themselves.
 *
 * @param syncAt Oslo times of day at which the two sides are held against each other
 * @param dimensions department, project and product by account role
 * @param attachRemittance whether the remittance document is attached to the vouchers it explains
 * @param statusIn where the accounting system's users see how a claim stands
 */
public record Bookkeeping(
        List<String> syncAt, Map<String, Dimensions> dimensions, boolean attachRemittance, StatusIn statusIn) {

    /** What holds for a creditor whose file says nothing. */
    public static final Bookkeeping USUAL = new Bookkeeping(List.of("23:00"), Map.of(), false, StatusIn.CONSOLE);

    /** Where the status of a claim is shown. */
    public enum StatusIn {
        /** Under the invoice; our consumer must be registered by Tripletex for it. */
        VOUCHER_STATUS,
        /** As a comment on the invoice's voucher. */
        VOUCHER_MESSAGE,
        /** Only here. */
        CONSOLE
    }

    /** Of an account role, or of an account number where there is no role for it. */
    public Dimensions of(String role) {
        return dimensions.getOrDefault(role, Dimensions.NONE);
    }
}
