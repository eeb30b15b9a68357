package no.kravbro.api;

import org.springframework.jdbc.core.simple.JdbcClient;

/** One claim that was given up, one payout that was booked, one difference; every row with all its columns somewhere. */
final class Story {

    private Story() {}

    static void write(JdbcClient sql) {
        for (String statement : STATEMENTS) {
            sql.sql(statement).update();
        }
    }

    private static final String[] STATEMENTS = {
        """
        insert into claim (claim_key, creditor_id, invoice_id, invoice_number, agency, state, stage, flags, agency_case, submission,
          principal_ore, created_at, updated_at) values ('310245674-1', 'nordlys', 1, '10057', 'autocollect',
          'ACCEPTED', 'NOTICE', 'PAUSED,DISPUTED', 'c-1', 1, 1250000, current_timestamp, current_timestamp)""",
        """
        insert into delivery (id, kind, delivery_key, submission, target, group_key, creditor_id, claim_key, payload,
          amount_ore, state, purpose, attempts, cause, detail, due_at, created_at, updated_at) values (1, 'SUBMIT_CLAIM',
          '310245674-1', 1, 'autocollect', '310245674-1', 'nordlys', '310245674-1', '{"debtor":"01019012345"}', 1250000,
          'DEAD', 'SEND', 1, 'NO_ACCESS', '01019012345', current_timestamp, current_timestamp, current_timestamp)""",
        """
        insert into attempt (delivery_id, purpose, outcome, cause, detail, ended_at) values (1, 'SEND', 'NOT_SENT',
          'NO_ACCESS', 'for 01019012345', current_timestamp)""",
        """
        insert into remittance (creditor_id, agency, remittance, bank_text, payout_date, expected_count,
          carried_in_ore, carried_out_ore, net_payout_ore, state, created_at) values ('nordlys', 'autocollect',
          '48213', 'Ihht samlebilag 48213', date '2026-01-14', 1, 0, 0, 999911, 'EXPECTED', current_timestamp)""",
        """
        insert into booking (booking_key, creditor_id, agency, claim_key, way, state, event, principal_ore, net_ore,
          remittance, voucher_id, voucher_number, booked_on, created_at, updated_at) values ('autocollect:48213-1',
          'nordlys', 'autocollect', '310245674-1', 'VOUCHER', 'MATCHED', '{}', 1000000, 999911, '48213', 77,
          '48213-2026', date '2026-01-14', current_timestamp, current_timestamp)""",
        """
        insert into dead_letter (id, delivery_id, subject, what, creditor_id, agency, claim_key, amount_ore, cause, detail,
          owner, fingerprint, may_have_landed, state, created_at, updated_at) values (1, 1, '310245674-1 / 1',
          'SUBMIT_CLAIM', 'nordlys', 'autocollect', '310245674-1', 1250000, 'NO_ACCESS', '01019012345', 'AGENCY', 'f',
          false, 'OPEN', current_timestamp, current_timestamp)""",
        """
        insert into difference (creditor_id, cause, subject, amount_ore, detail, state, opened_at) values ('nordlys',
          'BOOKED_NOT_MATCHED', '10057', 1000000, 'open for 01019012345', 'OPEN', current_timestamp)""",
        """
        insert into timeline (claim_key, at, what) values ('310245674-1', current_timestamp, 'SUBMITTED')""",
        """
        insert into bundle_trial (version, node, cause, who, verdict, detail, at) values ('aaaaaaaaaaaa', 'n', 'FOLDER',
          'kravbro', 'REFUSED', 'ago/send.camel.yaml:3: yaml: broken', current_timestamp)"""
    };
}
