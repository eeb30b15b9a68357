package no.kravbro.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.WorkingDay;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import no.kravbro.deadletter.Cause;
import no.kravbro.delivery.TaskKind;
import no.kravbro.money.NorwegianFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a creditor every working day in the morning what has failed and what is to be done; nothing when there is nothing. */
@Component
class DigestTeller implements Teller {

    private static final Duration STILL_MORNING = Duration.ofHours(12);
    private static final int DAYS_AHEAD = 7;
    private static final int MOST_TASKS = 50;

    private final JdbcClient sql;
    private final Creditors creditors;
    private final Secretary secretary;

    DigestTeller(JdbcClient sql, Creditors creditors, Secretary secretary) {
        this.sql = sql;
        this.creditors = creditors;
        this.secretary = secretary;
    }

    private record Failed(Cause cause, long letters, long ore) {}

    private record Due(TaskKind kind, String invoice, LocalDate dueOn) {}

    @Override
    public void tell(Instant now) {
        LocalDate today = OsloDay.of(now);
        Instant morning = Moments.morning(today);
        if (!WorkingDay.is(today) || now.isBefore(morning) || now.isAfter(morning.plus(STILL_MORNING))) {
            return;
        }
        for (Creditor creditor : creditors.all()) {
            String key = "digest/" + creditor.id() + "/" + today;
            if (!creditor.wishes().mailing().digests().isEmpty() && !secretary.isTold(key)) {
                tell(creditor, today, key);
            }
        }
    }

    private void tell(Creditor creditor, LocalDate today, String key) {
        List<Failed> failed = failed(creditor);
        List<Due> due = due(creditor, today);
        long differences = sql.sql("select count(*) from difference where creditor_id = :creditor and state = 'OPEN'")
                .param("creditor", creditor.id())
                .query(Long.class)
                .single();
        if (!failed.isEmpty() || !due.isEmpty() || differences > 0) {
            secretary.digest(creditor, key, to -> content(creditor, today, failed, due, differences, to));
        }
    }

    private List<Failed> failed(Creditor creditor) {
        return sql.sql("select cause, count(*) as n, sum(amount_ore) as ore from dead_letter"
                        + " where creditor_id = :creditor and state = 'OPEN' group by cause order by ore desc, cause")
                .param("creditor", creditor.id())
                .query((row, number) ->
                        new Failed(Cause.of(row.getString("cause")), row.getLong("n"), row.getLong("ore")))
                .list();
    }

    private List<Due> due(Creditor creditor, LocalDate today) {
        return sql.sql(
                        "select t.kind, t.due_on, c.invoice_number from task t left join claim c on c.claim_key = t.claim_key"
                                + " where t.creditor_id = :creditor and t.state = 'OPEN' and t.due_on <= :until"
                                + " order by t.due_on, t.id limit :most")
                .param("creditor", creditor.id())
                .param("until", today.plusDays(DAYS_AHEAD))
                .param("most", MOST_TASKS)
                .query((row, number) -> new Due(
                        TaskKind.valueOf(row.getString("kind")),
                        row.getString("invoice_number"),
                        row.getObject("due_on", LocalDate.class)))
                .list();
    }

    private static Content content(
            Creditor creditor,
            LocalDate today,
            List<Failed> failed,
            List<Due> due,
            long differences,
            Secretary.Language to) {
        List<String> said = new ArrayList<>();
        said.add(to.say("mail.digest.text", creditor.name(), Moments.of(today, to.locale())));
        failed.forEach(each -> said.add(to.say(
                "mail.digest.failed",
                each.letters(),
                NorwegianFormat.kroner(each.ore()),
                to.say("cause." + each.cause() + ".title"))));
        if (differences > 0) {
            said.add(to.say("mail.digest.differences", differences));
        }
        return new Content(
                to.say("mail.DIGEST.subject", creditor.name(), NorwegianFormat.day(today)),
                said,
                List.of(to.say("mail.column.task"), to.say("mail.column.invoice"), to.say("mail.column.due")),
                due.stream()
                        .map(each -> List.of(
                                to.say("task." + each.kind()),
                                each.invoice() == null ? "–" : each.invoice(),
                                NorwegianFormat.day(each.dueOn())
                                        + (each.dueOn().isBefore(today) ? ", " + to.say("mail.digest.overdue") : "")))
                        .toList(),
                List.of(),
                "/tasks?state=OPEN&creditorId=" + creditor.id());
    }
}
