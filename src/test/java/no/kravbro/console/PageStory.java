package no.kravbro.console;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One claim with a payout of two steps, one letter, one task and one difference for nordlys, and one claim for bergvik. */
final class PageStory {

    static final String CLAIM = "310245674-900001";
    static final String LOST = "310245674-900004";
    static final String OTHERS = "310245682-900002";
    static final long DELIVERY = 900_001;
    static final long LETTER = 900_001;
    static final long SETTLEMENT_LETTER = 900_002;
    static final long DOUBTFUL_LETTER = 900_003;
    static final long DIFFERENCE = 900_001;
    static final String PAYOUT = "/settlements/nordlys/autocollect/48213";

    private PageStory() {}

    static void write(JdbcClient sql) {
        for (String statement : STATEMENTS) {
            sql.sql(statement).update();
        }
    }

    private static final String[] STATEMENTS = {
        """
        insert into claim (claim_key, creditor_id, invoice_id, invoice_number, agency, state, stage, flags, submission,
          principal_ore, booked_principal_ore, agency_principal_ore, case_number, created_at, updated_at)
        values ('310245674-900001', 'nordlys', 900001, '900571', 'autocollect', 'ACCEPTED', 'NOTICE', 'PAUSED', 1, 1250000,
          1000000, 250000, '5000977', current_timestamp, current_timestamp)""",
        """
        insert into claim (claim_key, creditor_id, invoice_id, invoice_number, agency, state, stage, submission,
          principal_ore, created_at, updated_at) values ('310245682-900002', 'bergvik', 900002, '900572', 'autocollect',
          'ACCEPTED', 'COLLECTION', 1, 777700, current_timestamp, current_timestamp)""",
        """
        insert into delivery (id, kind, delivery_key, submission, target, group_key, creditor_id, claim_key, payload,
          amount_ore, state, purpose, attempts, cause, detail, created_at, updated_at) values (900001, 'SUBMIT_CLAIM',
          '310245674-900001', 1, 'autocollect', '310245674-900001', 'nordlys', '310245674-900001',
          '{"debtor":"01019012345"}', 1250000, 'DEAD', 'SEND', 1, 'INVALID_DATA', '01019012345', current_timestamp,
          current_timestamp)""",
        """
        insert into attempt (delivery_id, purpose, outcome, cause, detail, route_id, ended_at) values (900001, 'SEND',
          'REJECTED', 'INVALID_DATA', 'postalCode of 01019012345', 'autocollect.submit-claim', current_timestamp)""",
        """
        insert into remittance (creditor_id, agency, remittance, bank_text, payout_date, expected_count,
          carried_in_ore, carried_out_ore, net_payout_ore, state, payout_state, arrived_ore, created_at)
        values ('nordlys', 'autocollect', '48213', 'Ihht samlebilag 48213', date '2026-01-14', 1, 0, 0, 999911, 'COMPLETE',
          'PAID_OUT', 999911, current_timestamp)""",
        """
        insert into booking (booking_key, creditor_id, agency, claim_key, way, state, event, principal_ore, net_ore,
          remittance, voucher_id, voucher_number, booked_on, created_at, updated_at) values ('autocollect:48213-1',
          'nordlys', 'autocollect', '310245674-900001', 'VOUCHER', 'MATCHED', '{"lines":[
          {"kind":"PRINCIPAL","paidOre":1000000,"toCreditorOre":1000000,"toAgencyOre":0},
          {"kind":"COLLECTION_FEE","paidOre":70000,"toCreditorOre":0,"toAgencyOre":70000},
          {"kind":"AGENCY_DEDUCTION","paidOre":0,"toCreditorOre":-89,"toAgencyOre":89}]}', 1000000, 999911, '48213', 77,
          '48213-2026', date '2026-01-14', current_timestamp, current_timestamp)""",
        """
        insert into dead_letter (id, delivery_id, subject, what, creditor_id, agency, claim_key, amount_ore, cause, detail,
          owner, fingerprint, may_have_landed, state, created_at, updated_at) values (900001, 900001,
          '310245674-900001 / 1', 'SUBMIT_CLAIM', 'nordlys', 'autocollect', '310245674-900001', 1250000, 'INVALID_DATA',
          'postalCode of 01019012345', 'CREDITOR', 'f', false, 'OPEN', current_timestamp, current_timestamp)""",
        """
        insert into dead_letter (id, subject, what, creditor_id, agency, amount_ore, cause, owner, fingerprint,
          may_have_landed, state, created_at, updated_at) values (900002, 'settlement 48214', 'RECEIVED', 'nordlys',
          'autocollect', 45000, 'SUM_MISMATCH', 'AGENCY', 'g', false, 'OPEN', current_timestamp, current_timestamp)""",
        """
        insert into delivery (id, kind, delivery_key, submission, target, group_key, creditor_id, claim_key, payload,
          amount_ore, state, purpose, attempts, cause, created_at, updated_at) values (900003, 'SUBMIT_CLAIM',
          '310245674-900003', 1, 'autocollect', '310245674-900003', 'nordlys', '310245674-900003', '{}', 310000, 'DEAD',
          'SEND', 1, 'NO_ANSWER', current_timestamp, current_timestamp)""",
        """
        insert into dead_letter (id, delivery_id, subject, what, creditor_id, agency, claim_key, amount_ore, cause, owner,
          fingerprint, may_have_landed, state, created_at, updated_at) values (900003, 900003, '310245674-900003 / 1',
          'SUBMIT_CLAIM', 'nordlys', 'autocollect', '310245674-900003', 310000, 'NO_ANSWER', 'AGENCY', 'h', true, 'OPEN',
          current_timestamp, current_timestamp)""",
        """
        insert into difference (id, creditor_id, claim_key, cause, subject, amount_ore, detail, state, opened_at)
        values (900001, 'nordlys', '310245674-900001', 'BOOKED_NOT_MATCHED', '900571', 1000000, 'open for 01019012345', 'OPEN',
          current_timestamp)""",
        """
        insert into task (kind, subject, creditor_id, claim_key, agency, detail, due_on, state, opened_at) values
          ('ANSWER_AGENCY', 'question 1', 'nordlys', '310245674-900001', 'autocollect', 'Hva gjelder fakturaen?',
          date '2025-12-30', 'OPEN', current_timestamp)""",
        """
        insert into list_item (claim_key, creditor_id, submission, cutoff_at, state, listed_at) values
          ('310245674-900001', 'nordlys', 1, timestamp with time zone '2026-01-08 07:00:00+00', 'OPEN', current_timestamp)""",
        """
        insert into dispute (claim_key, creditor_id, heard_from, amount_ore, reason, raised_on, answer_by, state,
          seen_at_agency, opened_at) values ('310245674-900001', 'nordlys', 'AGENCY', 250000, 'Lampen til 01019012345 er feil',
          date '2025-12-20', date '2026-01-03', 'OPEN', true, current_timestamp)""",
        """
        insert into exclusion (creditor_id, kind, number, open_key, until_day, reason, made_by, made_at) values ('nordlys',
          'CUSTOMER', '29999', 'nordlys/CUSTOMER/29999', date '2026-02-01', 'Avtale om avdrag', 'odd', current_timestamp)""",
        // On an invoice that nobody hands over, so that no run touches it.
        """
        insert into claim (claim_key, creditor_id, invoice_id, invoice_number, agency, state, stage, close_reason, submission,
          principal_ore, booked_principal_ore, agency_principal_ore, created_at, updated_at)
        select '310245674-900004', creditor_id, invoice_id, invoice_number, 'autocollect', 'CLOSED', 'CLOSED', 'BANKRUPTCY', 1,
          outstanding_ore, 0, 0, current_timestamp, timestamp with time zone '2026-01-02 10:00:00+00' from invoice
        where creditor_id = 'nordlys' and decision <> 'TRANSFER' and outstanding_ore > 0
          and not exists (select 1 from claim c where c.creditor_id = 'nordlys' and c.invoice_id = invoice.invoice_id)
        order by invoice_id limit 1""",
        """
        insert into timeline (claim_key, at, what, reference) values ('310245674-900001', current_timestamp, 'INSTRUCTED',
          '1')""",
        """
        insert into api_token (name, token_hash, owner, all_creditors, made_by, created_at, last_used_at)
        values ('regnskap', 'x', 'siri', true, 'ada', current_timestamp, current_timestamp)""",
        "insert into api_token_role (token_id, role) select id, 'SUPPORT' from api_token where name = 'regnskap'"
    };

    /** Every page, filled with this story. */
    static List<Scenes.Scene> scenes() {
        return Scenes.all(CLAIM, DELIVERY, LETTER, DIFFERENCE, PAYOUT, "nordlys");
    }
}
