package no.kravbro.creditor;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One company we serve, and how it wants to be served. Read from the creditors file (kebab-case keys there).
 *
 * @param id our short name, used in keys and logs
 * @param companyId the accounting system's company id, 0 for the token owner's own company
 * @param employeeTokenFile file that holds the creditor's token; the token itself is never stored
 * @param agency id of the one active agency (a folder under routes/)
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
