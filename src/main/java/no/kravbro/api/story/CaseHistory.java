package no.kravbro.api.story;

import java.util.ArrayList;
import java.util.List;
import no.kravbro.claim.story.Balance;
import no.kravbro.claim.story.Happening;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Timeline;
import no.kravbro.reconcile.Booking;
import no.kravbro.reconcile.Bookings;
import org.springframework.stereotype.Service;

/** One stream per claim from both systems and people, with what is left of the principal after each step. */
@Service
public class CaseHistory {

    private final Timeline timeline;
    private final Bookings bookings;
    private final NotedHistory noted;
    private final SentHistory sent;
    private final BooksHistory books;
    private final PeopleHistory people;

    CaseHistory(
            Timeline timeline,
            Bookings bookings,
            NotedHistory noted,
            SentHistory sent,
            BooksHistory books,
            PeopleHistory people) {
        this.timeline = timeline;
        this.bookings = bookings;
        this.noted = noted;
        this.sent = sent;
        this.books = books;
        this.people = people;
    }

    /** Oldest first. */
    public List<Happening> of(ClaimRow claim, Sight sight) {
        List<Timeline.Event> notes = timeline.of(claim.key());
        List<Booking> booked = bookings.ofClaim(claim.key());
        List<Happening> all = new ArrayList<>(noted.of(claim, notes, booked));
        all.addAll(sent.of(claim));
        all.addAll(books.booked(claim.key(), booked));
        all.addAll(books.found(claim.key(), notes));
        all.addAll(people.acted(claim.key()));
        all.addAll(people.listed(claim.key()));
        if (sight.tasks()) {
            all.addAll(people.tasks(claim.key()));
        }
        if (sight.letters()) {
            all.addAll(people.letters(claim.key()));
        }
        if (sight.money()) {
            all.addAll(books.differences(claim.key()));
        }
        return Balance.over(all);
    }
}
