package no.kravbro.reconcile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.NewDelivery;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** What was or is to be booked of the money that agencies collected: one row per money event, so it is booked once. */
@Repository
public class Bookings {
    private static final String INTEND =
            """
            insert into booking (booking_key, creditor_id, agency, claim_key, invoice_id, way, state, event,
              principal_ore, net_ore, outstanding_before_ore, remittance, created_at, updated_at)
            values (:key, :creditor, :agency, :claim, :invoice, :way, 'INTENDED', :event,
              :principal, :net, :outstanding, :remittance, :now, :now)
            on conflict do nothing""";
    private static final String BOOKED =
            """
            update booking set state = case when state = 'INTENDED' then 'BOOKED' else state end, voucher_id = :voucher,
              voucher_number = :number, booked_on = :day, updated_at = :now
            where booking_key = :key and (voucher_id is null or voucher_id = :voucher)""";
    private static final String ENDED =
            """
            update booking set end_reason = :reason, updated_at = :now,
              state = case when :principal and state in ('INTENDED', 'BOOKED') then 'ABANDONED' else state end
            where booking_key = :key""";
    private static final String POSTING =
            """
            insert into booking_posting (creditor_id, posting_id, booking_key, account_id, amount_ore)
            select creditor_id, :posting, booking_key, :account, :amount from booking where booking_key = :key
            on conflict do nothing""";

    private final NamedParameterJdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final Deliveries deliveries;
    private final Clock clock;

