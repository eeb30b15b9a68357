package no.kravbro.delivery;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Writes new deliveries in the transaction of whoever calls; the same one twice is written once. */
@Component
class Outbox {
    private static final String INSERT =
            """
            insert into delivery (kind, delivery_key, submission, target, group_key, creditor_id, claim_key, payload,
              amount_ore, state, purpose, due_at, turn, created_at, updated_at)
            values (:kind, :key, :submission, :target, :group, :creditor, :claim, :payload,
              :amount, 'READY', 'SEND', :now, :turn, :now, :now)
            on conflict do nothing""";

    private final NamedParameterJdbcTemplate sql;
    private final Payloads payloads;
    private final Clock clock;

    Outbox(NamedParameterJdbcTemplate sql, Payloads payloads, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.payloads = payloads;
        this.clock = clock;
    }

    long add(NewDelivery delivery) {
        var instant = clock.instant();
        var turn = new Turns(last(new Lane(delivery.target(), delivery.creditorId())), instant).next();
        var id = new GeneratedKeyHolder();
        var row = parameters(delivery, Sql.at(instant)).addValue("turn", turn);
        return sql.update(INSERT, row, id, new String[] {"id"}) == 1 ? id.getKeyAs(Long.class) : known(delivery);
    }

    private long known(NewDelivery delivery) {
        var row = sql.queryForMap(
                "select id, payload from delivery where kind = :kind and delivery_key = :key and submission = :submission",
                parameters(delivery, null));
        var there =
                payloads.open(delivery.creditorId(), delivery.kind(), delivery.key(), delivery.submission(), (String)
                        row.get("payload"));
        if (!delivery.payload().equals(there)) {
            throw new IllegalStateException("Delivery " + delivery.kind() + " " + delivery.key() + " submission "
                    + delivery.submission() + " exists with another content; it needs a new submission number");
        }
        return ((Number) row.get("id")).longValue();
    }

    void addAll(List<NewDelivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        var instant = clock.instant();
        var turns = new HashMap<Lane, Turns>();
        var rows = new SqlParameterSource[deliveries.size()];
        for (int i = 0; i < rows.length; i++) {
            var delivery = deliveries.get(i);
            var lane = new Lane(delivery.target(), delivery.creditorId());
            var turn = turns.computeIfAbsent(lane, any -> new Turns(last(any), instant))
                    .next();
            rows[i] = parameters(delivery, Sql.at(instant)).addValue("turn", turn);
        }
        sql.batchUpdate(INSERT, rows);
    }

    private Long last(Lane lane) {
        return sql.queryForObject(
                "select max(turn) from delivery where target = :target and creditor_id = :creditor",
                Map.of("target", lane.target(), "creditor", lane.creditorId()),
                Long.class);
    }

    private record Lane(String target, String creditorId) {}

    private MapSqlParameterSource parameters(NewDelivery delivery, OffsetDateTime now) {
        return new MapSqlParameterSource()
                .addValue("kind", delivery.kind().name())
                .addValue("key", delivery.key())
                .addValue("submission", delivery.submission())
                .addValue("target", delivery.target())
                .addValue("group", delivery.groupKey())
                .addValue("creditor", delivery.creditorId())
                .addValue("claim", delivery.claimKey())
                .addValue("payload", payloads.seal(delivery))
                .addValue("amount", delivery.amountOre())
                .addValue("now", now);
    }
}
