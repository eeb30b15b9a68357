package no.kravbro.sandbox.autocollect;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the agency refuses a well-formed claim for. The first rule that fails gives the code. */
final class InvoiceRules {

    private static final List<String> TYPES = List.of("PAYMENT_REMINDER", "NOTICE", "DEBT_COLLECTION");
    private static final int LIMITATION_YEARS = 3;
    private static final int[] WEIGHTS = {3, 2, 7, 6, 5, 4, 3, 2};

    private InvoiceRules() {}

    static Optional<Refusal> refusal(Organization organization, ClaimRow claim, LocalDate today) {
        if (claim.plan.rejectCode() != null) {
            return no(claim.plan.rejectCode(), claim.plan.rejectReason());
        }
        if (!claim.key.startsWith(organization.organizationNumber() + "-")) {
            return no("UNKNOWN_CREDITOR", "The key names another creditor");
        }
        return form(claim).or(() -> money(claim)).or(() -> days(claim, today)).or(() -> debtors(claim));
    }

    private static Optional<Refusal> form(ClaimRow claim) {
        if (!TYPES.contains(claim.requestedType)) {
            return no("INVALID_DATA", "Unknown type " + claim.requestedType);
        }
        if (claim.requestedType.equals("DEBT_COLLECTION") && claim.creditorNoticeDate == null) {
            return no("INVALID_DATA", "DEBT_COLLECTION needs collectionNoticeDate");
        }
        if (!claim.currency.equals("NOK")) {
            return no("INVALID_DATA", "Only NOK is collected");
        }
        return claim.flags.contains("DISPUTED")
                ? no("DISPUTE_INFO_MISSING", "The dispute has not been answered")
                : Optional.empty();
    }

    private static Optional<Refusal> money(ClaimRow claim) {
        boolean wrong = claim.originalOre <= 0 || claim.principalOre <= 0 || claim.principalOre > claim.originalOre;
        return wrong ? no("AMOUNT", "Nothing, or more than invoiced, remains") : Optional.empty();
    }

    private static Optional<Refusal> days(ClaimRow claim, LocalDate today) {
        if (claim.dueDate.isBefore(claim.invoiceDate)) {
            return no("INVALID_DATA", "Due before it was invoiced");
        }
        if (!claim.dueDate.isBefore(today)) {
            return no("NOT_DUE", "The invoice is not overdue");
        }
        return claim.dueDate.plusYears(LIMITATION_YEARS).isBefore(today)
                ? no("LIMITATION", "Older than three years")
                : Optional.empty();
    }

    private static Optional<Refusal> debtors(ClaimRow claim) {
        for (Map<String, Object> debtor : claim.debtors) {
            Object number = debtor.get("organizationNumber");
            boolean business = "BUSINESS".equals(debtor.get("type"));
            if (!business && !"PRIVATE".equals(debtor.get("type"))) {
                return no("INVALID_DATA", "Unknown type of debtor");
            }
            if (business && (number == null || !isOrganizationNumber((String) number))) {
                return no("DEBTOR_MISMATCH", "Debtor could not be identified");
            }
        }
        return Optional.empty();
    }

    /** Modulus 11 (RULES 3.8). */
    static boolean isOrganizationNumber(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return (11 - sum % 11) % 11 == number.charAt(8) - '0';
    }

    private static Optional<Refusal> no(String code, String reason) {
        return Optional.of(new Refusal(code, reason));
    }
}
