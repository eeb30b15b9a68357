package no.kravbro.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import no.kravbro.Masking;
import no.kravbro.Texts;
import no.kravbro.access.Right;
import no.kravbro.audit.Deed;
import no.kravbro.claim.OsloDay;
import no.kravbro.delivery.Sql;
import no.kravbro.delivery.TaskKind;
import no.kravbro.delivery.Tasks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** {@code /api/v1/tasks}: what persons must do and by when. */
@Service
public class TasksApi {

    private final JdbcClient sql;
    private final Tasks tasks;
    private final Once once;
    private final Texts texts;
    private final Clock clock;

    TasksApi(JdbcClient sql, Tasks tasks, Once once, Texts texts, Clock clock) {
        this.sql = sql;
        this.tasks = tasks;
        this.once = once;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param overdue its day has passed and it is open */
    public record View(
            long id,
            String kind,
            String title,
            String creditorId,
            String claimKey,
            String agency,
            String detail,
            LocalDate dueOn,
            boolean overdue,
            String state,
            Instant openedAt,
            Instant doneAt,
            String doneBy,
            String note) {}

    /** What a person writes who has done it. */
    public record Done(String note) {}

    /** Whether it is to be done. */
    enum State {
        OPEN,
        DONE
    }

    /** First due first. Filters: state, creditorId, claimKey, page, size. */
    public Page<View> list(Query query, Caller caller) {
        caller.need(Right.READ_TASKS);
        query.only("state", "creditorId", "claimKey");
        Locale language = Texts.language(caller.language());
        return Select.from("task", "due_on, id")
                .where("state", query.oneOf(State.class, "state"))
                .where("creditor_id", query.text("creditorId"))
                .where("claim_key", query.text("claimKey"))
                .within("creditor_id", caller.creditors())
                .page(sql, query, (row, number) -> view(row, language));
    }

    /** @param body JSON of {@link Done} */
    public View finish(long id, String body, Caller caller) {
        String note = Body.read(body, Done.class).note();
        if (note == null || note.isBlank()) {
            throw new ApiProblem(ApiProblem.Code.BAD_BODY, "Say in note what was done");
        }
        caller.need(Right.DO_TASKS);
        View task = find(id, caller);
        caller.needSight(task.creditorId(), "There is no task " + id);
        return once.run(
                caller,
                Act.of(Deed.TASK_DONE, "tasks/" + id, task.creditorId(), note),
                "tasks/" + id + " done " + note,
                () -> {
                    if (!tasks.done(id, caller.who(), note)) {
                        throw new ApiProblem(ApiProblem.Code.REFUSED, "Task " + id + " is done already");
                    }
                },
                () -> find(id, caller));
    }

    /** How many are open, and how many of them overdue. */
    record Count(long open, long overdue) {

        Count plus(Count other) {
            return new Count(open + other.open, overdue + other.overdue);
        }
    }

    /** @param creditors the only ones whose tasks count, or null: all */
    Count count(Set<String> creditors) {
        if (creditors == null) {
            return count("", null);
        }
        return creditors.stream()
                .map(creditor -> count(" and creditor_id = :creditor", creditor))
                .reduce(new Count(0, 0), Count::plus);
    }

    private Count count(String more, String creditor) {
        return sql.sql("select count(*) as n, count(case when due_on < :today then 1 end) as late"
                        + " from task where state = 'OPEN'" + more)
                .param("today", today())
                .param("creditor", creditor)
                .query((row, number) -> new Count(row.getLong("n"), row.getLong("late")))
                .single();
    }

    View find(long id, Caller caller) {
        Locale language = Texts.language(caller.language());
        return sql.sql("select * from task where id = :id")
                .param("id", id)
                .query((row, number) -> view(row, language))
                .optional()
                .orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, "There is no task " + id));
    }

    View find(String subject, Caller caller) {
        long id = sql.sql("select id from task where kind = 'DO_BY_HAND' and subject = :subject")
                .param("subject", subject)
                .query(Long.class)
                .single();
        return find(id, caller);
    }

    private View view(ResultSet row, Locale language) throws SQLException {
        LocalDate due = row.getObject("due_on", LocalDate.class);
        boolean open = State.OPEN.name().equals(row.getString("state"));
        TaskKind kind = TaskKind.valueOf(row.getString("kind"));
        return new View(
                row.getLong("id"),
                kind.name(),
                title(kind, row.getString("subject"), language),
                row.getString("creditor_id"),
                row.getString("claim_key"),
                row.getString("agency"),
                Masking.mask(detail(kind, row.getString("detail"), language)),
                due,
                open && due.isBefore(today()),
                row.getString("state"),
                Sql.instant(row, "opened_at"),
                Sql.instant(row, "done_at"),
                row.getString("done_by"),
                Masking.mask(row.getString("note")));
    }

    /** What is to be done by hand is named. */
    private String title(TaskKind kind, String subject, Locale language) {
        String title = texts.of("task." + kind, language);
        return kind == TaskKind.DO_BY_HAND || kind == TaskKind.INSTRUCTION_STOPPED
                ? title + ": " + texts.of("action." + ByHand.action(subject), language)
                : title;
    }

    /** A code at its beginning is put into words. */
    private String detail(TaskKind kind, String detail, Locale language) {
        if (kind != TaskKind.INSTRUCTION_STOPPED) {
            return detail;
        }
        int end = detail.indexOf(' ');
        return texts.of("permission." + detail.substring(0, end), language) + detail.substring(end);
    }

    private LocalDate today() {
        return OsloDay.of(clock.instant());
    }
}
