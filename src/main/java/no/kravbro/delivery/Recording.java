package no.kravbro.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Writes what became of works. Fenced: only the holder of the lease records, and only once. */
@Component
class Recording {
    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);
    private static final Duration ASKED_EVERY = Duration.ofSeconds(5);
    private static final String UPDATE =
            """
            update delivery set state = :state, purpose = :purpose, attempts = :attempts, inquiries = :inquiries,
              absent = :absent, due_at = :due, turn = :turn, lease_until = null, holder = null, cause = :cause, detail = :detail,
              transmission_id = case when :alone then null else transmission_id end,
              reference = coalesce(:reference, reference), bundle_version = :bundle, route_id = :route, updated_at = :now
            where id = :id and state = 'IN_FLIGHT' and holder = :holder and purpose = :wasPurpose
              and attempts = :wasAttempts and inquiries = :wasInquiries""";

    private final NamedParameterJdbcTemplate sql;
    private final Attempts attempts;
    private final Backoff backoff;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    Recording(NamedParameterJdbcTemplate sql, Attempts attempts, Backoff backoff, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.attempts = attempts;
        this.backoff = backoff;
        this.clock = clock;
    }

    /** One delivery with what became of it. */
    record Step(Result result, Delivery delivery, Outcome outcome, Next next) {}

    /** Writes all of it; must run in a transaction. Returns what was written, without what is no longer ours. */
    List<Step> write(List<Result> results) {
        var now = clock.instant();
        var steps = results.stream()
                .flatMap(result -> steps(result).stream())
                .sorted(Comparator.comparingLong((Step step) -> step.delivery().id()))
                .toList();
        var ours = fenced(steps, update(steps, now));
        receipts(ours);
        attempts.addAll(ours.stream().map(step -> attempt(step, now)).toList());
        return ours;
    }

    private List<Step> steps(Result result) {
        var work = result.work();
        var pauses = backoff.towards(work.target());
        var proof = result.absencesProve() > 0
                ? result.absencesProve()
                : pauses.policy().absencesProve();
        var steps = new ArrayList<Step>();
        for (var member : work.members()) {
            var outcome = result.outcomes().getOrDefault(member.id(), Result.SILENCE);
            steps.add(new Step(result, member, outcome, Next.of(work, member, outcome, pauses, proof)));
        }
        return steps;
    }

    private int[] update(List<Step> steps, Instant now) {
        return sql.batchUpdate(
                UPDATE, steps.stream().map(step -> parameters(step, now)).toArray(SqlParameterSource[]::new));
    }

    private SqlParameterSource parameters(Step step, Instant now) {
        var next = step.next();
        var due = next.pause() == null ? null : due(next, now.plus(next.pause()));
        return new MapSqlParameterSource()
                .addValue("state", next.state().name())
                .addValue("purpose", next.purpose().name())
                .addValue("attempts", next.attempts())
                .addValue("inquiries", next.inquiries())
                .addValue("absent", next.absent())
                .addValue("due", Sql.at(due))
                .addValue("turn", due == null ? null : Turns.rested(due))
                .addValue("cause", cause(step.outcome()))
                .addValue("detail", Sql.detail(step.outcome().detail()))
                .addValue("alone", step.outcome() instanceof Outcome.NotSent no && no.isRefusedTogether())
                .addValue("reference", reference(step.outcome()))
                .addValue("bundle", step.result().run().bundleVersion())
                .addValue("route", step.result().run().routeId())
                .addValue("now", Sql.at(now))
                .addValue("id", step.delivery().id())
                .addValue("holder", step.result().work().holder())
                .addValue("wasPurpose", step.result().work().purpose().name())
                .addValue("wasAttempts", step.delivery().attempts())
                .addValue("wasInquiries", step.delivery().inquiries());
    }

    /** What was handed over within a few seconds is asked about by one claim. */
    private static Instant due(Next next, Instant exact) {
        var over = exact.toEpochMilli() % ASKED_EVERY.toMillis();
        return next.state() != DeliveryState.HANDED_OVER || over == 0
                ? exact
                : Instant.ofEpochMilli(exact.toEpochMilli() - over).plus(ASKED_EVERY);
    }

    private static List<Step> fenced(List<Step> steps, int[] counts) {
        var ours = new ArrayList<Step>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 1) {
                ours.add(steps.get(i));
            } else {
                var step = steps.get(i);
                LOG.warn(
                        "Outcome {} of delivery {} is not recorded: {} no longer holds it",
                        step.next().word(),
                        step.delivery().id(),
                        step.result().work().holder());
            }
        }
        return ours;
    }

    /** What we ask by next time. */
    private void receipts(List<Step> ours) {
        ours.stream()
                .filter(step -> step.outcome() instanceof Outcome.Unknown unknown && unknown.handedOver())
                .collect(Collectors.toMap(
                        step -> step.result().work().transmissionId(),
                        step -> ((Outcome.Unknown) step.outcome()).receipt(),
                        (one, other) -> one))
                .forEach((transmission, receipt) -> sql.update(
                        "update transmission set receipt = :receipt where id = :id",
                        Map.of("receipt", receipt, "id", transmission)));
    }

    private static Attempt attempt(Step step, Instant now) {
        var work = step.result().work();
        return new Attempt(
                step.delivery().id(),
                work.purpose(),
                step.next().word(),
                cause(step.outcome()),
                Sql.detail(step.outcome().detail()),
                work.transmissionId(),
                work.holder(),
                step.result().run(),
                now);
    }

    private static String cause(Outcome outcome) {
        return outcome.cause().isEmpty() ? null : outcome.cause();
    }

    private String reference(Outcome outcome) {
        try {
            return outcome instanceof Outcome.Accepted accepted ? json.writeValueAsString(accepted.references()) : null;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("References are plain texts", e);
        }
    }
}
