package no.kravbro.creditor;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import no.kravbro.claim.routing.Routing;

/**
 * One company we serve, and how it wants to be served. Read from the creditors file (kebab-case keys there).
 *
 * @param id our short name, used in keys and logs
 * @param companyId the accounting system's company id, 0 for the token owner's own company
 * @param employeeTokenFile file that holds the creditor's token, which is never stored then; null where the creditor was
 *     registered and its token is sealed in the database, see {@link EmployeeTokens}
 * @param agency id of the agency (a folder under routes/) that serves it; one of several in {@link #everywhere}
 * @param agencyReference what the agency calls this creditor (AutoCollect: organisation id)
 * @param bankAccount account that the agency pays out to, eleven digits; null where its wire does not ask for it
 * @param transfer AUTOMATIC, APPROVE which sends what a person has handed over, or DRY_RUN which decides and sends nothing
 * @param startDate only invoices due after this day are followed
 * @param minimumOre smaller open amounts are held, in øre
 * @param maximumOre larger open amounts are held, in øre; 0 = no limit
 * @param maximumAgeDays older claims are held; 0 = no limit
 * @param excludedInvoices invoice numbers never sent
 * @param excludedCustomers customer numbers never sent
 * @param bookingWay VOUCHER, INVOICE_PAYMENT or PROPOSAL
 * @param accounts ledger account numbers by role: receivable, interim, interest-income, fee-income, input-vat, costs, and where
 *     they differ reminder-fees, collection-fees, court-costs, agency-deductions
 * @param paymentType description of the clearing payment type used by INVOICE_PAYMENT
 * @param scanAt Oslo times of day at which invoices are read
 * @param bookkeeping how the books are looked after beside the bookings
 * @param wishes how its claims are to be handed over
 */
public record Creditor(
        String id,
        String organizationNumber,
        String name,
        long companyId,
        String employeeTokenFile,
        boolean vatRegistered,
        String agency,
        String agencyReference,
        String bankAccount,
        Transfer transfer,
        LocalDate startDate,
        long minimumOre,
        long maximumOre,
        int maximumAgeDays,
        List<String> excludedInvoices,
        List<String> excludedCustomers,
        BookingWay bookingWay,
        Map<String, Integer> accounts,
        String paymentType,
        List<String> scanAt,
        Bookkeeping bookkeeping,
        Wishes wishes) {

    /**
     * The creditor at each of its agencies, in the order of the file. A creditor is always seen as one agency serves it:
     * what is done with a claim is done with the creditor {@link #at} the claim's agency.
     */
    public List<Creditor> everywhere() {
        return wishes.mandates().all().isEmpty()
                ? List.of(this)
                : wishes.mandates().all().stream().map(each -> each.of(this)).toList();
    }

    /** The same, decided about only: nothing of it is sent. */
    public Creditor inDryRun() {
        return new Creditor(
                id,
                organizationNumber,
                name,
                companyId,
                employeeTokenFile,
                vatRegistered,
                agency,
                agencyReference,
                bankAccount,
                Transfer.DRY_RUN,
                startDate,
                minimumOre,
                maximumOre,
                maximumAgeDays,
                excludedInvoices,
                excludedCustomers,
                bookingWay,
                accounts,
                paymentType,
                scanAt,
                bookkeeping,
                wishes);
    }

    /** As one of its agencies serves it; empty when that is none of its agencies. */
    public Optional<Creditor> findAt(String agency) {
        return everywhere().stream().filter(each -> each.agency.equals(agency)).findFirst();
    }

    /** As one of its agencies serves it, or as it is seen here when the creditors file does not name that one any more. */
    public Creditor serving(String agency) {
        return findAt(agency).orElse(this);
    }

    /** Throws {@link NoSuchElementException} when the creditors file does not name the agency. */
    public Creditor at(String agency) {
        return findAt(agency)
                .orElseThrow(() -> new NoSuchElementException(
                        "Creditor " + id + " has no agency " + agency + " in the creditors file"));
    }

    /** Which of its agencies a claim goes to. */
    public Routing routing() {
        return wishes.mandates().routing(agency);
    }

    /** Whether decided claims leave by themselves. */
    public enum Transfer {
        AUTOMATIC,
        /** A person hands each over; until then it is a draft. */
        APPROVE,
        DRY_RUN;

        /** Whether anything ever leaves. */
        public boolean sends() {
            return this != DRY_RUN;
        }
    }

    /** How collected money enters the books. */
    public enum BookingWay {
        VOUCHER,
        INVOICE_PAYMENT,
        PROPOSAL
    }
}
