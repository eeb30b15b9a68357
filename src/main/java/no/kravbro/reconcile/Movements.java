package no.kravbro.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.kravbro.bundle.ExactJson;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.WorkingDay;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Sql;
import no.kravbro.money.VoucherKey;
import no.kravbro.reconcile.balance.DifferenceCause;
import no.kravbro.reconcile.balance.Movement;
import no.kravbro.reconcile.balance.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Money on a claim that only one side has counted so far, gathered from what we have received, booked and told. */
@Service
class Movements {

    /** Working days that a booking may take; a proposal waits for a person. */
    private static final int BOOKED_WITHIN = 2;

    private static final int DECIDED_WITHIN = 5;

    /** Working days until an agency's list shows what it has told to be paid. */
    private static final int SHOWN_WITHIN = 1;

    private static final String BY_HAND =
            """
            select subject, done_at, due_on from task
            where claim_key = :claim and agency = :agency and kind = 'DO_BY_HAND' order by id""";

    private final JdbcClient sql;
    private final Bookings bookings;

    Movements(JdbcClient sql, Bookings bookings) {
        this.sql = sql;
        this.bookings = bookings;
    }

    /** Receipts that we know of and that are not in the books. */
    List<Movement> unbooked(ClaimRow claim) {
        List<Movement> found = new ArrayList<>();
        for (Booking booking : principal(claim)) {
            if (isHere(booking, claim)) {
                unbooked(booking).ifPresent(found::add);
            }
        }
        return found;
    }

    private List<Booking> principal(ClaimRow claim) {
        return bookings.ofClaim(claim.key()).stream()
                .filter(booking -> booking.intent().principalOre() != 0)
                .toList();
    }

    private static boolean isHere(Booking booking, ClaimRow claim) {
        return booking.intent().agency().equals(claim.agency());
    }

    /** Receipts of an agency that had the claim before: the one that has it now counts them when a person has told it. */
    List<Movement> elsewhere(ClaimRow claim, LocalDate day) {
        List<Movement> found = new ArrayList<>();
        List<Booking> others = principal(claim).stream()
                .filter(booking -> !isHere(booking, claim))
                .toList();
        Map<String, LocalDate> asked = others.isEmpty() ? Map.of() : asked(claim, day);
        for (Booking booking : others) {
            unbooked(booking).ifPresent(found::add);
            asked.forEach((event, due) -> {
                if (booking.state().booked()
                        && VoucherKey.of(booking.intent().agency(), event).equals(booking.key())) {
                    found.add(notTold(booking, due));
                }
            });
        }
        return found;
    }

    /** By the event that a person is to tell, until when; one that says it is done until the agency's list shows it. */
    private Map<String, LocalDate> asked(ClaimRow claim, LocalDate day) {
        Map<String, LocalDate> asked = new LinkedHashMap<>();
        String name = " " + claim.key() + " ";
        sql.sql(BY_HAND)
                .param("claim", claim.key())
                .param("agency", claim.agency())
                .query(row -> {
                    String subject = row.getString("subject");
                    boolean done = row.getObject("done_at") != null;
                    LocalDate until = done
                            ? WorkingDay.after(OsloDay.of(Sql.instant(row, "done_at")), SHOWN_WITHIN)
                            : row.getObject("due_on", LocalDate.class);
                    int at = subject.indexOf(name);
                    if (at >= 0 && (!done || !day.isAfter(until))) {
                        asked.put(subject.substring(at + name.length()), until);
                    }
                });
        return asked;
    }

    private static Movement notTold(Booking booking, LocalDate due) {
        long ore = booking.intent().principalOre();
        DifferenceCause cause = ore > 0 ? DifferenceCause.DIRECT_PAYMENT_NOT_TOLD : DifferenceCause.REVERSAL_NOT_TOLD;
        return new Movement(Side.LEDGER, ore, cause, due, booking.key());
    }

    /**
     * Receipts that came a moment ago and are in the books already, while the list the agency made in the morning may
     * not show them.
     */
    List<Movement> justBooked(ClaimRow claim, LocalDate day) {
        return sql
                .sql(
                        """
                        select booking_key, principal_ore, created_at from booking where claim_key = :claim
                          and agency = :agency and principal_ore <> 0 and state in ('BOOKED', 'MATCHED', 'OPEN_PART', 'POSTED')
                        order by created_at, booking_key""")
                .param("claim", claim.key())
                .param("agency", claim.agency())
                .query((row, number) -> new Movement(
                        Side.LEDGER,
                        row.getLong("principal_ore"),
                        DifferenceCause.PRINCIPAL,
                        WorkingDay.after(OsloDay.of(Sql.instant(row, "created_at")), SHOWN_WITHIN),
                        row.getString("booking_key")))
                .list()
                .stream()
                .filter(movement -> !day.isAfter(movement.until()))
                .toList();
    }

