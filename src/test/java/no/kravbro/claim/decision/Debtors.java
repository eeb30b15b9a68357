package no.kravbro.claim.decision;

import no.kravbro.claim.Debtor;

/** Debtors for tests of what is missing. */
final class Debtors {

    private Debtors() {}

    /** One of whom the accounting system knows nothing but the kind. */
    static Debtor empty(boolean privatePerson) {
        return filled(privatePerson, null);
    }

    /** One whose every field holds the same text. */
    static Debtor filled(boolean privatePerson, String text) {
        return new Debtor(1, text, text, privatePerson, text, text, text, text, text, text, text, text, false, false);
    }

    /** One whose fields are told apart by their names. */
    static Debtor named() {
        return new Debtor(
                1,
                "customerNumber",
                "name",
                false,
                "organizationNumber",
                "email",
                "phone",
                "addressLine1",
                "addressLine2",
                "postalCode",
                "city",
                "country",
                false,
                false);
    }
}
