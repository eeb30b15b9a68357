package no.kravbro.api.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.kravbro.claim.story.Happening;
import no.kravbro.claim.story.Teller;
import no.kravbro.delivery.Sql;
import no.kravbro.delivery.Timeline;
import no.kravbro.reconcile.Booking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was booked for a claim, what others have posted on its invoice, and where both sides did not agree. */
@Component
class BooksHistory {

    static final String FOUND = "CHANGE_FOUND";

    private static final String BOOKED =
            """
            select delivery_key, max(updated_at) as at from delivery
            where claim_key = :claim and state = 'DONE' and kind in ('BOOK_VOUCHER', 'BOOK_PAYMENT') group by delivery_key""";
    /** What was handed over with the claim, and our own bookings, are told elsewhere. */
    private static final String POSTINGS =
            """
            select posting_id, booked_on, amount_ore, fate, standing, seen_at from claim_posting
            where claim_key = :claim and fate not in ('CLAIMED', 'OURS') and amount_ore <> 0 order by posting_id""";

    private final JdbcClient sql;

    BooksHistory(JdbcClient sql) {
        this.sql = sql;
    }

    /** What stands in the books lowers what is left; what a person has ended does not. */
    List<Happening> booked(String claimKey, List<Booking> bookings) {
        Map<String, Instant> answered = new HashMap<>();
        sql.sql(BOOKED).param("claim", claimKey).query(row -> {
            answered.put(row.getString("delivery_key"), Sql.instant(row, "at"));
        });
        List<Happening> happenings = new ArrayList<>();
        for (Booking booking : bookings) {
            if (booking.state().booked() || booking.endReason() != null) {
                happenings.add(booked(booking, answered.getOrDefault(booking.key(), booking.updatedAt())));
            }
        }
        return happenings;
    }

    private static Happening booked(Booking booking, Instant at) {
        String state = booking.state().name();
        Happening told = Happening.of(at, Teller.BOOKS, "BOOKING", state, "bookingstate." + state)
                .about(booking.voucherNumber() == null ? booking.key() : booking.voucherNumber());
        long ore = booking.intent().principalOre();
        return booking.state().booked()
                ? told.on(booking.bookedOn()).lowers(ore)
                : told.amount(ore).about(booking.endReason());
    }

    /** What others have posted: on its own day, found on another. */
    List<Happening> found(String claimKey, List<Timeline.Event> notes) {
        List<Happening> happenings = new ArrayList<>();
        sql.sql(POSTINGS).param("claim", claimKey).query(row -> {
            happenings.addAll(posting(row, notes));
        });
        return happenings;
    }

    private static List<Happening> posting(ResultSet row, List<Timeline.Event> notes) throws SQLException {
        String fate = row.getString("fate");
        String name = "posting-" + row.getLong("posting_id");
        long ore = row.getLong("amount_ore");
        Instant seen = Sql.instant(row, "seen_at");
        Instant found = notes.stream()
                .filter(note -> note.what().equals(FOUND) && note.reference().endsWith(" " + name))
                .map(Timeline.Event::at)
                .findFirst()
                .orElse(seen);
        List<Happening> told = new ArrayList<>();
        told.add(Happening.of(found, Teller.BOOKS, "POSTING", fate, "posting." + fate)
                .about(name)
                .on(row.getObject("booked_on", LocalDate.class))
                .lowers(-ore));
        if (!row.getBoolean("standing")) {
            told.add(Happening.of(seen, Teller.BOOKS, "POSTING", "GONE", "posting." + fate, "posting.GONE")
                    .about(name)
                    .lowers(ore));
        }
        return told;
    }

    List<Happening> differences(String claimKey) {
        List<Happening> happenings = new ArrayList<>();
        sql.sql("select * from difference where claim_key = :claim order by id")
                .param("claim", claimKey)
                .query(row -> {
                    String title = "cause." + row.getString("cause") + ".title";
                    happenings.add(Happening.of(
                                    Sql.instant(row, "opened_at"),
                                    Teller.KRAVBRO,
                                    "DIFFERENCE",
                                    "OPENED",
                                    "story.DIFFERENCE",
                                    title)
                            .amount(row.getLong("amount_ore")));
                    if (row.getObject("closed_at") != null) {
                        happenings.add(Happening.of(
                                Sql.instant(row, "closed_at"),
                                Teller.KRAVBRO,
                                "DIFFERENCE",
                                "CLOSED",
                                "story.AGREED",
                                title));
                    }
                });
        return happenings;
    }
}
