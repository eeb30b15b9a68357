package no.kravbro.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
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
    /** What is stored goes out now: nobody may ask about it, and prove it absent, while it may still be on its way. */
    private static final Duration SENDING = Duration.ofMinutes(2);
    /** The purpose and the transmission are part of the fence: a node that claims anew what it lost has the same holder. */
    private static final String HOLD =
            """
            update delivery set transmission_id = :transmission, lease_until = greatest(lease_until, :sending),
              due_at = greatest(due_at, :sending)
            where id in (:ids) and state = 'IN_FLIGHT' and holder = :holder and lease_until > :now
              and purpose = :purpose and (transmission_id is null or transmission_id = :transmission)""";

    private final NamedParameterJdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public Transmissions(
            NamedParameterJdbcTemplate sql, TransactionTemplate transaction, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
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
        return storeAll(List.of(new Content(work, content, contentType))).get(0);
    }

    /** Several at once, in one transaction; all or none. */
    public List<byte[]> storeAll(List<Content> contents) {
        return transaction.execute(status -> {
            var bytes = new ArrayList<byte[]>();
            contents.forEach(content -> bytes.add(one(content)));
            return bytes;
        });
    }

    private byte[] one(Content content) {
        var work = content.work();
        // A work that never was stored is under an id of its own: there is nothing to look for.
        var first = insert(content);
        hold(work);
        return first ? content.bytes() : content(work.transmissionId());
    }

    private boolean insert(Content content) {
        var work = content.work();
        var rows = sql.update(
                INSERT,
                new MapSqlParameterSource()
                        .addValue("id", work.transmissionId())
                        .addValue("kind", work.kind().name())
                        .addValue("target", work.target())
                        .addValue("creditor", work.creditorId())
                        .addValue("type", content.type())
                        .addValue("content", content.bytes())
                        .addValue("hash", Sql.hash(content.bytes()))
                        .addValue("members", work.members().size())
                        .addValue("now", Sql.at(clock.instant())));
        return rows == 1;
    }

    private void hold(Work work) {
        var held = sql.update(
                HOLD,
                new MapSqlParameterSource("transmission", work.transmissionId())
                        .addValue("purpose", work.purpose().name())
                        .addValue("ids", work.ids())
                        .addValue("holder", work.holder())
                        .addValue("sending", Sql.at(clock.instant().plus(SENDING)))
                        .addValue("now", Sql.at(clock.instant())));
        if (held != work.members().size()) {
            throw new LeaseLost(work);
        }
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
                "select content from transmission where id = :id", Map.of("id", transmissionId), byte[].class);
    }
}
