package no.kravbro.claim.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * All that a decision depends on besides the invoice.
 *
 * @param today the day in Oslo
 * @param earliestTransfer the agency's first day, as days after the due day: transfer when today &gt;= due + this
 * @param startDate only invoices due after this day are followed; null = all
 * @param minimumOre smaller open amounts are held
 * @param maximumOre larger open amounts are held; 0 = no limit
 * @param maximumAgeDays claims due longer ago are held; 0 = no limit
 * @param excludedInvoices invoice numbers
 * @param excludedCustomers customer numbers
 * @param needs debtor data the agency refuses to be without, in the notation of {@link DebtorNeed}
 * @param alreadyTransferred an agency has this invoice or may have it
 * @param said what people have said about invoices
 */
public record DecisionContext(
        LocalDate today,
        int earliestTransfer,
        LocalDate startDate,
        long minimumOre,
        long maximumOre,
        int maximumAgeDays,
        Set<String> excludedInvoices,
        Set<String> excludedCustomers,
        List<String> needs,
        boolean alreadyTransferred,
        Said said) {

    /** Nobody has said anything. */
    public DecisionContext(
            LocalDate today,
            int earliestTransfer,
            LocalDate startDate,
            long minimumOre,
            long maximumOre,
            int maximumAgeDays,
            Set<String> excludedInvoices,
            Set<String> excludedCustomers,
            List<String> needs,
            boolean alreadyTransferred) {
        this(
                today,
                earliestTransfer,
                startDate,
                minimumOre,
                maximumOre,
                maximumAgeDays,
                excludedInvoices,
                excludedCustomers,
                needs,
                alreadyTransferred,
                Said.NOTHING);
    }

    public DecisionContext {
        Objects.requireNonNull(today, "today");
        excludedInvoices = Set.copyOf(excludedInvoices);
        excludedCustomers = Set.copyOf(excludedCustomers);
        needs = List.copyOf(needs);
        Objects.requireNonNull(said, "said");
    }

    /** The same for an invoice with another history. */
    public DecisionContext transferred(boolean already) {
        return new DecisionContext(
                today,
                earliestTransfer,
                startDate,
                minimumOre,
                maximumOre,
                maximumAgeDays,
                excludedInvoices,
                excludedCustomers,
                needs,
                already,
                said);
    }
}
