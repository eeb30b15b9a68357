package no.kravbro.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.Stage;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Invoices handed over, one row each, with what the agency tells about them. */
@Repository
public class Claims {
    /** Why a submission was cancelled by the last look before harm. */
    public static final String STOPPED_BY_US = "STOPPED_BY_US";

    private static final String STOPPED =
            """
            exists (select 1 from delivery d where d.claim_key = c.claim_key and d.kind = 'SUBMIT_CLAIM'
              and d.submission = c.submission and d.state = 'CANCELLED' and d.cause = :cause and c.state = 'STOPPED')""";
    private static final String INSERT =
            """
            insert into claim (claim_key, creditor_id, invoice_id, invoice_number, agency, state, submission,
              principal_ore, created_at, updated_at)
            values (:key, :creditor, :invoice, :number, :agency, 'PENDING', :submission, :principal, :now, :now)""";
    private static final String AGAIN =
            """
            update claim set state = 'PENDING', agency = :agency, submission = :submission, principal_ore = :principal,
              stage = null, flags = null, allowed_actions = null, close_reason = null, case_number = null, agency_case = null,
              agency_invoice = null, agency_principal_ore = null, remaining_ore = null, free_withdrawal_until = null,
              received_on = null, postponed_to = null, updated_at = :now
            where claim_key = :key and submission < :submission and state in ('REFUSED', 'STOPPED', 'CLOSED')""";
    private final NamedParameterJdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final Clock clock;

    public Claims(
            NamedParameterJdbcTemplate sql,
            TransactionTemplate transaction,
            Outbox outbox,
            @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Writes claims, each with the delivery that submits it, in one transaction or in the caller's. Keys that exist are
     * skipped, so a page may be taken twice. Returns the keys that were new. One scan per creditor at a time.
     */
    public List<String> create(List<NewClaim> claims) {
        if (claims.isEmpty()) {
            return List.of();
        }
        var now = now();
        return transaction.execute(status -> {
            var keys = claims.stream().map(NewClaim::key).toList();
            var known = Set.copyOf(sql.queryForList(
                    "select claim_key from claim where claim_key in (:keys)", Map.of("keys", keys), String.class));
            var fresh = claims.stream()
                    .filter(claim -> !known.contains(claim.key()))
                    .toList();
            if (!fresh.isEmpty()) {
                sql.batchUpdate(
                        INSERT, fresh.stream().map(claim -> row(claim, now)).toArray(SqlParameterSource[]::new));
                outbox.addAll(fresh.stream().map(NewClaim::delivery).toList());
            }
            return fresh.stream().map(NewClaim::key).toList();
        });
    }

    /**
     * Submits a claim once more under a new submission number; only what was refused, stopped or closed. Throws
     * {@link IllegalStateException} for any other.
     */
    public void submitAgain(NewClaim claim) {
        transaction.executeWithoutResult(status -> {
            if (sql.update(AGAIN, row(claim, now())) == 0) {
                throw new IllegalStateException("Claim " + claim.key() + " may not be submitted again as it stands");
            }
            outbox.add(claim.delivery());
        });
    }

    /** The submission that was called off is open again. */
    public void restore(Delivery submission) {
        sql.update(
                "update claim set state = 'PENDING', updated_at = :now where claim_key = :key and submission = :submission"
                        + " and state = 'STOPPED'",
                new MapSqlParameterSource("key", submission.claimKey())
                        .addValue("submission", submission.submission())
                        .addValue("now", now()));
    }

    private static SqlParameterSource row(NewClaim claim, OffsetDateTime now) {
        return new MapSqlParameterSource("key", claim.key())
                .addValue("creditor", claim.creditorId())
                .addValue("invoice", claim.invoiceId())
                .addValue("number", claim.invoiceNumber())
                .addValue("agency", claim.agency())
                .addValue("submission", claim.submission())
                .addValue("principal", claim.principalOre())
                .addValue("now", now);
    }

    /**
     * Takes over what an agency tells about cases. Only claims it has accepted follow, and only the case that is ours:
     * another system may have opened one for the same invoice, and a claim sent again has a closed one behind it. All other
     * updates are ignored. An accepted claim whose case is closed becomes CLOSED.
     */
    public void follow(String agency, List<CaseUpdate> updates) {
        if (!updates.isEmpty()) {
            var now = now();
            var rows = updates.stream().map(update -> row(agency, update, now)).toArray(SqlParameterSource[]::new);
            transaction.executeWithoutResult(status -> {
                sql.batchUpdate(CaseNotes.NOTE, rows);
                sql.batchUpdate(CaseNotes.FOLLOW, rows);
            });
        }
    }

    private static SqlParameterSource row(String agency, CaseUpdate update, OffsetDateTime now) {
        return new MapSqlParameterSource("key", update.key())
                .addValue("agency", agency)
                .addValue(
                        "stage", update.stage() == null ? null : update.stage().name())
                .addValue("flags", String.join(",", update.flags()))
                .addValue("allowed", String.join(",", update.allowedActions()))
                .addValue("reason", update.closeReason())
                .addValue("number", update.caseNumber())
                .addValue("case", update.caseId())
                .addValue("invoice", update.invoiceId())
                .addValue("principal", update.remainingPrincipalOre())
                .addValue("remaining", update.remainingOre())
                .addValue("free", update.freeWithdrawalUntil())
                .addValue("on", update.changedOn())
                .addValue("now", now);
    }

    public Optional<ClaimRow> find(String key) {
        return sql.query("select * from claim where claim_key = :key", Map.of("key", key), Claims::read).stream()
                .findFirst();
    }

    /**
     * What the agency has confirmed of an instruction, until it tells of the case again: null leaves what stands. Its list of
     * what is allowed was of before, so it is forgotten.
     */
    public void instructed(String key, Set<String> flags, LocalDate postponedTo) {
        sql.update(
                "update claim set flags = :flags, postponed_to = coalesce(:to, postponed_to), allowed_actions = null,"
                        + " updated_at = :now where claim_key = :key and state = 'ACCEPTED'",
                new MapSqlParameterSource("key", key)
                        .addValue("flags", flags.stream().sorted().collect(Collectors.joining(",")))
                        .addValue("to", postponedTo)
                        .addValue("now", now()));
    }

    /** The agency has confirmed that it has ended the case because the creditor took it back. */
    public void withdrawn(String key, int submission) {
        sql.update(
                "update claim set state = 'CLOSED', stage = 'CLOSED', close_reason = 'WITHDRAWN', flags = null,"
                        + " allowed_actions = null, updated_at = :now"
                        + " where claim_key = :key and submission = :submission and state = 'ACCEPTED'",
                new MapSqlParameterSource("key", key)
                        .addValue("submission", submission)
                        .addValue("now", now()));
    }

    /** Keys of the claims that the agency's wire keeps under one case. */
    public List<String> ofCase(String agency, String agencyCase) {
        return sql.queryForList(
                "select claim_key from claim where agency = :agency and agency_case = :case",
                new MapSqlParameterSource("agency", agency).addValue("case", agencyCase),
                String.class);
    }

    /** Those of the keys that exist, in any order. */
    public List<ClaimRow> find(List<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : sql.query("select * from claim where claim_key in (:keys)", Map.of("keys", keys), Claims::read);
    }

    /** Claims of a creditor by key; page on from the last key, start with an empty one. */
    public List<ClaimRow> list(String creditorId, String afterKey, int limit) {
        return sql.query(
                "select * from claim where creditor_id = :creditor and claim_key > :after order by claim_key"
                        + " fetch first :limit rows only",
                Map.of("creditor", creditorId, "after", afterKey, "limit", limit),
                Claims::read);
    }

    /** Those of a creditor's invoices that an agency has, had or may have; all claims but those in {@link #stopped}. */
    public Set<Long> transferred(String creditorId, Collection<Long> invoiceIds) {
        return ids(creditorId, invoiceIds, "not");
    }

    /** Those of the invoices whose claims the last look before harm stopped: certain not to be at an agency, free to go again. */
    public Set<Long> stopped(String creditorId, Collection<Long> invoiceIds) {
        return ids(creditorId, invoiceIds, "");
    }

    private Set<Long> ids(String creditorId, Collection<Long> invoiceIds, String not) {
        return invoiceIds.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.queryForList(
                        "select invoice_id from claim c where creditor_id = :creditor and invoice_id in (:invoices) and "
                                + not + " " + STOPPED,
                        Map.of("creditor", creditorId, "invoices", invoiceIds, "cause", STOPPED_BY_US),
                        Long.class));
    }

