package no.kravbro.money;

import java.util.Objects;
import java.util.Optional;

/**
 * How one settlement enters the books: a payment on the invoice, a voucher, or both.
 *
 * @param payment principal to book as a payment on the invoice, negative when taken back, zero when the voucher holds all
 * @param voucher all the rest; empty when there is none
 */
public record SettlementBooking(Money payment, Optional<Voucher> voucher) {

    public SettlementBooking {
        Objects.requireNonNull(payment, "payment");
        Objects.requireNonNull(voucher, "voucher");
    }

    /** What the booking puts on the interim account: the settlement's net, whichever way it is booked. */
    public Money interim() {
        return payment.plus(on(AccountRole.INTERIM));
    }

    /** What the booking puts on the receivable: principal, as a credit. */
    public Money receivable() {
        return on(AccountRole.RECEIVABLE).minus(payment);
    }

    private Money on(String role) {
        return voucher.map(booked -> booked.on(role)).orElse(new Money(0, payment.currency()));
    }
}
