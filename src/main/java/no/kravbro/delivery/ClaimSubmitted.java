package no.kravbro.delivery;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/**
 * The state of a claim follows the delivery that submits it. References it knows: {@code case} (number), {@code caseId} and
 * {@code invoice} (what the wire calls them).
 */
@Component
class ClaimSubmitted implements Consequence {
    private static final String ACCEPTED =
            """
            update claim set state = 'ACCEPTED', stage = coalesce(stage, 'RECEIVED'),
              case_number = coalesce(:number, case_number), agency_case = coalesce(:case, agency_case),
              agency_invoice = coalesce(:invoice, agency_invoice), updated_at = :now
            where claim_key = :key and submission = :submission and state <> 'CLOSED'""";
    private static final String ENDED =
            """
            update claim set state = :state, updated_at = :now
            where claim_key = :key and submission = :submission and state = 'PENDING'""";

    private final NamedParameterJdbcTemplate sql;
    private final Clock clock;

    ClaimSubmitted(NamedParameterJdbcTemplate sql, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public boolean concerns(DeliveryKind kind) {
        return kind == DeliveryKind.SUBMIT_CLAIM;
    }

    @Override
    public void accepted(Delivery delivery, Outcome.Accepted outcome) {
        acceptedAll(List.of(new Confirmed(delivery, outcome)));
    }

    @Override
    public void acceptedAll(List<Confirmed> confirmed) {
        sql.batchUpdate(ACCEPTED, confirmed.stream().map(this::row).toArray(SqlParameterSource[]::new));
    }

    private SqlParameterSource row(Confirmed confirmed) {
        var references = confirmed.outcome().references();
        return claim(confirmed.delivery())
                .addValue("number", references.get("case"))
                .addValue("case", references.get("caseId"))
                .addValue("invoice", references.get("invoice"));
    }

    @Override
    public void givenUp(GivenUp givenUp) {
        if (givenUp.outcome() instanceof Outcome.Rejected) {
            sql.update(ENDED, claim(givenUp.delivery()).addValue("state", "REFUSED"));
        }
    }

    @Override
    public void cancelled(Delivery delivery, String reason) {
        sql.update(ENDED, claim(delivery).addValue("state", "STOPPED"));
    }

    private MapSqlParameterSource claim(Delivery delivery) {
        return new MapSqlParameterSource("key", delivery.claimKey())
                .addValue("submission", delivery.submission())
                .addValue("now", Sql.at(clock.instant()));
    }
}
