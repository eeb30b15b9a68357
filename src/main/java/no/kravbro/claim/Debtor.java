package no.kravbro.claim;

/**
 * Who owes. Fields may be null where the accounting system holds nothing; the agency profile says which are needed.
 *
 * @param id the accounting system's customer id
 * @param automaticNotices the accounting system's own dunning is on for this customer
 * @param factored the receivable is sold; not ours to collect
 */
public record Debtor(
        long id,
        String customerNumber,
        String name,
        boolean privatePerson,
        String organizationNumber,
        String email,
        String phone,
        String addressLine1,
        String addressLine2,
        String postalCode,
        String city,
        String country,
        boolean automaticNotices,
        boolean factored) {}
