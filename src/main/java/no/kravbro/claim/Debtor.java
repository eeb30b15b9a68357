package no.kravbro.claim;

import java.util.List;

/**
 * Who owes. Fields may be null where the accounting system holds nothing; the agency profile says which are needed.
 *
 * @param id the accounting system's customer id
 * @param automaticNotices the accounting system's own dunning is on for this customer
 * @param factored the receivable is sold; not ours to collect
 * @param categories names of the categories that the customer is in
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
        boolean factored,
        List<String> categories) {

    /** The customer is in no category. */
    public Debtor(
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
            boolean factored) {
        this(
                id,
                customerNumber,
                name,
                privatePerson,
                organizationNumber,
                email,
                phone,
                addressLine1,
                addressLine2,
                postalCode,
                city,
                country,
                automaticNotices,
                factored,
                List.of());
    }

    /** Snapshots of before categories were read hold none. */
    public Debtor {
        categories = categories == null ? List.of() : List.copyOf(categories);
    }
}
