package no.kravbro.bench;

import java.util.List;
import java.util.StringJoiner;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the sides leave in a database: emptied between two rounds, and put in words to be compared. */
final class BenchDatabase {

    private static final List<String> TABLES = List.of(
            "attempt",
            "booking_posting",
            "booking",
            "dead_letter_log",
            "dead_letter",
            "delivery",
            "transmission",
            "claim",
            "invoice",
            "remittance",
            "remittance_event",
            "inbox",
            "timeline",
            "difference",
            "task");

    /** Everything that must be the same however it came about; not: ids, moments, holders, and texts of our own. */
    private static final List<String> CONTENTS = List.of(
            "select 'invoice', decision, count(*), sum(outstanding_ore) from invoice group by decision",
            "select 'claim', state, stage, count(*), sum(principal_ore), sum(booked_principal_ore) from claim"
                    + " group by state, stage",
            "select 'delivery', kind, state, count(*), sum(amount_ore), sum(attempts), sum(inquiries) from delivery"
                    + " group by kind, state order by kind, state",
            "select 'attempt', purpose, outcome, count(*) from attempt group by purpose, outcome order by purpose, outcome",
            "select 'transmission', kind, sum(members) from transmission group by kind order by kind",
            "select 'inbox', source, state, count(*) from inbox group by source, state",
            "select 'booking', state, count(*), sum(principal_ore), sum(net_ore) from booking group by state",
            "select 'posting', account_id, count(*), sum(amount_ore) from booking_posting group by account_id"
                    + " order by account_id",
            "select 'remittance', state, count(*), sum(net_payout_ore) from remittance group by state",
            "select 'event', count(*) from remittance_event",
            "select 'timeline', what, count(*) from timeline group by what",
            "select 'difference', cause, count(*) from difference group by cause order by cause");

    private final JdbcTemplate sql;

    BenchDatabase(DataSource database) {
        sql = new JdbcTemplate(database);
    }

    void empty() {
        boolean postgres = Boolean.TRUE.equals(sql.execute((java.sql.Connection c) ->
                c.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
        if (postgres) {
            sql.execute("truncate " + String.join(", ", TABLES) + " cascade");
        } else {
            sql.execute("set referential_integrity false");
            TABLES.forEach(table -> sql.execute("truncate table " + table));
            sql.execute("set referential_integrity true");
        }
    }

    String contents() {
        StringJoiner lines = new StringJoiner("; ");
        for (String query : CONTENTS) {
            sql.query(query, row -> {
                StringJoiner columns = new StringJoiner(" ");
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    columns.add(String.valueOf(row.getString(column)));
                }
                lines.add(columns.toString());
            });
        }
        return lines.toString();
    }
}
