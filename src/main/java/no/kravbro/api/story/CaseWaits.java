package no.kravbro.api.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.Stage;
import no.kravbro.claim.WorkingDay;
import no.kravbro.claim.story.Awaited;
import no.kravbro.claim.story.Teller;
import no.kravbro.deadletter.Cause;
import no.kravbro.deadletter.Deadline;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Sql;
import no.kravbro.reconcile.Alarms;
import no.kravbro.reconcile.BookingState;
import no.kravbro.reconcile.Bookings;
import no.kravbro.transfer.dispute.Dispute;
import no.kravbro.transfer.dispute.Disputes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What a claim waits for: from whom, since when, until when, and what happens when it does not come. */
@Service
public class CaseWaits {

    private static final String UNDER_WAY =
            """
            select id, kind, target, state, updated_at from delivery
            where claim_key = :claim and state in ('READY', 'IN_FLIGHT', 'HANDED_OVER', 'WAITING', 'UNKNOWN') order by id""";
    private static final String STOPPED =
            """
            select id, cause, may_have_landed, since_day, created_at from dead_letter
            where claim_key = :claim and state = 'OPEN' order by id""";

    private final JdbcClient sql;
    private final Disputes disputes;
    private final Bookings bookings;

    CaseWaits(JdbcClient sql, Disputes disputes, Bookings bookings) {
        this.sql = sql;
        this.disputes = disputes;
        this.bookings = bookings;
    }

    /** What needs a person first; never empty while the claim goes on. */
    public List<Awaited> of(ClaimRow claim) {
        List<Awaited> all = new ArrayList<>(stopped(claim.key()));
        all.addAll(tasks(claim.key()));
        disputes.openOf(claim.key()).ifPresent(dispute -> all.add(answer(dispute)));
        all.addAll(lists(claim.key()));
        all.addAll(underWay(claim.key()));
        all.addAll(proposals(claim.key()));
        if (claim.state() == ClaimState.ACCEPTED) {
            all.add(agency(claim));
        }
        return all.stream().sorted(Awaited.FIRST).toList();
    }

    private List<Awaited> stopped(String claimKey) {
        return sql.sql(STOPPED)
                .param("claim", claimKey)
                .query((row, number) -> {
                    Cause cause = Cause.valueOf(row.getString("cause"));
                    LocalDate since = row.getObject("since_day", LocalDate.class);
                    return new Awaited(
                            "LETTER",
                            List.of(cause.titleKey()),
                            Teller.PERSON,
                            null,
                            Sql.instant(row, "created_at"),
                            Deadline.of(cause, row.getBoolean("may_have_landed"), since, since)
                                    .day(),
                            null,
                            String.valueOf(row.getLong("id")));
                })
                .list();
    }

    private List<Awaited> tasks(String claimKey) {
        return sql.sql(
                        "select id, kind, due_on, opened_at from task where claim_key = :claim and state = 'OPEN' order by id")
                .param("claim", claimKey)
                .query((row, number) -> new Awaited(
                        "TASK",
                        List.of("task." + row.getString("kind")),
                        Teller.PERSON,
                        null,
                        Sql.instant(row, "opened_at"),
                        row.getObject("due_on", LocalDate.class),
                        null,
                        String.valueOf(row.getLong("id"))))
                .list();
    }

    private static Awaited answer(Dispute dispute) {
        return new Awaited(
                dispute.stops() ? "DISPUTE" : "DISPUTE_PART",
                List.of(),
                Teller.PERSON,
                null,
                dispute.openedAt(),
                dispute.answerBy(),
                null,
                String.valueOf(dispute.id()));
    }

    private List<Awaited> lists(String claimKey) {
        return sql.sql(
                        "select cutoff_at, listed_at from list_item where claim_key = :claim and state = 'OPEN' order by id")
                .param("claim", claimKey)
                .query((row, number) -> {
                    Instant cutoff = Sql.instant(row, "cutoff_at");
                    return new Awaited(
                            "LIST",
                            List.of(),
                            Teller.PERSON,
                            null,
                            Sql.instant(row, "listed_at"),
                            OsloDay.of(cutoff),
                            cutoff,
                            null);
                })
                .list();
    }

    /** What is on its way, and whose answer is due. */
    private List<Awaited> underWay(String claimKey) {
        return sql.sql(UNDER_WAY)
                .param("claim", claimKey)
                .query((row, number) -> {
                    String state = row.getString("state");
                    boolean ours = state.equals("READY") || state.equals("IN_FLIGHT");
                    boolean books = SentHistory.isToBooks(row.getString("kind"));
                    Teller far = books ? Teller.BOOKS : Teller.AGENCY;
                    return new Awaited(
                            state,
                            List.of("deliverykind." + row.getString("kind")),
                            ours ? Teller.KRAVBRO : far,
                            books ? null : row.getString("target"),
                            Sql.instant(row, "updated_at"),
                            null,
                            null,
                            String.valueOf(row.getLong("id")));
                })
                .list();
    }

    private List<Awaited> proposals(String claimKey) {
        return bookings.ofClaim(claimKey).stream()
                .filter(booking -> booking.state() == BookingState.PROPOSED)
                .map(booking -> new Awaited(
                        "PROPOSAL",
                        List.of(),
                        Teller.PERSON,
                        null,
                        booking.updatedAt(),
                        null,
                        null,
                        booking.voucherNumber() == null ? booking.key() : booking.voucherNumber()))
                .toList();
    }

    /** A first sign is due on the working day after the transfer; from then on the debtor pays, or the agency goes on. */
    private static Awaited agency(ClaimRow claim) {
        boolean silent =
                claim.agencyPrincipalOre() == null && (claim.stage() == null || claim.stage() == Stage.RECEIVED);
        if (silent && claim.receivedOn() != null) {
            return new Awaited(
                    "STATUS",
                    List.of(),
                    Teller.AGENCY,
                    claim.agency(),
                    claim.updatedAt(),
                    WorkingDay.after(claim.receivedOn(), Alarms.STATUS_WITHIN),
                    null,
                    claim.caseNumber());
        }
        boolean postponed = claim.postponedTo() != null && claim.flags().contains("POSTPONED");
        boolean paused = claim.flags().contains("PAUSED");
        return new Awaited(
                postponed ? "POSTPONED" : paused ? "PAUSED" : "AGENCY",
                claim.stage() == null ? List.of() : List.of("stage." + claim.stage()),
                Teller.AGENCY,
                claim.agency(),
                claim.updatedAt(),
                postponed ? claim.postponedTo() : null,
                null,
                claim.caseNumber());
    }
}
