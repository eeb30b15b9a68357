package no.kravbro.console;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills a database with as much as years leave behind: letters, deliveries, and all that belongs to them. Nothing of it moves. */
final class Crowd {

    /** First number of what is filled in, far from what the sandbox makes. */
    static final long FIRST = 10_000_000;

    static final String CLAIM = "310245674-9000000002";
    private static final String AGO = "current_timestamp - %s * interval '1' second";

    private final JdbcClient sql;
    private final boolean postgres;

    Crowd(JdbcClient sql, boolean postgres) {
        this.sql = sql;
        this.postgres = postgres;
    }

    /** @param letters all open, a tenth of the deliveries or fewer */
    void fill(int letters, int deliveries) {
        int claims = deliveries / 5;
        claims(claims);
        deliveries(letters, deliveries, claims);
        letters(letters, claims);
        money(letters, claims);
        people(letters);
        sql.sql("analyze").update();
    }

    private void claims(int claims) {
        write(
                claims,
                """
                insert into claim (claim_key, creditor_id, invoice_id, invoice_number, agency, state, stage, submission,
                  principal_ore, agency_principal_ore, case_number, created_at, updated_at) select %KEY%, %WHO%, 9000000000 + x,
                  cast(700000 + x as varchar), 'autocollect', case when mod(x, 10) < 7 then 'ACCEPTED' when mod(x, 10) < 9
                  then 'CLOSED' else 'STOPPED' end, case mod(x, 5) when 0 then 'RECEIVED' when 1 then 'NOTICE' when 2 then
                  'COLLECTION' when 3 then 'LEGAL' else 'REMINDER' end, 1, 100000 + mod(x, 9999), 100000,
                  cast(8000000 + x as varchar), %AGO%, %AGO% from %ROWS%""");
        write(
                claims,
                """
                insert into invoice (creditor_id, invoice_id, invoice_number, due_date, outstanding_ore, decision, reasons,
                  snapshot, seen_at) select %WHO%, 9000000000 + x, cast(700000 + x as varchar), date '2025-12-01', 100000,
                  case when mod(x, 4) = 0 then 'EXCLUDE' when mod(x, 40) = 1 then 'HOLD' else 'TRANSFER' end, i.reasons,
                  i.snapshot, %AGO% from %ROWS% cross join (select reasons, snapshot from invoice
                  where decision = 'TRANSFER' and creditor_id = 'nordlys' order by invoice_id fetch first 1 rows only) i""");
        write(
                3 * claims,
                "insert into timeline (claim_key, at, what) select '310245674-' || (9000000000 + mod(x, " + claims
                        + ") + 1), %AGO%, 'ACCEPTED' from %ROWS%");
    }

    private void deliveries(int letters, int deliveries, int claims) {
        String state = "case when x <= " + letters + " then 'DEAD' when mod(x, 100) = 1 then 'WAITING' else 'DONE' end";
        write(
                deliveries,
                """
                insert into delivery (id, kind, delivery_key, submission, target, group_key, creditor_id, claim_key, payload,
                  amount_ore, state, purpose, attempts, due_at, turn, created_at, updated_at) select 10000000 + x,
                  case mod(x, 4) when 0 then 'SUBMIT_CLAIM' when 1 then 'POST_STATUS' when 2 then 'INSTRUCT' else
                  'BOOK_VOUCHER' end, 'd' || x, 1, case mod(x, 2) when 0 then 'autocollect' else 'tripletex' end,
                  %KEY5%, %WHO%, %KEY5%, '{}', 100000, %STATE%, 'SEND', 1, case when %STATE% = 'WAITING' then
                  timestamp with time zone '2099-01-01 00:00:00+00' end, case when %STATE% = 'WAITING' then
                  9000000000000000 end, %AGO%, %AGO% from %ROWS%"""
                        .replace("%STATE%", state)
                        .replace("%KEY5%", "'310245674-' || (9000000000 + mod(x, " + claims + ") + 1)"));
        write(
                deliveries,
                "insert into attempt (delivery_id, purpose, outcome, route_id, ended_at) select 10000000 + x, 'SEND',"
                        + " 'ACCEPTED', 'autocollect.submit-claim', %AGO% from %ROWS%");
    }

