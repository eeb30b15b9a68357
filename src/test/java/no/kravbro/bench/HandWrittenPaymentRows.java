package no.kravbro.bench;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import no.kravbro.delivery.Sql;

/** The rows that a hand-written loop leaves of a payment: those that the product leaves. */
final class HandWrittenPaymentRows {

    static final String INBOX =
            "insert into inbox (source, inbox_key, creditor_id, content_hash, payload, state, received_at, lease_until,"
                    + " worked_at) values ('autocollect.settlement', ?, ?, ?, ?, 'WORKED', ?, ?, ?)";
    static final String REMITTANCE =
            "insert into remittance (creditor_id, agency, remittance, bank_text, payout_date, expected_count,"
                    + " carried_in_ore, carried_out_ore, net_payout_ore, state, created_at)"
                    + " values (?, 'autocollect', ?, ?, ?, ?, 0, 0, ?, 'WAITING', ?) on conflict do nothing";
    static final String EVENT = "insert into remittance_event (booking_key) values (?) on conflict do nothing";
    static final String BOOKING =
            "insert into booking (booking_key, creditor_id, agency, claim_key, invoice_id, way, state, event,"
                    + " principal_ore, net_ore, outstanding_before_ore, remittance, created_at, updated_at)"
                    + " values (?, ?, 'autocollect', ?, ?, 'VOUCHER', 'INTENDED', ?, ?, ?, ?, ?, ?, ?)";
    static final String COMPLETE =
            "update remittance set state = 'COMPLETE' where creditor_id = 'nordlys' and agency = 'autocollect'"
                    + " and remittance = ? and state <> 'COMPLETE' and net_payout_ore = (select sum(net_ore) from booking"
                    + " where creditor_id = 'nordlys' and agency = 'autocollect' and remittance = ?)";
    static final String TIMELINE =
            "insert into timeline (claim_key, at, what, reference) values (?, ?, 'SETTLEMENT_RECEIVED', ?)";
    static final String DELIVERY =
            "insert into delivery (id, kind, delivery_key, submission, target, group_key, creditor_id, claim_key, payload,"
                    + " amount_ore, state, purpose, transmission_id, created_at, updated_at)"
                    + " values (?, ?, ?, 1, 'tripletex', ?, ?, ?, ?, ?, 'IN_FLIGHT', 'SEND', ?, ?, ?)";
    static final String DONE =
            "update delivery set state = 'DONE', attempts = 1, reference = ?, updated_at = ? where id = ?";
    static final String BOOKED =
            "update booking set state = 'BOOKED', voucher_id = ?, voucher_number = ?, booked_on = ?,"
                    + " updated_at = ? where booking_key = ?";
    static final String POSTING =
            "insert into booking_posting (creditor_id, posting_id, booking_key, account_id, amount_ore)"
                    + " values (?, ?, ?, ?, ?)";
    static final String CLAIM =
            "update claim set booked_principal_ore = booked_principal_ore + ?, updated_at = ? where claim_key = ?";

    private HandWrittenPaymentRows() {}

    static Object[] inbox(HandWrittenPayment payment, OffsetDateTime now) {
        String raw = payment.settlement.raw;
        return Batches.row(payment.settlement.id, Side.CREDITOR, Sql.hash(raw), raw, now, now, now);
    }

    static Object[] remittance(HandWrittenPayment payment, OffsetDateTime now) {
        HandWrittenSettlement told = payment.settlement;
        return Batches.row(
                Side.CREDITOR,
                told.remittance,
                told.bankText,
                LocalDate.parse(told.payoutDay),
                told.members,
                told.payoutOre,
                now);
    }

    static Object[] booking(HandWrittenPayment payment, OffsetDateTime now) {
        HandWrittenSettlement told = payment.settlement;
        return Batches.row(
                payment.key,
                Side.CREDITOR,
                told.claimKey,
                payment.open.invoice(),
                told.event(),
                told.principalOre,
                told.netOre,
                payment.open.outstandingOre(),
                told.remittance,
                now,
                now);
    }

    static Object[] order(
            long id, String kind, HandWrittenPayment payment, String payload, String transmission, OffsetDateTime now) {
        String claim = payment.settlement.claimKey;
        long ore = payment.settlement.netOre;
        return Batches.row(
                id, kind, payment.key, "books:" + claim, Side.CREDITOR, claim, payload, ore, transmission, now, now);
    }

    static Object[] booked(HandWrittenPayment payment, OffsetDateTime now) {
        LocalDate day = LocalDate.parse(payment.settlement.day);
        return Batches.row(payment.voucherId, payment.number, day, now, payment.key);
    }

    static List<Object[]> postings(HandWrittenPayment payment) {
        HandWrittenSettlement told = payment.settlement;
        return List.of(
                posting(payment, 0, 1960, told.netOre),
                posting(payment, 1, 1500, -told.principalOre),
                posting(payment, 2, 8050, -told.interestOre));
    }

    private static Object[] posting(HandWrittenPayment payment, int line, int account, long ore) {
        long id = payment.postings.get(line);
        return Batches.row(Side.CREDITOR, id, payment.key, InvoiceDocument.ACCOUNTS + (long) account, ore);
    }
}
