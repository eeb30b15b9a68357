package no.kravbro.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.WorkingDay;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.delivery.Sql;
import no.kravbro.reconcile.balance.DifferenceCause;
import no.kravbro.reconcile.balance.Movement;
import no.kravbro.reconcile.balance.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Money that the ledger has counted: what of it the agency has not been told, will be told by a person, or shall not hear of. */
@Service
class ToldMovements {

    private static final Map<String, DifferenceCause> NOT_TOLD = Map.of(
            "REPORT_PAYMENT", DifferenceCause.DIRECT_PAYMENT_NOT_TOLD,
            "REPORT_CREDIT", DifferenceCause.CREDIT_NOT_TOLD,
            "REVERSE_PAYMENT", DifferenceCause.REVERSAL_NOT_TOLD,
            "CREDIT", DifferenceCause.CREDIT_NOT_TOLD,
            "CREDIT_PART", DifferenceCause.PARTIAL_CREDIT);
    private static final Map<String, DifferenceCause> NEVER_TOLD = Map.of(
            "WRITTEN_OFF", DifferenceCause.WRITTEN_OFF,
            "AGENCY_MONEY", DifferenceCause.AGENCY_MONEY_ON_DEBTOR,
            "UNCLEAR", DifferenceCause.UNCLEAR_POSTING,
            "PAYMENT", DifferenceCause.DIRECT_PAYMENT_NOT_TOLD,
            "CREDIT", DifferenceCause.CREDIT_NOT_TOLD);
    private static final String REPORTS =
            """
            select kind, delivery_key, amount_ore, state, created_at, updated_at, exists (select 1 from dead_letter l
                where l.delivery_id = d.id and l.may_have_landed) as may_have_landed
            from delivery d
            where claim_key = :claim and kind in ('REPORT_PAYMENT', 'REPORT_CREDIT', 'REVERSE_PAYMENT') order by id""";
    private static final String BY_HAND =
            """
            select subject, due_on, done_at, posting_id, abs(amount_ore) as ore from task t
            join claim_posting p on p.claim_key = t.claim_key and p.submission = :submission
              and (t.subject like '%/posting-' || p.posting_id or t.subject like '% posting-' || p.posting_id
                or t.subject like '% posting-' || p.posting_id || '-%')
            where t.claim_key = :claim and t.kind = 'DO_BY_HAND' and p.amount_ore <> 0 order by t.id""";
    /** Working days until an agency's list shows what a person has done there. */
    private static final int SHOWN_WITHIN = 1;

    private static final String POSTINGS =
            """
            select posting_id, amount_ore, fate from claim_posting
            where claim_key = :claim and submission = :submission and standing
              and fate in ('WRITTEN_OFF', 'AGENCY_MONEY', 'UNCLEAR') order by posting_id""";
    /** An agency that has closed its case is told nothing any more. */
    private static final String TOO_LATE =
            """
            select posting_id, amount_ore, fate from claim_posting p join claim c on c.claim_key = p.claim_key
            where p.claim_key = :claim and p.submission = :submission and p.standing and p.told_ore = 0
              and c.state = 'CLOSED' and p.fate in ('PAYMENT', 'CREDIT')
              and not exists (select 1 from delivery d where d.claim_key = p.claim_key
                and d.delivery_key like '%/posting-' || p.posting_id) order by posting_id""";
    /** A credit that was larger than what was left when it was told; what had been paid may have bounced since. */
    private static final String PARTLY_TOLD =
            """
            select posting_id, amount_ore + told_ore as amount_ore, fate from claim_posting p
            where claim_key = :claim and submission = :submission and standing and fate = 'CREDIT'
              and amount_ore + told_ore < 0 and (told_ore <> 0 or not exists (
                select 1 from claim c where c.claim_key = p.claim_key and c.state = 'CLOSED')) order by posting_id""";

    private final JdbcClient sql;

    ToldMovements(JdbcClient sql) {
        this.sql = sql;
    }

    /** A report to the agency. */
    private record Report(String kind, String key, long ore, State state, LocalDate made, LocalDate changed) {

        Movement movement() {
            long signed = kind.equals("REVERSE_PAYMENT") ? Math.negateExact(ore) : ore;
            return new Movement(Side.LEDGER, signed, NOT_TOLD.get(kind), until(), key);
        }

        private LocalDate until() {
            return switch (state) {
                case GIVEN_UP -> null;
                case CONFIRMED -> WorkingDay.after(changed, 1);
                case WAITING, UNSURE -> WorkingDay.after(made, 1);
            };
        }
    }

