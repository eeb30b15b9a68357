package no.kravbro.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.kravbro.secret.SealedColumn;
import no.kravbro.secret.Sealer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** What was sent, kept byte for byte before it is sent. */
@Repository
public class Transmissions {
    private static final String INSERT =
            """
            insert into transmission (id, kind, target, creditor_id, content_type, content, content_hash, members,
              created_at, stored_at)
            values (:id, :kind, :target, :creditor, :type, :content, :hash, :members, :now, :now)
            on conflict do nothing""";
    /** What was stored together with others may wait so long for its turn; later it is stored once more, which holds it anew. */
    public static final Duration IN_TURN = Duration.ofSeconds(15);
    /** What is stored goes out now: nobody may ask about it, and prove it absent, while it may still be on its way. */
    private static final Duration SENDING = Duration.ofMinutes(2);
    /** The purpose and the transmission are part of the fence: a node that claims anew what it lost has the same holder. */
    private static final String HOLD =
            """
            update delivery set transmission_id = :transmission, lease_until = greatest(lease_until, :sending),
              due_at = greatest(due_at, :sending)
            where id = :id and state = 'IN_FLIGHT' and holder = :holder and lease_until > :now
              and purpose = :purpose and (transmission_id is null or transmission_id = :transmission)""";

    private final NamedParameterJdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final Sealer sealer;
    private final Clock clock;

    public Transmissions(
            NamedParameterJdbcTemplate sql,
            TransactionTemplate transaction,
            Sealer sealer,
            @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** Content that is about to be sent for a work. */
    public record Content(Work work, byte[] bytes, String type) {}

    /**
     * To be called right before sending; returns the bytes to send. The first call for a transmission stores the given bytes
     * with their members; every later one, on a retry, returns those stored then, whatever is given now. Throws
     * {@link LeaseLost} when the work is no longer held: then nothing may be sent.
     */
    public byte[] store(Work work, byte[] content, String contentType) {
        return store(List.of(new Content(work, content, contentType)), SENDING).get(0);
    }

    /** Several at once, in one transaction and in batches, all or none; each may go out within {@link #IN_TURN} from now. */
    public List<byte[]> storeAll(List<Content> contents) {
        return store(contents, SENDING.plus(IN_TURN));
    }

    private List<byte[]> store(List<Content> contents, Duration sending) {
        return transaction.execute(status -> {
            var inserted =
                    sql.batchUpdate(INSERT, contents.stream().map(this::row).toArray(SqlParameterSource[]::new));
            hold(contents.stream().map(Content::work).toList(), sending);
            var bytes = new ArrayList<byte[]>();
            for (int i = 0; i < inserted.length; i++) {
                var content = contents.get(i);
                // A work that never was stored is under an id of its own: there is nothing to look for.
                bytes.add(
                        inserted[i] == 1
                                ? content.bytes()
                                : content(content.work().transmissionId()));
            }
            return bytes;
        });
    }

    private SqlParameterSource row(Content content) {
        var work = content.work();
        return new MapSqlParameterSource()
                .addValue("id", work.transmissionId())
                .addValue("kind", work.kind().name())
                .addValue("target", work.target())
                .addValue("creditor", work.creditorId())
                .addValue("type", content.type())
                .addValue(
                        "content",
                        sealer.seal(
                                SealedColumn.TRANSMISSION.place(work.creditorId(), work.transmissionId()),
                                content.bytes()))
                .addValue("hash", Sql.hash(content.bytes()))
                .addValue("members", work.members().size())
                .addValue("now", Sql.at(clock.instant()));
    }

    /** In the order of the members' ids, as whoever records does it, so that no two wait for each other. */
    private void hold(List<Work> works, Duration sending) {
        var members = works.stream()
                .flatMap(work -> work.ids().stream().map(id -> Map.entry(id, work)))
                .sorted(Map.Entry.comparingByKey())
                .toList();
        var held = sql.batchUpdate(
                HOLD,
                members.stream()
                        .map(each -> hold(each.getKey(), each.getValue(), sending))
                        .toArray(SqlParameterSource[]::new));
        for (int i = 0; i < held.length; i++) {
            if (held[i] != 1) {
                throw new LeaseLost(members.get(i).getValue());
            }
        }
    }

    private SqlParameterSource hold(long id, Work work, Duration sending) {
        return new MapSqlParameterSource("transmission", work.transmissionId())
                .addValue("purpose", work.purpose().name())
                .addValue("id", id)
                .addValue("holder", work.holder())
                .addValue("sending", Sql.at(clock.instant().plus(sending)))
                .addValue("now", Sql.at(clock.instant()));
    }

    /** True when we have stored a transmission under this id, like the work's own: for the same creditor and far side. */
    public boolean exists(Work work, String transmissionId) {
        return !sql.queryForList(
                        "select id from transmission where id = :id and kind = :kind and target = :target"
                                + " and creditor_id = :creditor",
                        new MapSqlParameterSource("id", transmissionId)
                                .addValue("kind", work.kind().name())
                                .addValue("target", work.target())
                                .addValue("creditor", work.creditorId()),
                        String.class)
                .isEmpty();
    }

    /** The stored bytes of a transmission, for an inquiry that repeats them; throws when there are none. */
    public byte[] content(String transmissionId) {
        return sql.queryForObject(
                "select creditor_id, content from transmission where id = :id",
                Map.of("id", transmissionId),
                (row, number) -> sealer.open(
                        SealedColumn.TRANSMISSION.place(row.getString("creditor_id"), transmissionId),
                        row.getBytes("content")));
    }
}
