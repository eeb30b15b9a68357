package no.kravbro.tripletex;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of rate_budget: what all nodes together may still call. */
@Repository
class RateRows {

    private static final String LEARN =
            """
            update rate_budget set calls_limit = :limit, remaining = :remaining, resets_at = :resets
            where token = :token and (calls_limit is null or calls_limit <> :limit
              or resets_at is null or resets_at < :low or resets_at > :high)""";

    private static final String NEW_PERIOD =
            """
            update rate_budget set remaining = calls_limit, resets_at = :resets
            where token = :token and calls_limit is not null and (resets_at is null or resets_at <= :now)""";

    private static final String LEASE =
            """
            update rate_budget set remaining = least(remaining, :reported) - :calls
            where token = :token and least(remaining, :reported) >= :calls""";

    private static final String BLOCK =
            "update rate_budget set blocked_until = :until, resets_at = :until, remaining = 0 where token = :token";

    /** Two clocks and whole seconds: periods that end this close to each other are the same. */
    private static final int SAME_PERIOD_SECONDS = 5;

    private final JdbcClient sql;

    RateRows(JdbcClient sql) {
        this.sql = sql;
    }

    record Row(Integer limit, Integer remaining, Instant resetsAt, Instant blockedUntil) {}

    Optional<Row> find(String token) {
        return sql.sql("select * from rate_budget where token = :token")
                .param("token", token)
                .query((rs, i) -> new Row(
                        rs.getObject("calls_limit", Integer.class),
                        rs.getObject("remaining", Integer.class),
                        instant(rs.getObject("resets_at", OffsetDateTime.class)),
                        instant(rs.getObject("blocked_until", OffsetDateTime.class))))
                .optional();
    }

    Row read(String token) {
        return find(token).orElseGet(() -> {
            sql.sql("insert into rate_budget (token) values (:token) on conflict do nothing")
                    .param("token", token)
                    .update();
            return new Row(null, null, null, null);
        });
    }

    /** The period is over by our own reckoning; the next answer corrects when the new one ends. */
    void newPeriod(String token, Instant now, Instant resets) {
        sql.sql(NEW_PERIOD)
                .param("token", token)
                .param("now", time(now))
                .param("resets", time(resets))
                .update();
    }

    /** Takes so many calls out of the common budget; false when it does not hold that many. */
    boolean lease(String token, int calls, int reported) {
        return sql.sql(LEASE)
                        .param("token", token)
                        .param("calls", calls)
                        .param("reported", reported)
                        .update()
                == 1;
    }

    /** An answer told of a period that the row does not know yet. */
    void learn(String token, int limit, int remaining, Instant resets) {
        sql.sql(LEARN)
                .param("token", token)
                .param("limit", limit)
                .param("remaining", remaining)
                .param("resets", time(resets))
                .param("low", time(resets.minusSeconds(SAME_PERIOD_SECONDS)))
                .param("high", time(resets.plusSeconds(SAME_PERIOD_SECONDS)))
                .update();
    }

    void block(String token, Instant until) {
        sql.sql(BLOCK).param("token", token).param("until", time(until)).update();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
