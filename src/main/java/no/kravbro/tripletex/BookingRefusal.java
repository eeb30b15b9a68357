package no.kravbro.tripletex;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.kravbro.creditor.Bookkeeping;
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

    private static final String MISSING = "DIMENSION_MISSING";

    /** The first thing in the way, or empty. @param numbers the creditor's account number by role */
    public static Optional<BookingRefusal> check(
            Voucher voucher, Map<String, Integer> numbers, Bookkeeping bookkeeping, LedgerFacts facts) {
        if (facts.closed(voucher.date())) {
            return refuse("PERIOD_CLOSED", "The period of " + voucher.date() + " is closed: open it, or book by hand");
        }
        return voucher.postings().stream()
                .flatMap(posting ->
                        Stream.of(check(posting, numbers, facts), dimensions(posting, numbers, bookkeeping, facts)))
                .flatMap(Optional::stream)
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
                        when(
                                account.customerLedger() && posting.customerId() == null,
                                "CUSTOMER_MISSING",
                                name + " is a customer ledger and the posting names no customer"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What the account demands and the creditor has not said, or has said and there is not. */
    private static Optional<BookingRefusal> dimensions(
            Posting posting, Map<String, Integer> numbers, Bookkeeping bookkeeping, LedgerFacts facts) {
        Integer number = AccountNumbers.number(posting.account(), numbers);
        return Stream.of(Dimension.values())
                .flatMap(dimension -> {
                    String field = "dimensions." + posting.account() + "." + dimension.word();
                    String wanted = dimension.wanted(bookkeeping.of(posting.account()));
                    boolean demanded = number != null
                            && facts.account(number)
                                    .filter(account -> account.demands(dimension))
                                    .isPresent();
                    return wanted == null
                            ? when(
                                    demanded,
                                    MISSING,
                                    "Account " + number + " demands a " + dimension.word() + ": set " + field
                                            + " to its number")
                                    .stream()
                            : when(
                                    facts.id(dimension, wanted).isEmpty(),
                                    MISSING,
                                    "There is no single " + dimension.word() + " " + wanted
                                            + " in use: make it, or correct " + field)
                                    .stream();
                })
                .findFirst();
    }

    private static Optional<BookingRefusal> when(boolean holds, String cause, String detail) {
        return holds ? refuse(cause, detail) : Optional.empty();
    }

    private static Optional<BookingRefusal> refuse(String cause, String detail) {
        return Optional.of(new BookingRefusal(cause, detail));
    }
}
