package no.kravbro.claim.change;

import no.kravbro.claim.InvoicePosting;

/** Something that has happened with the invoice of a claim since it was last looked at. Amounts in øre, greater than zero. */
public sealed interface Change {

    /** The posting it is about. */
    long postingId();

    long amountOre();

    /** One word for it. */
    default String what() {
        return getClass().getSimpleName();
    }

    /**
     * The debtor has paid the creditor.
     *
     * @param round 2 and more when the payment was taken back and stands again
     */
    record DirectPayment(InvoicePosting posting, int round) implements Change {
        @Override
        public long postingId() {
            return posting.id();
        }

        @Override
        public long amountOre() {
            return -posting.amountOre();
        }

        public String event() {
            return KnownPosting.event(posting.id(), round);
        }
    }

    /**
     * The creditor has credited it.
     *
     * @param amountOre what of it lowers the claim
     * @param full nothing is left of the claim
     * @param whole the invoice is credited from its first øre
     * @param number of the credit note, or null
     */
    record CreditNote(InvoicePosting posting, long amountOre, boolean full, boolean whole, String number)
            implements Change {
        @Override
        public long postingId() {
            return posting.id();
        }

        public String event() {
            return KnownPosting.event(posting.id(), 1);
        }
    }

    /**
     * A payment that the agency was told of stands no more: it was reversed, deleted, or its matching with the invoice opened.
     *
     * @param by the posting that takes it back, or null when it has gone by itself
     */
    record TakenBack(KnownPosting payment, InvoicePosting by) implements Change {
        @Override
        public long postingId() {
            return payment.id();
        }

        @Override
        public long amountOre() {
            return payment.toldOre();
        }

        public String event() {
            return by == null ? payment.event() + "-back" : KnownPosting.event(by.id(), 1);
        }
    }

    /** Given up in the books: neither payment nor credit, so no agency hears of it; the two sides differ from now on. */
    record WriteOff(InvoicePosting posting) implements Change {
        @Override
        public long postingId() {
            return posting.id();
        }

        @Override
        public long amountOre() {
            return -posting.amountOre();
        }
    }

    /** The agency's own money, booked on the debtor by a person: never reported back. */
    record AgencyMoney(InvoicePosting posting) implements Change {
        @Override
        public long postingId() {
            return posting.id();
        }

        @Override
        public long amountOre() {
            return -posting.amountOre();
        }
    }

    /** The matching of a posting was opened, and the posting still counts on the invoice. */
    record Unmatched(KnownPosting posting) implements Change {
        @Override
        public long postingId() {
            return posting.id();
        }

        @Override
        public long amountOre() {
            return Math.abs(posting.amountOre());
        }
    }

    /** What was opened is matched again, or what had gone has come back; differences about it are over. */
    record PutRight(KnownPosting posting) implements Change {
        @Override
        public long postingId() {
            return posting.id();
        }

        @Override
        public long amountOre() {
            return Math.abs(posting.amountOre());
        }
    }

    /** What no wire can be told of: a person must see to it. */
    record Unclear(long postingId, long amountOre, Why why) implements Change {}

    /** Why a person is needed. */
    enum Why {
        /** A posting that is no payment, credit or write-off for certain. */
        UNKNOWN_KIND,
        /** The receivable has been raised. */
        RAISED,
        /** Something that the claim was written down with, or a credit, stands no more. */
        GONE
    }
}