    public Bookings(
            NamedParameterJdbcTemplate sql,
            TransactionTemplate transaction,
            Deliveries deliveries,
            @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * Writes the intent and the deliveries that carry it out, in one transaction or in the caller's. False, and nothing is
     * written, when this money event is known already.
     */
    public boolean intend(NewBooking booking, NewDelivery... carriedOutBy) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (sql.update(INTEND, row(booking)) == 0) {
                return false;
            }
            for (var delivery : carriedOutBy) {
                deliveries.add(delivery);
            }
            return true;
        }));
    }

    /** A booking and what carries it out. */
    record Intent(NewBooking booking, List<NewDelivery> carriedOutBy) {}

    /** The same of several, in batches; those that are known already are passed by with all they would have ordered. */
    void intendAll(List<Intent> intents) {
        transaction.executeWithoutResult(status -> {
            var counts = sql.batchUpdate(
                    INTEND,
                    intents.stream().map(intent -> row(intent.booking())).toArray(SqlParameterSource[]::new));
            deliveries.addAll(IntStream.range(0, counts.length)
                    .filter(i -> counts[i] == 1)
                    .mapToObj(i -> intents.get(i).carriedOutBy())
                    .flatMap(List::stream)
                    .toList());
        });
    }

    private SqlParameterSource row(NewBooking booking) {
        return at(booking.key())
                .addValue("creditor", booking.creditorId())
                .addValue("agency", booking.agency())
                .addValue("claim", booking.claimKey())
                .addValue("invoice", booking.invoiceId())
                .addValue("way", booking.way())
                .addValue("event", booking.event())
                .addValue("principal", booking.principalOre())
                .addValue("net", booking.netOre())
                .addValue("outstanding", booking.outstandingBeforeOre())
                .addValue("remittance", booking.remittance());
    }

    /** A voucher in the books as read back; numbers may be null where the way of booking makes no voucher of ours. */
    public record Voucher(Long id, String number, LocalDate date) {}

    /** A booking with what it became in the books, and the postings that are its own. */
    record Made(String key, Voucher voucher, List<BookedPosting> postings) {}

    /**
     * It stands in the books. Its postings are remembered for the echo guard, and the claim's booked principal is summed up
     * anew. May be said twice; another voucher for the same money throws {@link IllegalStateException}: it is booked doubly.
     */
    public void booked(String key, Voucher voucher, List<BookedPosting> postings) {
        bookedAll(List.of(new Made(key, voucher, postings)));
    }

    /** The same of several, in one transaction and in batches. */
    void bookedAll(List<Made> made) {
        transaction.executeWithoutResult(status -> {
            var rows = made.stream()
                    .map(each -> at(each.key())
                            .addValue("voucher", each.voucher().id())
                            .addValue("number", each.voucher().number())
                            .addValue("day", each.voucher().date()))
                    .toArray(SqlParameterSource[]::new);
            var counts = sql.batchUpdate(BOOKED, rows);
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 0) {
                    throw new IllegalStateException(
                            "Booking " + made.get(i).key() + " is unknown or stands in another voucher already");
                }
            }
            write(made.stream()
                    .flatMap(each -> each.postings().stream().map(posting -> row(each.key(), posting)))
                    .toList());
            sql.batchUpdate(BookingRows.CLAIM_SUM, rows);
        });
    }

    /** Postings that are ours besides those of the voucher, such as the ones a payment on the invoice makes. */
    public void remember(String key, List<BookedPosting> postings) {
        write(postings.stream().map(posting -> row(key, posting)).toList());
    }

    private SqlParameterSource row(String key, BookedPosting posting) {
        return at(key).addValue("posting", posting.postingId())
                .addValue("account", posting.accountId())
                .addValue("amount", posting.amountOre());
    }

    private void write(List<SqlParameterSource> rows) {
        if (!rows.isEmpty()) {
            sql.batchUpdate(POSTING, rows.toArray(SqlParameterSource[]::new));
        }
    }

    /** They stood in the books before and are matched now: what is booked of their claims stays what it was. */
    void matched(Collection<String> keys) {
        if (!keys.isEmpty()) {
            sql.batchUpdate(
                    "update booking set state = 'MATCHED', updated_at = :now where booking_key = :key",
                    keys.stream().map(this::at).toArray(SqlParameterSource[]::new));
        }
    }

    /** Another state, with the claim's booked principal summed up anew. */
    public void state(String key, BookingState state) {
        transaction.executeWithoutResult(status -> {
            var row = at(key).addValue("state", state.name());
            if (sql.update("update booking set state = :state, updated_at = :now where booking_key = :key", row) == 0) {
                throw new IllegalStateException("No booking " + key);
            }
            sql.update(BookingRows.CLAIM_SUM, row);
        });
    }

    /**
     * A person has ended what was still to be done of it.
     *
     * @param principal true when it was what books the principal: then the booking is ABANDONED as a whole
     */
    void ended(String key, String reason, boolean principal) {
        transaction.executeWithoutResult(status -> {
            var row = at(key).addValue("reason", reason).addValue("principal", principal);
            sql.update(ENDED, row);
            sql.update(BookingRows.CLAIM_SUM, row);
        });
    }

    public Optional<Booking> find(String key) {
        return list("booking_key = :key", Map.of("key", key)).stream().findFirst();
    }

    /** Those of the keys that exist, oldest first. */
    List<Booking> findAll(Collection<String> keys) {
        return keys.isEmpty() ? List.of() : list("booking_key in (:keys)", Map.of("keys", keys));
    }

    /** Bookings of several claims, oldest first. */
    public List<Booking> ofClaims(Collection<String> claimKeys) {
        return claimKeys.isEmpty() ? List.of() : list("claim_key in (:claims)", Map.of("claims", claimKeys));
    }

    /** How many bookings a remittance pays out, as far as they have come. */
    int countOfRemittance(String creditorId, String agency, String remittance) {
        return sql.queryForObject(
                "select count(*) from booking where creditor_id = :creditor and agency = :agency"
                        + " and remittance = :remittance",
                Map.of("creditor", creditorId, "agency", agency, "remittance", remittance),
                Integer.class);
    }

    /** Bookings of a claim, oldest first. */
    public List<Booking> ofClaim(String claimKey) {
        return list("claim_key = :claim", Map.of("claim", claimKey));
    }

    /** Bookings of a creditor that wait for a person in the accounting system, oldest first. */
    public List<Booking> proposed(String creditorId) {
        return list("creditor_id = :creditor and state = 'PROPOSED'", Map.of("creditor", creditorId));
    }

    /** The remittance that pays it out has become known. False when there is no such booking, or another pays it out. */
    boolean paidOutBy(String key, String remittance) {
        return sql.update(
                        "update booking set remittance = :remittance, updated_at = :now"
                                + " where booking_key = :key and (remittance is null or remittance = :remittance)",
                        at(key).addValue("remittance", remittance))
                == 1;
    }

    /** Bookings that a remittance pays out, oldest first. */
    public List<Booking> ofRemittance(String creditorId, String agency, String remittance) {
        return list(
                "creditor_id = :creditor and agency = :agency and remittance = :remittance",
                Map.of("creditor", creditorId, "agency", agency, "remittance", remittance));
    }

    private List<Booking> list(String condition, Map<String, ?> parameters) {
        return sql.query(
                "select * from booking where " + condition + " order by created_at, booking_key",
                parameters,
                BookingRows::read);
    }

    /** Echo guard: those of the posting ids that are our own bookings. */
    public Set<Long> ours(String creditorId, Collection<Long> postingIds) {
        return postingIds.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.queryForList(
                        "select posting_id from booking_posting where creditor_id = :creditor and posting_id in (:ids)",
                        Map.of("creditor", creditorId, "ids", postingIds),
                        Long.class));
    }

    public List<BookedPosting> postings(String key) {
        return postings(List.of(key)).getOrDefault(key, List.of());
    }

    /** Postings of several bookings, by the booking's key. */
    Map<String, List<BookedPosting>> postings(Collection<String> keys) {
        var found = new HashMap<String, List<BookedPosting>>();
        if (!keys.isEmpty()) {
            sql.query(
                    "select * from booking_posting where booking_key in (:keys) order by posting_id",
                    Map.of("keys", keys),
                    row -> {
                        found.computeIfAbsent(row.getString("booking_key"), key -> new ArrayList<>())
                                .add(new BookedPosting(
                                        row.getLong("posting_id"),
                                        row.getLong("account_id"),
                                        row.getLong("amount_ore")));
                    });
        }
        return found;
    }

    /** How many bookings stand in each state; states without any are left out. */
    public Map<BookingState, Long> counts() {
        var counts = new EnumMap<BookingState, Long>(BookingState.class);
        sql.query("select state, count(*) as n from booking group by state", row -> {
            counts.put(BookingState.valueOf(row.getString("state")), row.getLong("n"));
        });
        return counts;
    }

    private MapSqlParameterSource at(String key) {
        return new MapSqlParameterSource("key", key).addValue("now", Sql.at(clock.instant()));
    }
}
