package no.kravbro.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.kravbro.claim.OsloDay;
import no.kravbro.delivery.Sql;
import no.kravbro.money.Payout;
import no.kravbro.money.PayoutState;
import no.kravbro.tripletex.InterimPosting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What agencies have announced to pay out, and the bank postings of the creditor that were recognised as it. */
@Repository
class Payouts {

    private static final String OF = " where creditor_id = :creditor and agency = :agency and remittance = :number";
    private static final String ARRIVED =
            """
            update remittance set arrived_ore = (select coalesce(-sum(p.amount_ore), 0) from payout_posting p
                where p.creditor_id = remittance.creditor_id and p.agency = remittance.agency
                  and p.remittance = remittance.remittance),
              arrived_on = (select max(p.posted_on) from payout_posting p
                where p.creditor_id = remittance.creditor_id and p.agency = remittance.agency
                  and p.remittance = remittance.remittance)""";
    private static final String ADD =
            """
            insert into remittance (creditor_id, agency, remittance, bank_text, payout_date, expected_count,
              carried_in_ore, carried_out_ore, net_payout_ore, state, created_at)
            values (:creditor, :agency, :number, :text, :day, 0, 0, 0, 0, 'COMPLETE', :now) on conflict do nothing""";

    private static final int LONGEST_TEXT = 255;

    private final JdbcClient sql;
    private final Clock clock;

    /** @param clock the business clock */
    Payouts(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * An announced payout and where it stands.
     *
     * @param day on which the agency pays it, or was heard of when it does not say
     */
    record Announced(Payout payout, LocalDate day, PayoutState state) {}

    /** A recognised posting. */
    record Recognised(long postingId, String agency, String number, LocalDate day) {}

    /** All of a creditor, oldest first. */
    List<Announced> all(String creditorId) {
        return sql.sql("select * from remittance where creditor_id = :creditor order by created_at, remittance")
                .param("creditor", creditorId)
                .query(Payouts::announced)
                .list();
    }

    private static Announced announced(ResultSet row, int number) throws SQLException {
        LocalDate day = row.getObject("payout_date", LocalDate.class);
        return new Announced(
                new Payout(
                        row.getString("agency"),
                        row.getString("remittance"),
                        row.getString("bank_text"),
                        row.getLong("net_payout_ore"),
                        row.getLong("arrived_ore")),
                day == null ? OsloDay.of(Sql.instant(row, "created_at")) : day,
                PayoutState.valueOf(row.getString("payout_state")));
    }

    List<Recognised> recognised(String creditorId) {
        return sql.sql("select * from payout_posting where creditor_id = :creditor order by posting_id")
                .param("creditor", creditorId)
                .query((row, number) -> new Recognised(
                        row.getLong("posting_id"),
                        row.getString("agency"),
                        row.getString("remittance"),
                        row.getObject("posted_on", LocalDate.class)))
                .list();
    }

    void recognise(String creditorId, Payout payout, InterimPosting posting) {
        sql.sql(
                        """
                        insert into payout_posting (creditor_id, posting_id, agency, remittance, voucher_id, posted_on,
                          amount_ore, seen_at)
                        values (:creditor, :posting, :agency, :number, :voucher, :day, :amount, :now)
                        on conflict do nothing""")
                .param("creditor", creditorId)
                .param("posting", posting.id())
                .param("agency", payout.agency())
                .param("number", payout.number())
                .param("voucher", posting.voucherId())
                .param("day", posting.day())
                .param("amount", posting.amountOre())
                .param("now", Sql.at(clock.instant()))
                .update();
        arrived(creditorId, payout.agency(), payout.number());
    }

    /** It does not stand in the books any more. */
    void forget(String creditorId, Recognised gone) {
        sql.sql("delete from payout_posting where creditor_id = :creditor and posting_id = :posting")
                .param("creditor", creditorId)
                .param("posting", gone.postingId())
                .update();
        arrived(creditorId, gone.agency(), gone.number());
    }

    private void arrived(String creditorId, String agency, String number) {
        of(creditorId, agency, number, ARRIVED).update();
    }

    void state(String creditorId, Payout payout, PayoutState state) {
        of(creditorId, payout.agency(), payout.number(), "update remittance set payout_state = :state")
                .param("state", state.name())
                .update();
    }

    /** One more money event that is paid out under a text, where the agency announces each by itself. */
    void add(NewBooking booking, String text, LocalDate day) {
        sql.sql(ADD)
                .param("creditor", booking.creditorId())
                .param("agency", booking.agency())
                .param("number", booking.remittance())
                .param("text", text.substring(0, Math.min(text.length(), LONGEST_TEXT)))
                .param("day", day)
                .param("now", Sql.at(clock.instant()))
                .update();
        of(
                        booking.creditorId(),
                        booking.agency(),
                        booking.remittance(),
                        "update remittance set expected_count = expected_count + 1, payout_date = :day,"
                                + " net_payout_ore = net_payout_ore + :net, payout_state = 'EXPECTED'")
                .param("day", day)
                .param("net", booking.netOre())
                .update();
    }

    private JdbcClient.StatementSpec of(String creditorId, String agency, String number, String statement) {
        return sql.sql(statement + OF)
                .param("creditor", creditorId)
                .param("agency", agency)
                .param("number", number);
    }
}
