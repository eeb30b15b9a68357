package no.kravbro.secret;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows in every sealed column, as the rooms that own them would write them. */
final class SealedSamples {

    private static final Map<SealedColumn, String> INSERTS = new EnumMap<>(Map.of(
            SealedColumn.INBOX,
            "insert into inbox (source, inbox_key, creditor_id, content_hash, payload, state, received_at, lease_until)"
                    + " values ('kk2.payment', 'k' || cast(:n as varchar), 'nordlys', 'h', :value, 'NEW',"
                    + " current_timestamp, current_timestamp)",
            SealedColumn.DELIVERY,
            "insert into delivery (kind, delivery_key, submission, target, group_key, creditor_id, payload, amount_ore,"
                    + " state, purpose, created_at, updated_at) values ('SUBMIT_CLAIM', 'd' || cast(:n as varchar), 2,"
                    + " 'kk2', 'g', 'nordlys', :value, 0, 'DONE', 'SEND', current_timestamp, current_timestamp)",
            SealedColumn.TRANSMISSION,
            "insert into transmission (id, kind, target, creditor_id, content, members, created_at) values"
                    + " ('t' || cast(:n as varchar), 'SUBMIT_CLAIM', 'kk2', 'nordlys', :value, 1, current_timestamp)",
            SealedColumn.ATTACHMENT,
            "insert into attachment (id, claim_key, name, media_type, content, added_at) values"
                    + " ('a' || cast(:n as varchar), 'nordlys-1', 'x', 'y', :value, current_timestamp)",
            SealedColumn.INVOICE,
            "insert into invoice (creditor_id, invoice_id, invoice_number, due_date, outstanding_ore, decision, reasons,"
                    + " snapshot, seen_at) values (case when mod(:n, 2) = 0 then 'nordlys' else 'fjell' end, :n, '1',"
                    + " current_date, 0, 'HOLD', '[]', :value, current_timestamp)",
            SealedColumn.CORRECTION,
            "insert into letter_correction (dead_letter_id, revision, fields, asked_by, asked_at, state) values"
                    + " (:n, 1, :value, 'x', current_timestamp, 'WAITS')",
            SealedColumn.EMPLOYEE_TOKEN,
            "insert into registration (creditor_id, entry, token, token_at, token_by, version, registered_at,"
                    + " registered_by) values ('c' || cast(:n as varchar), '{}', :value, current_timestamp, 'x', 1,"
                    + " current_timestamp, 'x')"));

    private final JdbcClient sql;

    SealedSamples(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(SealedColumn column, int number, Object value) {
        if (column == SealedColumn.CORRECTION) {
            sql.sql(
                            "insert into dead_letter (id, subject, what, amount_ore, cause, owner, fingerprint, may_have_landed,"
                                    + " state, created_at, updated_at) values (:n, 's', 'w', 0, 'c', 'o', 'f', false, 'OPEN',"
                                    + " current_timestamp, current_timestamp)")
                    .param("n", number)
                    .update();
        }
        if (column == SealedColumn.EMPLOYEE_TOKEN) {
            sql.sql(
                            "insert into creditor (id, organization_number, name, agency, state, settings, created_at) values"
                                    + " ('c' || cast(:n as varchar), cast(:n as varchar), 'n', 'kk2', 'ACTIVE', '{}', current_timestamp)")
                    .param("n", number)
                    .update();
        }
        sql.sql(INSERTS.get(column)).param("n", number).param("value", value).update();
    }

    /** What a column holds, in the order of its rows. */
    List<Object> values(SealedColumn column) {
        return sql.sql("select " + column.column() + " from " + column.table() + " order by "
                        + (column == SealedColumn.INVOICE ? "invoice_id" : column.id()))
                .query((row, number) -> column.bytes() ? (Object) row.getBytes(1) : row.getString(1))
                .list();
    }

    /** As the room that owns the row says where it stands. */
    static Place place(SealedColumn column, int number) {
        return switch (column) {
            case INBOX -> column.place("nordlys", "kk2.payment", "k" + number);
            case DELIVERY -> column.place("nordlys", "SUBMIT_CLAIM", "d" + number, 2);
            case TRANSMISSION -> column.place("nordlys", "t" + number);
            case ATTACHMENT -> column.place(null, "nordlys-1", "a" + number);
            case INVOICE -> column.place(number % 2 == 0 ? "nordlys" : "fjell", (long) number);
            case CORRECTION -> column.place(null, (long) number);
            case EMPLOYEE_TOKEN -> column.place("c" + number, "c" + number);
        };
    }

    static Object plain(SealedColumn column, int number) {
        String text = "plain and long enough " + number;
        return column.bytes() ? text.getBytes(StandardCharsets.UTF_8) : text;
    }

    static Object sealed(Sealer sealer, SealedColumn column, int number) {
        Object plain = plain(column, number);
        return column.bytes()
                ? sealer.seal(place(column, number), (byte[]) plain)
                : sealer.seal(place(column, number), (String) plain);
    }

    static Object opened(Sealer sealer, SealedColumn column, int number, Object stored) {
        return column.bytes()
                ? sealer.open(place(column, number), (byte[]) stored)
                : sealer.open(place(column, number), (String) stored);
    }

    static boolean under(int key, Object stored) {
        String text = stored instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : (String) stored;
        return text.startsWith(Mark.of(key));
    }
}