    private Optional<Movement> unbooked(Booking booking) {
        return switch (booking.state()) {
            case INTENDED -> Optional.of(intended(booking));
            case PROPOSED -> Optional.of(movement(booking, DifferenceCause.NOT_BOOKED, DECIDED_WITHIN));
            case DELETED -> Optional.of(movement(booking, DifferenceCause.NOT_BOOKED, 0));
            case BOOKED -> isPaymentToCome(booking) ? Optional.of(intended(booking)) : Optional.empty();
            case MATCHED, OPEN_PART, POSTED, ABANDONED -> Optional.empty();
        };
    }

    /** Where a payment on the invoice books the principal, the voucher with the rest may stand before it. */
    private boolean isPaymentToCome(Booking booking) {
        return sql.sql("select count(*) from delivery where kind = 'BOOK_PAYMENT' and delivery_key = :key"
                                + " and state not in ('DONE', 'CANCELLED')")
                        .param("key", booking.key())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private Movement intended(Booking booking) {
        String dead = sql
                .sql(
                        """
                        select cause from delivery where delivery_key = :key and state = 'DEAD'
                          and kind in ('BOOK_VOUCHER', 'BOOK_PAYMENT') order by id""")
                .param("key", booking.key())
                .query(String.class)
                .stream()
                .findFirst()
                .orElse(null);
        boolean closed = DifferenceCause.PERIOD_CLOSED.name().equals(dead);
        return movement(
                booking,
                closed ? DifferenceCause.PERIOD_CLOSED : DifferenceCause.NOT_BOOKED,
                dead == null ? BOOKED_WITHIN : 0);
    }

    /** @param within working days it may take, 0 when it will not happen by itself */
    private static Movement movement(Booking booking, DifferenceCause cause, int within) {
        LocalDate until = within == 0 ? null : WorkingDay.after(OsloDay.of(booking.updatedAt()), within);
        return new Movement(Side.AGENCY, booking.intent().principalOre(), cause, until, booking.key());
    }

    /**
     * What the agency has been paid and has not settled yet. Only as much as it says it has been paid beyond what we have
     * booked can be that; an agency that says a case is settled without an amount has been paid what was left. Where it has
     * settled all that it says it has been paid, and a settlement gave nothing to the principal, nothing more is on its way.
     *
     * @param gapOre by how much the agency has counted more than we can account for
     * @param paidOre what the agency says it has been paid in all, or null where its wire does not tell
     * @param settled whether the agency says that the case has ended by payment
     * @param until last day on which its settlement is in time
     */
    Optional<Movement> unsettled(ClaimRow claim, long gapOre, Long paidOre, boolean settled, LocalDate until) {
        if (gapOre <= 0 || !(paidOre == null ? settled : paidOre >= Math.addExact(bookedGrossOre(claim), gapOre))) {
            return Optional.empty();
        }
        String reference = "case " + (claim.caseNumber() == null ? claim.key() : claim.caseNumber());
        boolean zero = paidOre != null && isSettledToZero(claim, paidOre);
        return Optional.of(new Movement(
                Side.AGENCY,
                gapOre,
                zero ? DifferenceCause.SETTLEMENT_ZERO : DifferenceCause.SETTLEMENT_MISSING,
                zero ? null : until,
                reference));
    }

    /** What could be counted as principal and is none. */
    Map<DifferenceCause, Long> parts(ClaimRow claim) {
        return ClaimParts.of(bookings.ofClaim(claim.key()));
    }

    /** What this agency has received, interest and fees with it, and we have booked. */
    private long bookedGrossOre(ClaimRow claim) {
        return here(claim)
                .filter(booking -> booking.state().booked())
                .mapToLong(booking -> grossOre(booking.intent()))
                .sum();
    }

    private Stream<Booking> here(ClaimRow claim) {
        return bookings.ofClaim(claim.key()).stream().filter(booking -> isHere(booking, claim));
    }

    private boolean isSettledToZero(ClaimRow claim, long paidOre) {
        List<NewBooking> settled = here(claim)
                .filter(booking -> booking.state() != BookingState.ABANDONED)
                .map(Booking::intent)
                .toList();
        boolean zero = settled.stream().anyMatch(each -> each.principalOre() == 0 && grossOre(each) > 0);
        return zero && settled.stream().mapToLong(Movements::grossOre).sum() >= paidOre;
    }

    /** An event that does not tell is about the principal alone. */
    private static long grossOre(NewBooking booking) {
        try {
            JsonNode event = ExactJson.read(booking.event());
            JsonNode gross = (event.has("settled") ? event.path("settled") : event).path("grossOre");
            return gross.isMissingNode() || gross.isNull() ? booking.principalOre() : gross.asLong();
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("Booking " + booking.key() + " holds no event", notOurs);
        }
    }
}
