package no.kravbro.delivery;

import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** Every recorded exchange with a far side, append only. */
@Repository
public class Attempts {
    private final NamedParameterJdbcTemplate sql;

    public Attempts(NamedParameterJdbcTemplate sql) {
        this.sql = sql;
    }

    /** The attempts of a delivery, oldest first. */
    public List<Attempt> of(long deliveryId) {
        return sql.query(
                "select * from attempt where delivery_id = :id order by id",
                new MapSqlParameterSource("id", deliveryId),
                (row, number) -> new Attempt(
                        row.getLong("delivery_id"),
                        Purpose.valueOf(row.getString("purpose")),
                        row.getString("outcome"),
                        row.getString("cause"),
                        row.getString("detail"),
                        row.getString("transmission_id"),
                        row.getString("holder"),
                        new Run(row.getString("bundle_version"), row.getString("route_id")),
                        Sql.instant(row, "ended_at")));
    }

    /**
     * Ids of all transmissions that a delivery ever went out in, oldest first. A transmission whose sender died is known by
     * the inquiries about it alone.
     */
    public List<String> transmissions(long deliveryId) {
        return of(deliveryId).stream()
                .map(Attempt::transmissionId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    void addAll(List<Attempt> attempts) {
        sql.batchUpdate(
                """
                insert into attempt (delivery_id, purpose, outcome, cause, detail, transmission_id, holder,
                  bundle_version, route_id, ended_at)
                values (:delivery, :purpose, :outcome, :cause, :detail, :transmission, :holder, :bundle, :route, :at)""",
                attempts.stream().map(Attempts::row).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource row(Attempt attempt) {
        return new MapSqlParameterSource()
                .addValue("delivery", attempt.deliveryId())
                .addValue("purpose", attempt.purpose().name())
                .addValue("outcome", attempt.outcome())
                .addValue("cause", attempt.cause())
                .addValue("detail", attempt.detail())
                .addValue("transmission", attempt.transmissionId())
                .addValue("holder", attempt.holder())
                .addValue("bundle", attempt.run().bundleVersion())
                .addValue("route", attempt.run().routeId())
                .addValue("at", Sql.at(attempt.endedAt()));
    }
}
