package no.kravbro.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kravbro.claim.OsloDay;
import no.kravbro.delivery.Sql;
import no.kravbro.reconcile.balance.DifferenceCause;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Differences between the two sides. One per cause and subject: what is found every night keeps its age. */
@Repository
public class Differences {
    private static final String OPEN =
            """
            insert into difference (creditor_id, claim_key, cause, subject, amount_ore, detail, unexplained_ore, wrong_since,
              state, opened_at)
            values (:creditor, :claim, :cause, :subject, :amount, :detail, :unexplained, cast(:since as date), 'OPEN', :now)
            on conflict do nothing""";
    /** Who has taken note of it goes on doing so; who has accepted an amount has accepted that amount, until a day. */
    private static final String SEEN_AGAIN =
            """
            update difference set detail = :detail, unexplained_ore = :unexplained,
              wrong_since = coalesce(cast(:since as date), wrong_since),
              opened_at = case when state = 'CLOSED' then :now else opened_at end,
              state = case when state = 'ACKNOWLEDGED' then state
                when state = 'ACCEPTED' and amount_ore = :amount and coalesce(accepted_until, :today) >= :today then state
                else 'OPEN' end,
              amount_ore = :amount, closed_at = null
            where creditor_id = :creditor and cause = :cause and subject = :subject""";

    private static final String MINE = " where creditor_id = :creditor and cause = :cause and subject = :subject";

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Clock business;
    private final DifferenceLog log;

    public Differences(
            JdbcClient sql, TransactionTemplate transaction, @Qualifier("machine") Clock clock, Clock business) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
        this.business = business;
        this.log = new DifferenceLog(sql, clock);
    }

    /**
     * A difference just found.
     *
     * @param unexplainedOre as much of the amount as nothing accounts for
     * @param wrongSince first Oslo day it was there, where that is known from the days before; or null
     */
    public record Found(
            String creditorId,
            String claimKey,
            String cause,
            String subject,
            long amountOre,
            String detail,
            long unexplainedOre,
            LocalDate wrongSince) {

        /** One whose cause accounts for all of it. */
        public Found(String creditorId, String claimKey, String cause, String subject, long amountOre, String detail) {
            this(creditorId, claimKey, cause, subject, amountOre, detail, 0, null);
        }

        /** What was given up in the books, at its posting. */
        public static Found loss(String creditorId, String claimKey, String posting, long amountOre) {
            return new Found(
                    creditorId,
                    claimKey,
                    DifferenceCause.WRITTEN_OFF.name(),
                    claimKey + "/" + posting,
                    amountOre,
                    "Given up in the books; the agency goes on with it");
        }
    }

    /** Opens it; one that is open keeps its age and gets the new amount, one that was closed is opened anew. */
    public void open(Found found) {
        transaction.executeWithoutResult(status -> {
            if (write(OPEN, found) == 1) {
                log.note(find(found).id(), DifferenceLog.SYSTEM, DifferenceLog.What.OPENED, found.amountOre(), null);
            } else {
                seenAgain(found);
            }
        });
    }

    private void seenAgain(Found found) {
        Difference before = find(found);
        write(SEEN_AGAIN, found);
        boolean opened = before.state() != DifferenceState.OPEN && find(found).state() == DifferenceState.OPEN;
        if (opened || before.amountOre() != found.amountOre()) {
            log.note(
                    before.id(),
                    DifferenceLog.SYSTEM,
                    opened ? DifferenceLog.What.REOPENED : DifferenceLog.What.CHANGED,
                    found.amountOre(),
                    before.state().name());
        }
    }

    private Difference find(Found found) {
        return sql.sql("select * from difference" + MINE)
                .param("creditor", found.creditorId())
                .param("cause", found.cause())
                .param("subject", found.subject())
                .query(Differences::read)
                .single();
    }

    private int write(String statement, Found found) {
        return sql.sql(statement)
                .param("creditor", found.creditorId())
                .param("claim", found.claimKey())
                .param("cause", found.cause())
                .param("subject", found.subject())
                .param("amount", found.amountOre())
                .param("detail", Sql.detail(found.detail()))
                .param("unexplained", found.unexplainedOre())
                .param("since", found.wrongSince())
                .param("today", OsloDay.today(business))
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** Both sides agree again, or somebody has explained it. False when it was not open. */
    public boolean close(String creditorId, String cause, String subject) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<Difference> open = sql.sql("select * from difference" + MINE + " and state <> 'CLOSED'")
                    .param("creditor", creditorId)
                    .param("cause", cause)
                    .param("subject", subject)
                    .query(Differences::read)
                    .optional();
            open.ifPresent(this::agreed);
            return open.isPresent();
        }));
    }

    /** Both sides agree again about these subjects, whichever of the causes it was. */
    void closeAll(String creditorId, Set<String> causes, Set<String> subjects) {
        transaction.executeWithoutResult(status -> sql.sql("select * from difference where creditor_id = :creditor"
                        + " and cause in (:causes) and subject in (:subjects) and state <> 'CLOSED' order by id")
                .param("creditor", creditorId)
                .param("causes", causes)
                .param("subjects", subjects)
                .query(Differences::read)
                .list()
                .forEach(this::agreed));
    }

    private void agreed(Difference open) {
        sql.sql("update difference set state = 'CLOSED', closed_at = :now where id = :id")
                .param("id", open.id())
                .param("now", Sql.at(clock.instant()))
                .update();
        log.note(open.id(), DifferenceLog.SYSTEM, DifferenceLog.What.AGREED, open.amountOre(), null);
    }

    /** Empty when there is none with this number. */
    public Optional<Difference> find(long id) {
        return sql.sql("select * from difference where id = :id")
                .param("id", id)
                .query(Differences::read)
                .optional();
    }

    /** Those of a creditor that are not over, whoever has taken note of them, oldest first. */
    public List<Difference> open(String creditorId) {
        return sql.sql("select * from difference where creditor_id = :creditor and state <> 'CLOSED' order by id")
                .param("creditor", creditorId)
                .query(Differences::read)
                .list();
    }

    private static Difference read(ResultSet row, int number) throws SQLException {
        return new Difference(
                row.getLong("id"),
                row.getString("creditor_id"),
                row.getString("claim_key"),
                row.getString("cause"),
                row.getString("subject"),
                row.getLong("amount_ore"),
                row.getLong("unexplained_ore"),
                row.getObject("wrong_since", LocalDate.class),
                row.getString("detail"),
                DifferenceState.valueOf(row.getString("state")),
                row.getObject("accepted_until", LocalDate.class),
                Sql.instant(row, "opened_at"),
                Sql.instant(row, "closed_at"));
    }
}
