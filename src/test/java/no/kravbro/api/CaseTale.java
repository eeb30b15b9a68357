package no.kravbro.api;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows that one claim leaves behind in three weeks. */
final class CaseTale {

    /** Synthetic, with right check digits. */
    static final String PERSON = "01810150110";

    private CaseTale() {}

    static void write(JdbcClient sql) {
        for (String statement : STATEMENTS) {
            sql.sql(statement).update();
        }
    }

    private static final String[] STATEMENTS = {
        """
        insert into claim (claim_key, creditor_id, invoice_id, invoice_number, agency, state, stage, submission, principal_ore,
          booked_principal_ore, agency_principal_ore, received_on, created_at, updated_at) values ('310245674-1', 'nordlys', 1,
          '10057', 'autocollect', 'ACCEPTED', 'NOTICE', 1, 1250000, 400000, 850000, date '2026-01-05',
          timestamp with time zone '2026-01-05 06:00:00+00', timestamp with time zone '2026-01-16 22:00:00+00')""",
        delivery(
                1,
                "SUBMIT_CLAIM",
                "310245674-1",
                "autocollect",
                1_250_000,
                "DONE",
                "2026-01-05 06:00",
                "2026-01-05 06:10"),
        delivery(
                2,
                "BOOK_VOUCHER",
                "INK-autocollect-s-1",
                "tripletex",
                400_000,
                "DONE",
                "2026-01-14 22:00",
                "2026-01-14 22:05"),
        delivery(
                3,
                "REPORT_PAYMENT",
                "310245674-1/posting-9",
                "autocollect",
                250_000,
                "HANDED_OVER",
                "2026-01-16 22:00",
                "2026-01-16 22:01"),
        """
        insert into inbox (source, inbox_key, creditor_id, content_hash, payload, state, received_at, lease_until) values
          ('autocollect.settlement', 's-1', 'nordlys', 'h', '{}', 'WORKED', timestamp with time zone '2026-01-14 21:00:00+00',
          timestamp with time zone '2026-01-14 21:02:00+00')""",
        """
        insert into booking (booking_key, creditor_id, agency, claim_key, invoice_id, way, state, event, principal_ore, net_ore,
          voucher_id, voucher_number, booked_on, created_at, updated_at) values ('INK-autocollect-s-1', 'nordlys', 'autocollect',
          '310245674-1', 1, 'VOUCHER', 'MATCHED', '{"paymentDate":"2026-01-12","settlementDate":"2026-01-14"}', 400000, 400000, 77,
          '77-2026', date '2026-01-14', timestamp with time zone '2026-01-14 22:00:00+00',
          timestamp with time zone '2026-01-15 22:00:00+00')""",
        note("CASE_STAGE", "'NOTICE', date '2026-01-09', null", "2026-01-10 22:00"),
        note("SETTLEMENT_RECEIVED", "'s-1', null, null", "2026-01-14 22:00"),
        note("CHANGE_FOUND", "'DIRECT_PAYMENT posting-9', null, null", "2026-01-16 22:00"),
        note("DISPUTED", "'dispute-1', null, null", "2026-01-17 09:00"),
        """
        insert into claim_posting (claim_key, submission, posting_id, voucher_id, booked_on, amount_ore, fate, standing, round, told_ore,
          seen_at) values ('310245674-1', 1, 9, 88, date '2026-01-15', -250000, 'PAYMENT', true, 1, 250000,
          timestamp with time zone '2026-01-18 22:00:00+00'), ('310245674-1', 1, 8, 77, date '2026-01-14', -400000, 'OURS', true, 1, 0,
          timestamp with time zone '2026-01-16 22:00:00+00'), ('310245674-1', 1, 7, 70, date '2025-12-01', 1250000, 'CLAIMED', true, 1, 0,
          timestamp with time zone '2026-01-05 22:00:00+00')""",
        """
        insert into dispute (id, claim_key, creditor_id, heard_from, reason, raised_on, answer_by, attachments, state, seen_at_agency, opened_at)
          values (1, '310245674-1', 'nordlys', 'CREDITOR', 'Kjenner ikke kravet, 01810150110', date '2026-01-17', date '2026-01-26', '',
          'OPEN', false, timestamp with time zone '2026-01-17 09:00:00+00')""",
        """
        insert into list_item (claim_key, creditor_id, submission, cutoff_at, state, reason, answered_by, listed_at, answered_at) values
          ('310245674-1', 'nordlys', 1, timestamp with time zone '2026-01-22 07:00:00+00', 'REJECTED', 'ringte 01810150110', 'kari',
          timestamp with time zone '2026-01-20 06:00:00+00', timestamp with time zone '2026-01-20 08:00:00+00')""",
        """
        insert into list_item (claim_key, creditor_id, submission, cutoff_at, state, listed_at) values ('310245674-1', 'nordlys', 1,
          timestamp with time zone '2026-01-29 07:00:00+00', 'OPEN', timestamp with time zone '2026-01-27 06:00:00+00')""",
        """
        insert into task (kind, subject, creditor_id, claim_key, agency, detail, due_on, state, opened_at) values ('ANSWER_DEBTOR',
          'dispute-1', 'nordlys', '310245674-1', 'autocollect', 'x', date '2026-01-20', 'OPEN',
          timestamp with time zone '2026-01-27 07:00:00+00')""",
        """
        insert into dead_letter (id, subject, what, creditor_id, agency, claim_key, amount_ore, cause, owner, fingerprint,
          may_have_landed, state, since_day, created_at, updated_at) values (1, '310245674-1', 'INSTRUCT', 'nordlys', 'autocollect',
          '310245674-1', 0, 'NO_ACCESS', 'AGENCY', 'f', false, 'OPEN', date '2026-01-27',
          timestamp with time zone '2026-01-27 08:00:00+00', timestamp with time zone '2026-01-27 08:00:00+00')""",
        """
        insert into dead_letter_log (dead_letter_id, at, who, what) values (1, timestamp with time zone '2026-01-27 08:00:00+00',
          'kravbro', 'BURIED')""",
        """
        insert into difference (creditor_id, claim_key, cause, subject, amount_ore, detail, state, opened_at) values ('nordlys',
          '310245674-1', 'PRINCIPAL', '310245674-1', 250000, 'x', 'OPEN', timestamp with time zone '2026-01-27 22:00:00+00')"""
    };

    private static String delivery(
            int id, String kind, String key, String target, long ore, String state, String created, String updated) {
        return """
               insert into delivery (id, kind, delivery_key, submission, target, group_key, creditor_id, claim_key, payload,
                 amount_ore, state, purpose, attempts, created_at, updated_at) values (%d, '%s', '%s', 1, '%s', '%s', 'nordlys',
                 '310245674-1', '{}', %d, '%s', 'SEND', 1, timestamp with time zone '%s:00+00', timestamp with time zone '%s:00+00')"""
                .formatted(id, kind, key, target, key, ore, state, created, updated);
    }

    private static String note(String what, String rest, String at) {
        return "insert into timeline (claim_key, at, what, reference, happened_on, amount_ore) values ('310245674-1',"
                + " timestamp with time zone '" + at + ":00+00', '" + what + "', " + rest + ")";
    }
}
