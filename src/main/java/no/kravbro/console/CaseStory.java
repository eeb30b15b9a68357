package no.kravbro.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.kravbro.api.ClaimsApi;
import no.kravbro.api.DeliveriesApi;
import no.kravbro.api.SettlementsApi;

/** One stream of what happened to a claim, and what is waited for. */
final class CaseStory {

    private CaseStory() {}

    /**
     * @param kind STATUS or MONEY
     * @param group of the word for {@code what}
     * @param amountOre null where no money moved
     */
    public record Event(Instant at, String kind, String group, String what, String reference, Long amountOre) {}

    /** Newest first. */
    static List<Event> of(ClaimsApi.Detail detail) {
        List<Event> events = new ArrayList<>();
        detail.events()
                .forEach(each ->
                        events.add(new Event(each.at(), "STATUS", "timeline.", each.what(), each.reference(), null)));
        for (SettlementsApi.BookingView booking : detail.bookings()) {
            events.add(new Event(
                    booking.updatedAt(),
                    "MONEY",
                    "bookingstate.",
                    booking.state(),
                    booking.voucherNumber() == null ? booking.key() : booking.voucherNumber(),
                    booking.netOre()));
        }
        events.sort(Comparator.comparing(Event::at).reversed());
        return events;
    }

    /** Key of the sentence that says what is waited for; the first thing that must happen before all others. */
    static String waiting(ClaimsApi.Detail detail) {
        for (String state : List.of("DEAD", "UNKNOWN", "HANDED_OVER", "IN_FLIGHT", "WAITING", "READY")) {
            if (detail.deliveries().stream().map(DeliveriesApi.View::state).anyMatch(state::equals)) {
                return "wait." + state;
            }
        }
        return switch (detail.claim().state()) {
            case "ACCEPTED" -> "wait.AGENCY";
            case "PENDING" -> "wait.READY";
            default -> "wait.NOTHING";
        };
    }
}
