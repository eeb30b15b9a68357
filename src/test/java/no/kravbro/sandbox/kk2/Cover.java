package no.kravbro.sandbox.kk2;

import java.time.LocalDate;

/** How a payment is spread: principal first, then interest, fees, VAT and costs (RULES: KK2 covers principal first). */
record Cover(long principal, long interest, long reminderFee, long collectionFee, long vat, long costs) {

    static Cover of(CaseRow row, long ore, LocalDate day) {
        long left = ore;
        long principal = Math.min(left, row.principal);
        left -= principal;
        long interest = Math.min(left, row.interest(day));
        left -= interest;
        long reminder = Math.min(left, row.reminderFee);
        left -= reminder;
        long fee = Math.min(left, row.collectionFee);
        left -= fee;
        long vat = Math.min(left, row.vat);
        left -= vat;
        return new Cover(principal, interest, reminder, fee, vat, Math.min(left, row.costs));
    }

    /** What is not principal. */
    long surplus() {
        return interest + reminderFee + collectionFee + vat + costs;
    }

    long sum() {
        return principal + surplus();
    }

    /** Takes it off the case. */
    void take(CaseRow row) {
        row.principal -= principal;
        row.interestPaid += interest;
        row.reminderFee -= reminderFee;
        row.collectionFee -= collectionFee;
        row.vat -= vat;
        row.costs -= costs;
        row.paid += sum();
    }
}
