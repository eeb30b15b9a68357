package no.kravbro.transfer.dispute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.kravbro.claim.DisputeOutcome;
import no.kravbro.claim.OsloDay;
import no.kravbro.delivery.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Objections of debtors, also to claims that no agency has yet. All writing is in the caller's transaction. */
@Repository
public class Disputes {

    private static final String STOPS = " amount_ore is null and state in ("
            + Arrays.stream(DisputeState.values())
                    .filter(DisputeState::stops)
                    .map(state -> "'" + state + "'")
                    .collect(Collectors.joining(", "))
            + ")";

    private final JdbcClient sql;
    private final Clock clock;

    public Disputes(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @return its id */
    public long open(NewDispute dispute) {
        sql.sql(
                        """
                        insert into dispute (claim_key, creditor_id, heard_from, agency_reference, amount_ore, reason, raised_on,
                          answer_by, attachments, state, seen_at_agency, opened_at)
                        values (:claim, :creditor, :from, :reference, :amount, :reason, :raised, :by, :attachments, 'OPEN', :seen, :now)""")
                .param("claim", dispute.claimKey())
                .param("creditor", dispute.creditorId())
                .param("from", dispute.heardFrom().name())
                .param("reference", dispute.agencyReference())
                .param("amount", dispute.amountOre())
                .param("reason", dispute.reason())
                .param("raised", dispute.raisedOn())
                .param("by", dispute.answerBy())
                .param("attachments", String.join(",", dispute.attachments()))
                .param("seen", dispute.seenAtAgency())
                .param("now", Sql.at(clock.instant()))
                .update();
        return openOf(dispute.claimKey()).orElseThrow().id();
    }

    /** @param creditors the only ones whose disputes may be found, or null: all */
    public Optional<Dispute> find(long id, Set<String> creditors) {
        if (creditors == null || creditors.isEmpty()) {
            return creditors == null ? find(id) : Optional.empty();
        }
        return sql.sql("select * from dispute where id = :id and creditor_id in (:creditors)")
                .param("id", id)
                .param("creditors", creditors)
                .query(Disputes::read)
                .optional();
    }

    public Optional<Dispute> find(long id) {
        return sql.sql("select * from dispute where id = :id")
                .param("id", id)
                .query(Disputes::read)
                .optional();
    }

    /** All of a claim, newest first. */
    public List<Dispute> of(String claimKey) {
        return sql.sql("select * from dispute where claim_key = :key order by id desc")
                .param("key", claimKey)
                .query(Disputes::read)
                .list();
    }

    /** The one that waits for an answer; a claim has one at most. */
    public Optional<Dispute> openOf(String claimKey) {
        return of(claimKey).stream().filter(Dispute::isOpen).findFirst();
    }

    public boolean isOpen(String claimKey) {
        return openOf(claimKey).isPresent();
    }

    /** Whether nothing of this claim may be collected now. */
    public boolean stops(String claimKey) {
        return of(claimKey).stream().anyMatch(Dispute::stops);
    }

    /** Keys of a creditor's claims of which nothing may be collected now. */
    public Set<String> stopping(String creditorId) {
        return Set.copyOf(sql.sql("select distinct claim_key from dispute where creditor_id = :creditor and" + STOPS)
                .param("creditor", creditorId)
                .query(String.class)
                .list());
    }

    /** Of all creditors, those that wait for an answer. */
    public List<Dispute> waiting() {
        return sql.sql("select * from dispute where state = 'OPEN' order by id")
                .query(Disputes::read)
                .list();
    }

    /** What the agency calls the objection that waits for an answer. */
    public Optional<String> reference(String claimKey) {
        return openOf(claimKey).map(Dispute::agencyReference);
    }

    /** What an agency must be told together with the claim: a part that is disputed, or an objection that was answered. */
    public Optional<Dispute> toTell(String claimKey) {
        return Optional.ofNullable(toTell(List.of(claimKey)).get(claimKey));
    }

    /** The same of several claims, by claim key; those without are left out. */
    public Map<String, Dispute> toTell(Collection<String> claimKeys) {
        return newest(claimKeys, each -> each.state() == DisputeState.UPHELD || each.isOpen() && !each.stops());
    }

    /** What an agency that has just got a claim must know of, by claim key: what it is told with it, and what stops it. */
    public Map<String, Dispute> weighing(Collection<String> claimKeys) {
        return newest(claimKeys, each -> each.state() == DisputeState.UPHELD || each.isOpen() || each.stops());
    }

    private Map<String, Dispute> newest(Collection<String> claimKeys, Predicate<Dispute> such) {
        if (claimKeys.isEmpty()) {
            return Map.of();
        }
        return sql
                .sql("select * from dispute where claim_key in (:keys) order by id desc")
                .param("keys", claimKeys)
                .query(Disputes::read)
                .list()
                .stream()
                .filter(such)
                .collect(Collectors.toMap(Dispute::claimKey, Function.identity(), (newest, older) -> newest));
    }

    /** The agency knows of it, under this name. */
    public void seen(long id, String reference, LocalDate answerBy) {
        sql.sql("update dispute set seen_at_agency = true, agency_reference = coalesce(:reference, agency_reference),"
                        + " answer_by = coalesce(:by, answer_by) where id = :id")
                .param("id", id)
                .param("reference", reference)
                .param("by", answerBy)
                .update();
    }

    /**
     * @param agreedOre what is given up, or null
     * @param attachments ids of what belongs to it now, the objection's own among them
     */
    public void answered(
            long id, DisputeOutcome outcome, Long agreedOre, String answer, Collection<String> attachments) {
        sql.sql(
                        """
                        update dispute set state = :state, outcome = :outcome, agreed_ore = :agreed, answer = :answer,
                          attachments = :attachments, answered_on = :today, closed_at = :now where id = :id and state = 'OPEN'""")
                .param("attachments", String.join(",", attachments))
                .param("id", id)
                .param("state", DisputeState.of(outcome).name())
                .param("outcome", outcome.name())
                .param("agreed", agreedOre)
                .param("answer", answer)
                .param("today", OsloDay.today(clock))
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** Ended without an answer of the creditor. @param costOre what that costs, or null where it is not known or nothing */
    public void closed(long id, DisputeState as, Long costOre) {
        sql.sql(
                        "update dispute set state = :state, cost_ore = :cost, closed_at = :now where id = :id and state = 'OPEN'")
                .param("id", id)
                .param("state", as.name())
                .param("cost", costOre)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** One row of the table. */
    public static Dispute read(ResultSet row, int number) throws SQLException {
        String attachments = row.getString("attachments");
        String outcome = row.getString("outcome");
        return new Dispute(
                row.getLong("id"),
                row.getString("claim_key"),
                row.getString("creditor_id"),
                Dispute.Source.valueOf(row.getString("heard_from")),
                row.getString("agency_reference"),
                Sql.number(row, "amount_ore"),
                row.getString("reason"),
                row.getObject("raised_on", LocalDate.class),
                row.getObject("answer_by", LocalDate.class),
                attachments == null || attachments.isEmpty() ? List.of() : List.of(attachments.split(",")),
                DisputeState.valueOf(row.getString("state")),
                outcome == null ? null : DisputeOutcome.valueOf(outcome),
                Sql.number(row, "agreed_ore"),
                row.getString("answer"),
                row.getObject("answered_on", LocalDate.class),
                Sql.number(row, "cost_ore"),
                row.getBoolean("seen_at_agency"),
                Sql.instant(row, "opened_at"),
                Sql.instant(row, "closed_at"));
    }
}
