package no.kravbro.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import no.kravbro.delivery.Sql;

/** The rows that a hand-written loop leaves behind: those that the product leaves. */
final class HandWrittenRows {

    static final String INVOICE =
            "insert into invoice (creditor_id, invoice_id, invoice_number, due_date, outstanding_ore, decision,"
                    + " reasons, snapshot, seen_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    static final String CLAIM =
            "insert into claim (claim_key, creditor_id, invoice_id, invoice_number, agency, state, submission,"
                    + " principal_ore, created_at, updated_at) values (?, ?, ?, ?, 'autocollect', 'PENDING', 1, ?, ?, ?)";
    static final String DELIVERY =
            "insert into delivery (id, kind, delivery_key, submission, target, group_key, creditor_id, claim_key, payload,"
                    + " amount_ore, state, purpose, created_at, updated_at)"
                    + " values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, 'READY', 'SEND', ?, ?)";
    static final String TRANSMISSION =
            "insert into transmission (id, kind, target, creditor_id, content_type, content, content_hash, members,"
                    + " created_at, stored_at) values (?, ?, ?, ?, 'application/json; charset=utf-8', ?, ?, ?, ?, ?)";
    static final String ATTEMPT =
            "insert into attempt (delivery_id, purpose, outcome, transmission_id, route_id, ended_at)"
                    + " values (?, ?, ?, ?, 'claim.submit', ?)";
    static final String ACCEPTED = "update delivery set state = 'DONE', purpose = 'SEND', inquiries = 1, cause = null,"
            + " reference = ?, updated_at = ? where id = ?";
    static final String CASE = "update claim set state = 'ACCEPTED', stage = 'RECEIVED', case_number = ?,"
            + " agency_invoice = ?, updated_at = ? where claim_key = ?";

    private HandWrittenRows() {}

    static Object[] invoice(HandWrittenInvoice invoice, HandWrittenRules decided, OffsetDateTime now) {
        return Batches.row(
                Side.CREDITOR,
                invoice.id,
                invoice.number,
                LocalDate.parse(invoice.dueDate),
                invoice.outstandingOre,
                decided.decision(),
                decided.reasons(),
                json(invoice::snapshot),
                now);
    }

    static Object[] claim(String key, HandWrittenInvoice invoice, OffsetDateTime now) {
        return Batches.row(key, Side.CREDITOR, invoice.id, invoice.number, invoice.outstandingOre, now, now);
    }

    static Object[] submission(long id, String key, HandWrittenInvoice invoice, OffsetDateTime now) {
        return delivery(
                id,
                "SUBMIT_CLAIM",
                key,
                "autocollect",
                key,
                key,
                json(() -> HandWrittenBodies.document(key, invoice)),
                invoice.outstandingOre,
                now);
    }

    static Object[] delivery(
            long id,
            String kind,
            String key,
            String target,
            String group,
            String claim,
            String payload,
            long ore,
            OffsetDateTime now) {
        return Batches.row(id, kind, key, target, group, Side.CREDITOR, claim, payload, ore, now, now);
    }

    static Object[] transmission(
            String id, String kind, String target, byte[] content, int members, OffsetDateTime now) {
        return Batches.row(id, kind, target, Side.CREDITOR, content, Sql.hash(content), members, now, now);
    }

    static Object[] attempt(long delivery, String purpose, String outcome, String transmission, OffsetDateTime now) {
        return Batches.row(delivery, purpose, outcome, transmission, now);
    }

    /** Writes a document. */
    interface Text {
        String make() throws IOException;
    }

    static String json(Text text) {
        try {
            return text.make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
