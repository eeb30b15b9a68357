package no.kravbro.tripletex;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.kravbro.money.Posting;
import no.kravbro.money.Voucher;

/**
 * Why a voucher must not even be posted, as far as it can be read beforehand. Never a reason to change its
 * date or accounts by ourselves.
 *
 * @param cause code of the cause catalogue
 * @param detail the fix, for the accountant
 */
public record BookingRefusal(String cause, String detail) {

    /** The first thing in the way, or empty. @param numbers the creditor's account number by role */
    public static Optional<BookingRefusal> check(Voucher voucher, Map<String, Integer> numbers, LedgerFacts facts) {
        if (facts.closed(voucher.date())) {
            return refuse("PERIOD_CLOSED", "The period of " + voucher.date() + " is closed: open it, or book by hand");
        }
        return voucher.postings().stream()
                .flatMap(posting -> check(posting, numbers, facts).stream())
                .findFirst();
    }

    private static Optional<BookingRefusal> check(Posting posting, Map<String, Integer> numbers, LedgerFacts facts) {
        Integer number = AccountNumbers.number(posting.account(), numbers);
        if (number == null) {
            return refuse(
                    "ACCOUNT_MISSING",
                    "The creditor has no account number for role " + posting.account() + ": add it to its accounts");
        }
        Optional<LedgerAccount> account = facts.account(number);
        if (account.isEmpty()) {
            return refuse("ACCOUNT_MISSING", "Account " + number + " does not exist: make it, or choose another");
        }
        return check(posting, account.get());
    }

    private static Optional<BookingRefusal> check(Posting posting, LedgerAccount account) {
        String name = "Account " + account.number();
        return Stream.of(
                        when(account.inactive(), "ACCOUNT_LOCKED", name + " is inactive: activate it"),
                        when(account.demandsVat(), "ACCOUNT_LOCKED", name + " is locked to a VAT code: unlock it"),
                        when(account.requiresDepartment(), "ACCOUNT_LOCKED", name + " demands a department"),
                        when(account.requiresProject(), "ACCOUNT_LOCKED", name + " demands a project"),
                        when(
                                account.customerLedger() && posting.customerId() == null,
                                "CUSTOMER_MISSING",
                                name + " is a customer ledger and the posting names no customer"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<BookingRefusal> when(boolean holds, String cause, String detail) {
        return holds ? refuse(cause, detail) : Optional.empty();
    }

    private static Optional<BookingRefusal> refuse(String cause, String detail) {
        return Optional.of(new BookingRefusal(cause, detail));
    }
}
