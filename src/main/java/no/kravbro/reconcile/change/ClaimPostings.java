package no.kravbro.reconcile.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.kravbro.claim.change.Fate;
import no.kravbro.claim.change.KnownPosting;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** What was made of the postings of claims' invoices, by claim, submission and posting. */
@Repository
class ClaimPostings {

    private static final String UPDATE =
            """
            update claim_posting set close_group = :group, fate = :fate, standing = :standing, round = :round, told_ore = :told,
              seen_at = :now
            where claim_key = :claim and submission = :submission and posting_id = :posting""";
    private static final String INSERT =
            """
            insert into claim_posting (claim_key, submission, posting_id, voucher_id, booked_on, amount_ore, close_group,
              fate, standing, round, told_ore, seen_at)
            values (:claim, :submission, :posting, :voucher, :day, :amount, :group, :fate, :standing, :round, :told, :now)""";
    private static final String ONE =
            " where claim_key = :claim and submission = :submission and posting_id = :posting";

    private final NamedParameterJdbcTemplate sql;
    private final Clock machine;

    ClaimPostings(NamedParameterJdbcTemplate sql, @Qualifier("machine") Clock machine) {
        this.sql = sql;
        this.machine = machine;
    }

    /** Known postings by claim key, of the submission of each that stands; claims without any are left out. */
    Map<String, List<KnownPosting>> of(Collection<FollowedClaim> claims) {
        Map<String, List<KnownPosting>> known = new TreeMap<>();
        if (claims.isEmpty()) {
            return known;
        }
        sql.query(
                "select p.* from claim_posting p join claim c on c.claim_key = p.claim_key and c.submission = p.submission"
                        + " where p.claim_key in (:claims) order by p.posting_id",
                Map.of("claims", claims.stream().map(FollowedClaim::key).toList()),
                row -> {
                    known.computeIfAbsent(row.getString("claim_key"), key -> new ArrayList<>())
                            .add(read(row));
                });
        return known;
    }

    void note(String claimKey, int submission, Collection<KnownPosting> postings) {
        for (KnownPosting posting : postings) {
            MapSqlParameterSource row = row(claimKey, submission, posting);
            if (sql.update(UPDATE, row) == 0) {
                sql.update(INSERT, row);
            }
        }
    }

    /** What the agency believes of it from now on. */
    void told(String claimKey, int submission, long postingId, long ore) {
        sql.update(
                "update claim_posting set told_ore = :told" + ONE,
                key(claimKey, submission, postingId).addValue("told", ore));
    }

    private static MapSqlParameterSource key(String claimKey, int submission, long postingId) {
        return new MapSqlParameterSource("claim", claimKey)
                .addValue("submission", submission)
                .addValue("posting", postingId);
    }

    private MapSqlParameterSource row(String claimKey, int submission, KnownPosting posting) {
        return key(claimKey, submission, posting.id())
                .addValue("voucher", posting.voucherId())
                .addValue("day", posting.date())
                .addValue("amount", posting.amountOre())
                .addValue("group", posting.closeGroup())
                .addValue("fate", posting.fate().name())
                .addValue("standing", posting.standing())
                .addValue("round", posting.round())
                .addValue("told", posting.toldOre())
                .addValue("now", Sql.at(machine.instant()));
    }

    private static KnownPosting read(ResultSet row) throws SQLException {
        return new KnownPosting(
                row.getLong("posting_id"),
                Sql.number(row, "voucher_id"),
                row.getObject("booked_on", LocalDate.class),
                row.getLong("amount_ore"),
                Sql.number(row, "close_group"),
                Fate.valueOf(row.getString("fate")),
                row.getBoolean("standing"),
                row.getInt("round"),
                row.getLong("told_ore"));
    }
}