    /** How far a report has come, as far as it matters for what the agency has counted. */
    private enum State {
        WAITING,
        UNSURE,
        CONFIRMED,
        GIVEN_UP;

        static State of(DeliveryState delivery, boolean mayHaveLanded) {
            return switch (delivery) {
                case READY, WAITING -> WAITING;
                case IN_FLIGHT, HANDED_OVER, UNKNOWN -> UNSURE;
                case DEAD -> mayHaveLanded ? UNSURE : GIVEN_UP;
                case DONE, CANCELLED -> CONFIRMED;
            };
        }
    }

    /** What the agency has certainly not counted. */
    List<Movement> untold(ClaimRow claim) {
        List<Movement> found = new ArrayList<>(neverTold(claim, POSTINGS));
        reports(claim).stream()
                .filter(report -> report.state() == State.WAITING || report.state() == State.GIVEN_UP)
                .forEach(report -> found.add(report.movement()));
        return found;
    }

    /**
     * What the agency may have counted or not: confirmed so lately that its own list of cases may not show it yet, sent with an
     * unknown outcome, given to a person to tell, or not told at all because its case had ended.
     */
    List<Movement> perhapsTold(ClaimRow claim, LocalDate day) {
        List<Report> reports = reports(claim);
        List<Movement> found = new ArrayList<>(byHand(claim, day));
        // What has certainly not been told counts already; the task is to tell it.
        found.removeIf(task -> reports.stream()
                .anyMatch(report -> report.key().endsWith("/" + task.reference())
                        && (report.state() == State.WAITING || report.state() == State.GIVEN_UP)));
        found.addAll(neverTold(claim, TOO_LATE));
        reports.stream()
                .filter(report -> report.state() == State.UNSURE
                        || (report.state() == State.CONFIRMED && !day.isAfter(report.until())))
                .forEach(report -> found.add(report.movement()));
        return found;
    }

    /** The part of a credit that was not told since no more was left of the claim at the time. */
    List<Movement> partlyTold(ClaimRow claim) {
        return neverTold(claim, PARTLY_TOLD);
    }

    private List<Report> reports(ClaimRow claim) {
        return sql.sql(REPORTS)
                .param("claim", claim.key())
                .query((row, number) -> new Report(
                        row.getString("kind"),
                        row.getString("delivery_key"),
                        row.getLong("amount_ore"),
                        State.of(DeliveryState.valueOf(row.getString("state")), row.getBoolean("may_have_landed")),
                        OsloDay.of(Sql.instant(row, "created_at")),
                        OsloDay.of(Sql.instant(row, "updated_at"))))
                .list();
    }

    private List<Movement> byHand(ClaimRow claim, LocalDate day) {
        return sql
                .sql(BY_HAND)
                .param("claim", claim.key())
                .param("submission", claim.submission())
                .query(ToldMovements::task)
                .list()
                .stream()
                .filter(task -> !task.done() || !day.isAfter(task.movement().until()))
                .map(ByHand::movement)
                .toList();
    }

    /** @param done whether the person says so; the agency's list may not show it yet */
    private record ByHand(Movement movement, boolean done) {}

    private static ByHand task(ResultSet row, int number) throws SQLException {
        String subject = row.getString("subject");
        String action = subject.substring(0, subject.indexOf(' '));
        long ore = row.getLong("ore");
        boolean done = row.getObject("done_at") != null;
        LocalDate until = done
                ? WorkingDay.after(OsloDay.of(Sql.instant(row, "done_at")), SHOWN_WITHIN)
                : row.getObject("due_on", LocalDate.class);
        Movement movement = new Movement(
                Side.LEDGER,
                action.equals("REVERSE_PAYMENT") ? -ore : ore,
                NOT_TOLD.getOrDefault(action, DifferenceCause.DIRECT_PAYMENT_NOT_TOLD),
                until,
                "posting-" + row.getLong("posting_id"));
        return new ByHand(movement, done);
    }

    private List<Movement> neverTold(ClaimRow claim, String postings) {
        return sql.sql(postings)
                .param("claim", claim.key())
                .param("submission", claim.submission())
                .query((row, number) -> new Movement(
                        Side.LEDGER,
                        -row.getLong("amount_ore"),
                        NEVER_TOLD.get(row.getString("fate")),
                        null,
                        "posting-" + row.getLong("posting_id")))
                .list();
    }
}
