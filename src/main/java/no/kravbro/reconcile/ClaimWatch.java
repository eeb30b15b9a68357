package no.kravbro.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.kravbro.claim.Limitation;
import no.kravbro.claim.OsloDay;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.NewTask;
import no.kravbro.delivery.TaskKind;
import no.kravbro.delivery.Tasks;
import no.kravbro.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Watches claims for what only a person may decide: those that will soon lapse by limitation, and those of which less is left than the
 * creditor wants to go on for. Each is a task once; nothing is ended by itself.
 */
@Service
public class ClaimWatch {

    private static final int DAYS_FOR_A_REMAINDER = 7;
    private static final String ITSELF = "kravbro";

    /** What has ended so is no debt any more, or nobody's to watch. */
    private static final List<String> OVER =
            List.of("PAID", "PARTIAL_SETTLEMENT", "CREDITED", "WITHDRAWN", "ERROR", "LIMITATION");

    private static final String OLD =
            """
            select c.claim_key, c.agency, c.submission, i.due_date, i.outstanding_ore as open_ore from claim c
            join invoice i on i.creditor_id = c.creditor_id and i.invoice_id = c.invoice_id
            where c.creditor_id = :creditor and i.due_date <= :due and i.outstanding_ore > 0
              and (c.state = 'ACCEPTED' or c.state = 'CLOSED' and coalesce(c.close_reason, '') not in (:over))
            order by c.claim_key""";
    private static final String SMALL =
            """
            select c.claim_key, c.agency, c.submission, cast(null as date) as due_date, c.agency_principal_ore as open_ore from claim c
            where c.creditor_id = :creditor and c.state = 'ACCEPTED' and c.agency_principal_ore > 0
              and c.agency_principal_ore <= :limit and c.agency_principal_ore < c.principal_ore
            order by c.claim_key""";
    /** What the agency has no more may still be owed: only the books or the end of the claim end the watch. */
    private static final String NO_DEBT =
            """
            select t.subject from task t join claim c on c.claim_key = t.claim_key
            left join invoice i on i.creditor_id = c.creditor_id and i.invoice_id = c.invoice_id
            where t.creditor_id = :creditor and t.kind = 'LIMITATION' and t.state = 'OPEN'
              and (c.state = 'CLOSED' and c.close_reason in (:over) or i.outstanding_ore <= 0)""";

    private static final String NO_REMAINDER =
            """
            select t.subject from task t join claim c on c.claim_key = t.claim_key
            where t.creditor_id = :creditor and t.kind = 'SMALL_REMAINDER' and t.state = 'OPEN'
              and (c.state <> 'ACCEPTED' or c.agency_principal_ore <= 0 or c.agency_principal_ore > :limit)""";

    private final JdbcClient sql;
    private final Tasks tasks;
    private final Clock clock;

    public ClaimWatch(JdbcClient sql, Tasks tasks, Clock clock) {
        this.sql = sql;
        this.tasks = tasks;
        this.clock = clock;
    }

    private record Watched(String key, String agency, int submission, LocalDate due, long openOre) {}

    public void look(Creditor creditor) {
        LocalDate today = OsloDay.today(clock);
        settled(creditor, TaskKind.LIMITATION, NO_DEBT);
        settled(creditor, TaskKind.SMALL_REMAINDER, NO_REMAINDER);
        sql.sql(OLD)
                .param("creditor", creditor.id())
                .param("due", Limitation.latestDueToldOn(today))
                .param("over", OVER)
                .query(ClaimWatch::watched)
                .list()
                .forEach(each -> lapses(creditor, each, today));
        long limit = creditor.wishes().closeBelowOre();
        if (limit > 0) {
            sql.sql(SMALL)
                    .param("creditor", creditor.id())
                    .param("limit", limit)
                    .query(ClaimWatch::watched)
                    .list()
                    .forEach(each -> small(creditor, each, today));
        }
    }

    private static Watched watched(ResultSet row, int number) throws SQLException {
        return new Watched(
                row.getString("claim_key"),
                row.getString("agency"),
                row.getInt("submission"),
                row.getObject("due_date", LocalDate.class),
                row.getLong("open_ore"));
    }

    private void settled(Creditor creditor, TaskKind kind, String which) {
        sql.sql(which)
                .param("creditor", creditor.id())
                .param("over", OVER)
                .param("limit", creditor.wishes().closeBelowOre())
                .query(String.class)
                .list()
                .forEach(subject -> tasks.done(kind, subject, ITSELF, "Nothing is left to decide"));
    }

    private void lapses(Creditor creditor, Watched claim, LocalDate today) {
        LocalDate by = Limitation.seenToBy(claim.due());
        tasks.open(new NewTask(
                TaskKind.LIMITATION,
                claim.key(),
                creditor.id(),
                claim.key(),
                claim.agency(),
                Limitation.on(claim.due()) + ", " + kroner(claim.openOre()),
                by.isBefore(today) ? today : by));
    }

    private void small(Creditor creditor, Watched claim, LocalDate today) {
        NewTask task = new NewTask(
                TaskKind.SMALL_REMAINDER,
                claim.key() + "/" + claim.submission(),
                creditor.id(),
                claim.key(),
                claim.agency(),
                kroner(claim.openOre()) + " <= " + kroner(creditor.wishes().closeBelowOre()),
                today.plusDays(DAYS_FOR_A_REMAINDER));
        if (!tasks.open(task) && !tasks.again(task, ITSELF)) {
            tasks.retell(task.kind(), task.subject(), task.detail());
        }
    }

    private static String kroner(long ore) {
        return Money.decimal(ore).toPlainString() + " NOK";
    }
}
