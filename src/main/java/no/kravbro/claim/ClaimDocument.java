package no.kravbro.claim;

import java.time.LocalDate;
import java.util.List;

/**
 * A claim as it is written down for an agency: what every mapping starts from. Amounts in øre, days are Oslo days.
 *
 * @param key creditor organisation number, hyphen, invoice id
 * @param submission our number of this submission; raised when the content changes
 * @param remainingOre principal still open when it was written down
 * @param takeover the step the agency starts with
 * @param earliestFeeNotice first day on which a letter may carry a fee
 * @param dispute what the agency must know of an objection, or null
 * @param postings what stood on the receivable of the invoice, oldest first; they sum to what remains
 */
public record ClaimDocument(
        String key,
        int submission,
        String invoiceNumber,
        LocalDate invoiceDate,
        LocalDate dueDate,
        String kid,
        String currency,
        long originalOre,
        long remainingOre,
        String takeover,
        LocalDate earliestFeeNotice,
        DebtorPart debtor,
        List<PostingPart> postings,
        DisputePart dispute) {

    /** Of a claim that nobody objects to. */
    public ClaimDocument(
            String key,
            int submission,
            String invoiceNumber,
            LocalDate invoiceDate,
            LocalDate dueDate,
            String kid,
            String currency,
            long originalOre,
            long remainingOre,
            String takeover,
            LocalDate earliestFeeNotice,
            DebtorPart debtor,
            List<PostingPart> postings) {
        this(
                key,
                submission,
                invoiceNumber,
                invoiceDate,
                dueDate,
                kid,
                currency,
                originalOre,
                remainingOre,
                takeover,
                earliestFeeNotice,
                debtor,
                postings,
                null);
    }

    public ClaimDocument {
        postings = postings == null ? List.of() : List.copyOf(postings);
    }

    /** @param type PRIVATE or BUSINESS */
    public record DebtorPart(
            String type,
            String customerNumber,
            String name,
            String organizationNumber,
            String email,
            String phone,
            String addressLine1,
            String addressLine2,
            String postalCode,
            String city,
            String country) {

        static DebtorPart of(Debtor debtor) {
            return new DebtorPart(
                    debtor.privatePerson() ? "PRIVATE" : "BUSINESS",
                    debtor.customerNumber(),
                    debtor.name(),
                    debtor.organizationNumber(),
                    debtor.email(),
                    debtor.phone(),
                    debtor.addressLine1(),
                    debtor.addressLine2(),
                    debtor.postalCode(),
                    debtor.city(),
                    debtor.country());
        }
    }

    /** @param account number of the ledger account */
    public record PostingPart(long id, Long voucherId, LocalDate date, Integer account, long amountOre, String text) {

        static PostingPart of(InvoicePosting posting) {
            return new PostingPart(
                    posting.id(),
                    posting.voucherId(),
                    posting.date(),
                    posting.accountNumber(),
                    posting.amountOre(),
                    posting.text());
        }
    }

    /**
     * An objection that travels with the claim.
     *
     * @param amountOre the disputed part, null = all of it
     * @param answeredOn day of the creditor's answer, or null
     */
    public record DisputePart(Long amountOre, LocalDate raisedOn, String text, LocalDate answeredOn) {}

    /** The same with an objection, or with none. */
    public ClaimDocument disputed(DisputePart objection) {
        return new ClaimDocument(
                key,
                submission,
                invoiceNumber,
                invoiceDate,
                dueDate,
                kid,
                currency,
                originalOre,
                remainingOre,
                takeover,
                earliestFeeNotice,
                debtor,
                postings,
                objection);
    }

    /** The claim for an invoice as it stands now. */
    public static ClaimDocument of(
            Invoice invoice, ClaimKey key, int submission, String takeover, int earliestFeeNotice) {
        return new ClaimDocument(
                key.toString(),
                submission,
                invoice.number(),
                invoice.invoiceDate(),
                invoice.dueDate(),
                invoice.kid(),
                invoice.currency(),
                invoice.amountOre(),
                invoice.outstandingOre(),
                takeover,
                FeeNotice.earliest(invoice.dueDate(), earliestFeeNotice),
                DebtorPart.of(invoice.debtor()),
                invoice.postings().stream().map(PostingPart::of).toList());
    }
}
