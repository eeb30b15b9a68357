package no.kravbro.creditor;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.kravbro.claim.routing.Successor;

/**
 * What a creditor has agreed with one of several agencies, as far as it differs from what it has with the others; null, or
 * empty, where it does not.
 *
 * @param agency id of a folder under routes/
 * @param agencyReference what the agency calls this creditor
 * @param bankAccount account that it pays out to
 * @param accounts ledger accounts by role, instead of those of the creditor
 * @param takeover the step it is to start with
 * @param schedule Oslo times of day by job, instead of those of its profile
 * @param activatedOn the day on which the agency activated the creditor
 * @param replacedBy the agency that takes its new claims from {@code replacedFrom} on, while it ends those it has
 */
public record Mandate(
        String agency,
        String agencyReference,
        String bankAccount,
        Creditor.BookingWay bookingWay,
        Map<String, Integer> accounts,
        String paymentType,
        String takeover,
        Map<String, List<String>> schedule,
        LocalDate activatedOn,
        String replacedBy,
        LocalDate replacedFrom) {

    public Mandate {
        accounts = accounts == null ? Map.of() : Map.copyOf(accounts);
        schedule = schedule == null ? Map.of() : Map.copyOf(schedule);
    }

    boolean isReplaced() {
        return replacedBy != null && replacedFrom != null;
    }

    Successor successor() {
        return new Successor(replacedBy, replacedFrom);
    }

    /** With what holds for the creditor wherever nothing else was agreed. */
    Mandate completed(Creditor whole) {
        Map<String, Integer> merged = new HashMap<>(whole.accounts());
        merged.putAll(accounts);
        return new Mandate(
                agency,
                agencyReference,
                bankAccount == null ? whole.bankAccount() : bankAccount,
                bookingWay == null ? whole.bookingWay() : bookingWay,
                merged,
                paymentType == null ? whole.paymentType() : paymentType,
                takeover,
                schedule,
                activatedOn,
                replacedBy,
                replacedFrom);
    }

    /** The creditor as this agency serves it, whoever it is seen with. The mandate is complete. */
    Creditor of(Creditor creditor) {
        return new Creditor(
                creditor.id(),
                creditor.organizationNumber(),
                creditor.name(),
                creditor.companyId(),
                creditor.employeeTokenFile(),
                creditor.vatRegistered(),
                agency,
                agencyReference,
                bankAccount,
                creditor.transfer(),
                creditor.startDate(),
                creditor.minimumOre(),
                creditor.maximumOre(),
                creditor.maximumAgeDays(),
                creditor.excludedInvoices(),
                creditor.excludedCustomers(),
                bookingWay,
                accounts,
                paymentType,
                creditor.scanAt(),
                creditor.bookkeeping(),
                new Wishes(
                        takeover,
                        schedule,
                        creditor.wishes().mandates(),
                        creditor.wishes().mailing(),
                        creditor.wishes().closeBelowOre(),
                        creditor.wishes().keyExpiresOn(),
                        creditor.wishes().small(),
                        activatedOn));
    }
}
