package no.kravbro.sandbox.autocollect;

/**
 * A creditor as the agency knows it.
 *
 * @param id the agency's UUID, part of every path
 */
public record Organization(String id, String organizationNumber, String name) {

    /** The creditor of the contracts' story. */
    public static final Organization NORDLYS =
            new Organization("5b1f3c1e-8f0a-4c55-9a53-0d5a5f6e1001", "310245674", "Nordlys Elektro AS");
}
