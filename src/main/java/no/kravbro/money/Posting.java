package no.kravbro.money;

import java.util.Objects;

/**
 * One line of a voucher.
 *
 * @param account account role (see the creditor's accounts) or ledger account number
 * @param amount debit positive, credit negative, never zero
 * @param customerId the accounting system's customer id, or null where the account is no customer ledger
 * @param invoiceNumber the invoice it concerns, or null
 */
public record Posting(String account, Money amount, Long customerId, String invoiceNumber, String description) {

    public Posting {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(description, "description");
        if (account == null || account.isBlank()) {
            throw new IllegalArgumentException("A posting needs an account");
        }
        if (amount.ore() == 0) {
            throw new IllegalArgumentException("A posting of zero on " + account + " says nothing");
        }
    }

    /** A posting on an account that is no customer ledger. */
    public static Posting of(String account, Money amount, String description) {
        return new Posting(account, amount, null, null, description);
    }

    public boolean debit() {
        return Long.signum(amount.ore()) == 1;
    }
}