    private void letters(int letters, int claims) {
        write(
                letters,
                """
                insert into dead_letter (id, delivery_id, subject, what, creditor_id, agency, claim_key, amount_ore, cause, detail,
                  owner, fingerprint, may_have_landed, state, since_day, created_at, updated_at) select 10000000 + x,
                  10000000 + x, %KEY% || ' / 1', 'SUBMIT_CLAIM', %WHO%, 'autocollect', %KEY%, 100000 + mod(x, 9999),
                  case mod(x, 5) when 0 then 'INVALID_DATA' when 1 then 'NO_ACCESS' when 2 then 'NO_ANSWER' when 3 then
                  'SERVER_ERROR' else 'NOT_DUE' end, 'postalCode', case mod(x, 5) when 0 then 'CREDITOR' when 1 then 'US'
                  else 'AGENCY' end, 'f' || mod(x, 200), mod(x, 5) = 2, 'OPEN', date '2025-12-01', %AGO%, %AGO% from %ROWS%""");
        write(
                2 * letters,
                "insert into dead_letter_log (dead_letter_id, at, who, what) select 10000001 + mod(x, " + letters
                        + "), %AGO%, 'kravbro', 'BURIED' from %ROWS%");
        for (String term : List.of(
                "cast(700000 + x as varchar)",
                "cast(8000000 + x as varchar)",
                "%KEY%",
                "'autocollect'",
                "'word' || mod(x, 500)")) {
            write(
                    letters,
                    "insert into letter_term (term, dead_letter_id) select " + term + ", 10000000 + x from %ROWS%");
        }
    }

    private void money(int letters, int claims) {
        write(
                claims / 100,
                """
                insert into remittance (creditor_id, agency, remittance, bank_text, expected_count, carried_in_ore,
                  carried_out_ore, net_payout_ore, state, payout_state, arrived_ore, created_at) select %WHO%, 'autocollect',
                  'r' || x, 'Oppgjør', 50, 0, 0, 5000000, 'COMPLETE', 'PAID_OUT', 5000000, %AGO% from %ROWS%""");
        write(
                claims / 2,
                """
                insert into booking (booking_key, creditor_id, agency, claim_key, way, state, event, principal_ore, net_ore,
                  remittance, voucher_id, voucher_number, booked_on, created_at, updated_at) select 'b' || x, %WHO%,
                  'autocollect', %KEY%, 'VOUCHER', 'MATCHED', '{"lines":[]}', 100000, 90000, 'r' || (mod(x, 100) + 1), x,
                  x || '-2026', date '2026-01-14', %AGO%, %AGO% from %ROWS%""");
        write(
                letters / 5,
                """
                insert into difference (creditor_id, claim_key, cause, subject, amount_ore, detail, state, opened_at) select %WHO%,
                  %KEY%, 'BOOKED_NOT_MATCHED', 's' || x, 1000, 'open', 'OPEN', %AGO% from %ROWS%""");
    }

    private void people(int letters) {
        write(
                letters / 5,
                """
                insert into task (kind, subject, creditor_id, claim_key, agency, detail, due_on, state, opened_at) select
                  'ANSWER_AGENCY', 'q' || x, %WHO%, %KEY%, 'autocollect', 'Hva?', date '2026-02-01', 'OPEN', %AGO% from %ROWS%""");
        write(
                letters / 20,
                """
                insert into list_item (claim_key, creditor_id, submission, cutoff_at, state, listed_at) select %KEY%, %WHO%, 1,
                  timestamp with time zone '2026-02-05 07:00:00+00', 'OPEN', %AGO% from %ROWS%""");
        write(
                letters / 20,
                """
                insert into dispute (claim_key, creditor_id, heard_from, reason, raised_on, state, seen_at_agency, opened_at) select
                  %KEY%, %WHO%, 'AGENCY', 'Feil', date '2025-12-20', 'OPEN', true, %AGO% from %ROWS%""");
        write(
                letters / 20,
                """
                insert into exclusion (creditor_id, kind, number, open_key, reason, made_by, made_at) select %WHO%, 'INVOICE',
                  'n' || x, 'k' || x, 'Avtale', 'odd', %AGO% from %ROWS%""");
        write(
                2 * letters,
                """
                insert into audit (number, at, who, roles, via, deed, subject, outcome, previous, hash) select 10000000 + x, %AGO%,
                  'odd', 'OPERATIONS', 'CONSOLE', 'CREDITOR_SCAN', 'dead-letters/' || x, 'DONE', '-', '-' from %ROWS%""");
    }

    private void write(int rows, String statement) {
        String source = postgres
                ? "(select generate_series(1, " + rows + ") as x) each_row"
                : "(select \"X\" as x from system_range(1, " + rows + ")) each_row";
        sql.sql(statement
                        .replace("%ROWS%", source)
                        .replace("%KEY%", "'310245674-' || (9000000000 + x)")
                        .replace("%WHO%", "case mod(x, 2) when 0 then 'nordlys' else 'bergvik' end")
                        .replace("%AGO%", AGO.formatted("x")))
                .update();
    }
}
