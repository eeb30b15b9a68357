package no.kravbro.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.kravbro.claim.OsloDay;
import no.kravbro.delivery.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Letters by cause: how many, what is at stake, how old, and what people have said about them. */
@Service
public class LetterGroups {

    private static final String COUNTED =
            """
            select l.*, g.assignee, g.note, g.muted_until from (
              select fingerprint, min(cause) as cause, min(owner) as owner, min(agency) as agency, min(what) as what,
                sum(case when state = 'OPEN' then 1 else 0 end) as open_letters,
                sum(case when state = 'RETRYING' then 1 else 0 end) as retrying,
                sum(case when state = 'INQUIRING' then 1 else 0 end) as inquiring,
                sum(amount_ore) as amount_ore,
                sum(case when state = 'OPEN' and may_have_landed then 1 else 0 end) as in_doubt,
                sum(case when state = 'OPEN' and same_cause >= :poison and coalesce(bundle_version, '') = :running then 1 else 0 end) as locked,
                sum(case when state = 'OPEN' and coalesce(bundle_version, '') <> :running then 1 else 0 end) as other_version,
                min(since_day) as since_day, min(created_at) as first_seen, max(updated_at) as last_seen
              from dead_letter%s group by fingerprint) l left join letter_group g on g.fingerprint = l.fingerprint""";

    private final JdbcClient sql;
    private final LetterReading reading;
    private final RunningVersion running;
    private final Clock business;

    LetterGroups(JdbcClient sql, LetterReading reading, RunningVersion running, Clock business) {
        this.sql = sql;
        this.reading = reading;
        this.running = running;
        this.business = business;
    }

    /** Those whose deadline is nearest, or longest over, first; the filter's page and size do not limit. */
    public List<LetterGroup> list(LetterFilter filter) {
        Where where = reading.where(filter);
        if (filter.state() == null) {
            where.and("state in (:unsettled)", "unsettled", List.of("OPEN", "RETRYING", "INQUIRING"));
        }
        return sql
                .sql(COUNTED.formatted(where.text()))
                .params(where.values())
                .param("poison", DeadLetter.POISON)
                .param("running", running.version())
                .query(this::row)
                .list()
                .stream()
                .sorted(Comparator.comparingInt(
                                (LetterGroup group) -> group.deadline().left())
                        .thenComparing(
                                Comparator.comparingLong(LetterGroup::amountOre).reversed())
                        .thenComparing(LetterGroup::fingerprint))
                .toList();
    }

    /** Empty when no letter of it is left. */
    public Optional<LetterGroup> find(String fingerprint) {
        LetterFilter filter = new LetterFilter(null, null, null, null, null, fingerprint, null, null, null, null, 0, 1);
        return list(filter).stream().findFirst();
    }

    private LetterGroup row(ResultSet row, int number) throws SQLException {
        Cause cause = Cause.of(row.getString("cause"));
        LocalDate since = row.getObject("since_day", LocalDate.class);
        long inDoubt = row.getLong("in_doubt");
        return new LetterGroup(
                row.getString("fingerprint"),
                cause,
                Owner.valueOf(row.getString("owner")),
                row.getString("agency"),
                row.getString("what"),
                row.getLong("open_letters"),
                row.getLong("retrying"),
                row.getLong("inquiring"),
                row.getLong("amount_ore"),
                inDoubt,
                row.getLong("locked"),
                row.getLong("other_version"),
                since,
                Deadline.of(cause, inDoubt > 0, since, OsloDay.today(business)),
                Sql.instant(row, "first_seen"),
                Sql.instant(row, "last_seen"),
                new LetterGroup.Saying(
                        row.getString("assignee"),
                        row.getString("note"),
                        row.getObject("muted_until", LocalDate.class)));
    }
}
