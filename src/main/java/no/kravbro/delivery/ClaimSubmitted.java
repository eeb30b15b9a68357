package no.kravbro.delivery;

import java.sql.Types;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.Stage;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/**
 * The state of a claim follows the delivery that submits it. References it knows: {@code case} (number), {@code caseId} and
 * {@code invoice} (what the wire calls them), and where the wire tells how the case stands already {@code stage}, {@code flags},
 * {@code allowedActions}, {@code closeReason} and {@code remainingPrincipalOre}: a claim may be found long after it was sent.
 * The first of all consequences: the others find the claim as it has become.
 */
@Component
@Order(0)
class ClaimSubmitted implements Consequence {
    private static final String ACCEPTED =
            """
            update claim set state = case when :stage = 'CLOSED' then 'CLOSED' else 'ACCEPTED' end,
              stage = coalesce(:stage, stage, 'RECEIVED'), flags = coalesce(:flags, flags),
              allowed_actions = coalesce(:allowed, allowed_actions), close_reason = coalesce(:reason, close_reason),
              agency_principal_ore = coalesce(:principal, agency_principal_ore),
              case_number = coalesce(:number, case_number), agency_case = coalesce(:case, agency_case),
              agency_invoice = coalesce(:invoice, agency_invoice), received_on = coalesce(received_on, :today),
              updated_at = :now
            where claim_key = :key and submission = :submission and state <> 'CLOSED'""";
    private static final String ENDED =
            """
            update claim set state = :state, updated_at = :now
            where claim_key = :key and submission = :submission and state = 'PENDING'""";

    private final NamedParameterJdbcTemplate sql;
    private final Clock clock;
    private final Clock business;

    ClaimSubmitted(NamedParameterJdbcTemplate sql, @Qualifier("machine") Clock clock, Clock business) {
        this.sql = sql;
        this.clock = clock;
        this.business = business;
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
                .addValue("today", OsloDay.today(business))
                .addValue("number", references.get("case"))
                .addValue("case", references.get("caseId"))
                .addValue("invoice", references.get("invoice"))
                .addValue("stage", stage(references.get("stage")))
                .addValue("flags", references.get("flags"))
                .addValue("allowed", references.get("allowedActions"))
                .addValue("reason", references.get("closeReason"))
                .addValue("principal", ore(references.get("remainingPrincipalOre")), Types.BIGINT);
    }

    /** A stage we have no word for is as good as none. */
    private static String stage(String told) {
        return Arrays.stream(Stage.values())
                .map(Stage::name)
                .filter(name -> name.equals(told))
                .findFirst()
                .orElse(null);
    }

    private static Long ore(String told) {
        return told == null ? null : Long.valueOf(told);
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
