package no.kravbro.money;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Which account role each kind of settlement line is booked on. Complete and sound by construction: every kind has a
 * role, principal alone is on the receivable, nothing on the interim account (else {@link IllegalArgumentException} with
 * the name of the line and the fix).
 */
public final class BookingLines {

    /** Roles that a creditor may give an account of their own instead of the one the profile names. */
    private static final Map<LineKind, String> OWN = Map.of(
            LineKind.REMINDER_FEE, "reminder-fees",
            LineKind.COLLECTION_FEE, "collection-fees",
            LineKind.COURT_COSTS, "court-costs",
            LineKind.AGENCY_DEDUCTION, "agency-deductions");

    private final Map<LineKind, String> roles = new EnumMap<>(LineKind.class);

    private BookingLines(Map<String, String> profile) {
        for (LineKind kind : LineKind.values()) {
            roles.put(kind, sound(kind, profile.get(kind.name())));
        }
    }

    /**
     * @param profile the agency profile's booking lines, line kind to account role
     * @param vatRegistered whether the creditor may deduct VAT; if not, VAT borne by the creditor is a cost
     */
    public static BookingLines of(Map<String, String> profile, boolean vatRegistered) {
        BookingLines lines = new BookingLines(profile);
        if (!vatRegistered) {
            lines.roles.put(LineKind.VAT, AccountRole.COSTS);
        }
        return lines;
    }

    /**
     * The same, but a kind for which the creditor has an account of its own is booked there.
     *
     * @param accounts roles the creditor has given an account
     */
    public BookingLines withOwn(Set<String> accounts) {
        OWN.forEach((kind, role) -> {
            if (accounts.contains(role)) {
                roles.put(kind, role);
            }
        });
        return this;
    }

    public String role(LineKind kind) {
        return roles.get(kind);
    }

    private static String sound(LineKind kind, String role) {
        if (role == null || role.isBlank()) {
            throw new IllegalArgumentException("bookingLines." + kind + " is missing: name an account role for it");
        }
        if (role.equals(AccountRole.INTERIM)) {
            throw new IllegalArgumentException(
                    "bookingLines." + kind + " is interim, which only the net payout may be on");
        }
        if ((kind == LineKind.PRINCIPAL) != role.equals(AccountRole.RECEIVABLE)) {
            throw new IllegalArgumentException(
                    "bookingLines." + kind + " is " + role + ": PRINCIPAL, and nothing else, belongs on receivable");
        }
        return role;
    }
}
