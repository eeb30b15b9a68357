package no.kravbro.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.WorkingDay;
import no.kravbro.delivery.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What should have been heard and was not, as differences that end by themselves: no status on the working day after a claim
 * was handed over, a far side that does not let us in any more, and an agency with whom both sides are not compared.
 */
@Service
public class Alarms {

    private static final String NO_STATUS = "NO_STATUS";
    private static final String KEY_STOPPED = "KEY_STOPPED";
    private static final String WATCH_STOPPED = "WATCH_STOPPED";
    static final String NOT_COMPARED = "NOT_COMPARED";
    private static final Set<String> LOCKED_OUT = Set.of("BAD_CREDENTIALS", "NO_ACCESS");
    /** Working days from the transfer to a first status. */
    public static final int STATUS_WITHIN = 1;

    private static final int COMPARED_WITHIN = 1;
    private static final Duration STOPPED = Duration.ofDays(8);

    /** What waits for its turn after all went well, for the product or the agency was stopped for days, is about to be done. */
    private static final String COMPARED =
            """
            select c.agency, min(c.created_at) as created_at, min(c.received_on) as received_on,
              (select max(a.on_day) from agreement a where a.creditor_id = :creditor and a.agency = c.agency) as compared_on
            from claim c where c.creditor_id = :creditor and c.state = 'ACCEPTED' and not exists
              (select 1 from schedule s where s.creditor_id = :creditor and s.far_side = c.agency and s.due_at between :long_ago and :now
                and s.last_result = 'OK')
            group by c.agency order by c.agency""";

    private final JdbcClient sql;
    private final Differences differences;
    private final Clock clock;

    public Alarms(JdbcClient sql, Differences differences, Clock clock) {
        this.sql = sql;
        this.differences = differences;
        this.clock = clock;
    }

    private record Silent(String key, long principalOre, LocalDate since) {}

    /** Looks for claims that the agency has taken and of which it has told nothing since. */
    public void unheard(String creditorId) {
        LocalDate today = OsloDay.today(clock);
        List<Silent> silent = sql
                .sql("select claim_key, principal_ore, created_at, received_on from claim where creditor_id = :creditor"
                        + " and state = 'ACCEPTED' and agency_principal_ore is null and coalesce(stage, 'RECEIVED') = 'RECEIVED'"
                        + " order by claim_key")
                .param("creditor", creditorId)
                .query(Alarms::silent)
                .list()
                .stream()
                .filter(each -> today.isAfter(WorkingDay.after(each.since(), STATUS_WITHIN)))
                .toList();
        silent.forEach(each -> differences.open(new Differences.Found(
                creditorId, each.key(), NO_STATUS, each.key(), each.principalOre(), "Handed over on " + each.since())));
        Set<String> still = silent.stream().map(Silent::key).collect(Collectors.toSet());
        differences.open(creditorId).stream()
                .filter(each -> each.cause().equals(NO_STATUS) && !still.contains(each.subject()))
                .forEach(each -> differences.close(creditorId, NO_STATUS, each.subject()));
    }

    private static Silent silent(ResultSet row, int number) throws SQLException {
        return new Silent(row.getString("claim_key"), row.getLong("principal_ore"), since(row));
    }

    /** Never before it was written down, whatever day the business clock of a simulation shows. */
    private static LocalDate since(ResultSet row) throws SQLException {
        LocalDate received = row.getObject("received_on", LocalDate.class);
        LocalDate written = OsloDay.of(Sql.instant(row, "created_at"));
        return received != null && received.isAfter(written) ? received : written;
    }

    private record Compared(String agency, LocalDate last, LocalDate since) {}

    /** Looks for agencies that follow claims of this creditor and with whom both sides have not been compared for too long. */
    public void uncompared(String creditorId) {
        LocalDate today = OsloDay.today(clock);
        sql
                .sql(COMPARED)
                .param("creditor", creditorId)
                .param("now", Sql.at(clock.instant()))
                .param("long_ago", Sql.at(clock.instant().minus(STOPPED)))
                .query(Alarms::compared)
                .list()
                .stream()
                .filter(each -> today.isAfter(WorkingDay.after(each.since(), COMPARED_WITHIN)))
                .forEach(each -> differences.open(new Differences.Found(
                        creditorId,
                        null,
                        NOT_COMPARED,
                        each.agency(),
                        0,
                        each.last() == null ? "Never compared" : "Last compared on " + each.last())));
        differences.open(creditorId).stream()
                .filter(each -> each.cause().equals(NOT_COMPARED) && !follows(creditorId, each.subject()))
                .forEach(each -> differences.close(creditorId, NOT_COMPARED, each.subject()));
    }

    private boolean follows(String creditorId, String agency) {
        return sql.sql("select count(*) from claim where creditor_id = :creditor and agency = :agency"
                                + " and state = 'ACCEPTED'")
                        .param("creditor", creditorId)
                        .param("agency", agency)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static Compared compared(ResultSet row, int number) throws SQLException {
        LocalDate last = row.getObject("compared_on", LocalDate.class);
        LocalDate first = since(row);
        return new Compared(row.getString("agency"), last, last == null || first.isAfter(last) ? first : last);
    }

    /** A job could not be done. @param cause code of the cause catalogue @param farSide whom it asked */
    public void failed(String creditorId, String farSide, String cause) {
        if (LOCKED_OUT.contains(cause)) {
            differences.open(new Differences.Found(creditorId, null, KEY_STOPPED, farSide, 0, cause));
        }
    }

    /** Tells that what grows old could not be looked for. @param why never the words of the database, which quote the row */
    public void watchStopped(String creditorId, String why) {
        differences.open(new Differences.Found(creditorId, null, WATCH_STOPPED, creditorId, 0, why));
    }

    public void watched(String creditorId) {
        differences.close(creditorId, WATCH_STOPPED, creditorId);
    }

    /** A job was done: whom it asked lets us in. */
    public void done(String creditorId, String farSide) {
        differences.close(creditorId, KEY_STOPPED, farSide);
    }
}