    /** How many claims of a creditor stand in a state at an agency, and their principal in øre. */
    public record Count(String creditorId, String agency, ClaimState state, long claims, long principalOre) {}

    public List<Count> counts() {
        return sql.query(
                """
                select creditor_id, agency, state, count(*) as n, sum(principal_ore) as ore from claim
                group by creditor_id, agency, state order by creditor_id, agency, state""",
                (row, number) -> new Count(
                        row.getString("creditor_id"),
                        row.getString("agency"),
                        ClaimState.valueOf(row.getString("state")),
                        row.getLong("n"),
                        row.getLong("ore")));
    }

    private OffsetDateTime now() {
        return Sql.at(clock.instant());
    }

    private static ClaimRow read(ResultSet row, int number) throws SQLException {
        var stage = row.getString("stage");
        return new ClaimRow(
                row.getString("claim_key"),
                row.getString("creditor_id"),
                row.getLong("invoice_id"),
                row.getString("invoice_number"),
                row.getString("agency"),
                ClaimState.valueOf(row.getString("state")),
                stage == null ? null : Stage.valueOf(stage),
                flags(row.getString("flags")),
                row.getString("close_reason"),
                row.getInt("submission"),
                row.getLong("principal_ore"),
                row.getLong("booked_principal_ore"),
                Sql.number(row, "agency_principal_ore"),
                row.getString("case_number"),
                row.getString("agency_case"),
                row.getString("agency_invoice"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"),
                list(row.getString("allowed_actions")),
                Sql.number(row, "remaining_ore"),
                row.getObject("free_withdrawal_until", LocalDate.class),
                row.getObject("received_on", LocalDate.class),
                row.getObject("postponed_to", LocalDate.class));
    }

    private static List<String> list(String text) {
        return text == null || text.isEmpty() ? List.of() : List.of(text.split(","));
    }

    private static Set<String> flags(String text) {
        return text == null || text.isEmpty()
                ? Set.of()
                : Arrays.stream(text.split(",")).collect(Collectors.toUnmodifiableSet());
    }
}
