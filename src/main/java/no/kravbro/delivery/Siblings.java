package no.kravbro.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The members of one stored transmission. Only the first of them is claimed, the others come with it: so no two workers
 * share a transmission.
 */
@Component
class Siblings {
    /** Those that a worker with this purpose takes along; the lease is that of the claimed one. */
    private static final String JOIN =
            """
            update delivery set state = 'IN_FLIGHT', purpose = :purpose, holder = :holder, updated_at = :now,
              lease_until = (select h.lease_until from delivery h where h.id = :head),
              due_at = (select h.lease_until from delivery h where h.id = :head)
            where transmission_id = :transmission and id <> :head""";

    private static final String TO_SEND = " and state = 'WAITING'";
    private static final String TO_INQUIRE =
            " and (state in ('HANDED_OVER', 'UNKNOWN') or (state = 'IN_FLIGHT' and lease_until <= :now))";

    private final NamedParameterJdbcTemplate sql;
    private final DeliveryRows rows;
    private final Clock clock;

    Siblings(NamedParameterJdbcTemplate sql, DeliveryRows rows, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.clock = clock;
    }

    /** A stored transmission with those of its members that are held now; whole when none is missing. */
    record Group(Work work, boolean whole) {}

    Group complete(Delivery head, String holder) {
        var parameters = new MapSqlParameterSource("purpose", head.purpose().name())
                .addValue("holder", holder)
                .addValue("head", head.id())
                .addValue("transmission", head.transmissionId())
                .addValue("now", Sql.at(clock.instant()));
        sql.update(JOIN + (head.purpose() == Purpose.SEND ? TO_SEND : TO_INQUIRE), parameters);
        var members = sql.query(
                "select * from delivery where transmission_id = :transmission and state = 'IN_FLIGHT'"
                        + " and holder = :holder and purpose = :purpose order by id",
                parameters,
                rows::read);
        return sql.queryForObject(
                "select receipt, members from transmission where id = :transmission",
                parameters,
                (row, number) -> new Group(
                        work(head, row.getString("receipt"), holder, members),
                        row.getInt("members") == members.size()));
    }

    private static Work work(Delivery head, String receipt, String holder, List<Delivery> members) {
        return new Work(
                head.transmissionId(),
                true,
                head.kind(),
                head.purpose(),
                head.target(),
                head.creditorId(),
                receipt,
                holder,
                members);
    }

    /** Its members leave the transmission; each is proven not sent, so another one may carry them. */
    void detach(Work work) {
        var left = sql.update(
                "update delivery set transmission_id = null where id in (:ids) and state = 'IN_FLIGHT'"
                        + " and purpose = 'SEND' and holder = :holder",
                Map.of("ids", work.ids(), "holder", work.holder()));
        if (left != work.members().size()) {
            throw new LeaseLost(work);
        }
    }
}
