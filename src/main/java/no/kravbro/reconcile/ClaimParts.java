package no.kravbro.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.kravbro.bundle.ExactJson;
import no.kravbro.money.LineKind;
import no.kravbro.reconcile.balance.DifferenceCause;

/** Interest, fees and tax of a claim in øre, as far as its agency has settled any: what one side may count as principal. */
final class ClaimParts {

    private static final Map<String, DifferenceCause> KINDS = Map.of(
            LineKind.LATE_INTEREST.name(), DifferenceCause.INTEREST,
            LineKind.REMINDER_FEE.name(), DifferenceCause.FEE,
            LineKind.COLLECTION_FEE.name(), DifferenceCause.FEE,
            LineKind.VAT.name(), DifferenceCause.VAT);

    private ClaimParts() {}

    /** @param bookings of one claim */
    static Map<DifferenceCause, Long> of(List<Booking> bookings) {
        Map<DifferenceCause, Long> parts = new EnumMap<>(DifferenceCause.class);
        for (Booking booking : bookings) {
            lines(booking).forEach(line -> {
                DifferenceCause cause = KINDS.get(line.path("kind").asText());
                if (cause != null) {
                    parts.merge(cause, ore(line), Math::addExact);
                }
            });
        }
        parts.values().removeIf(ore -> ore == 0);
        return parts;
    }

    /** Tax on its fee an agency may take off the payout instead of asking it of the debtor. */
    private static long ore(JsonNode line) {
        long paid = line.path("paidOre").asLong();
        return paid == 0 ? line.path("toAgencyOre").asLong() : paid;
    }

    private static JsonNode lines(Booking booking) {
        try {
            JsonNode event = ExactJson.read(booking.intent().event());
            return event.has("settled") ? event.path("settled").path("lines") : event.path("lines");
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("Booking " + booking.key() + " holds no event", notOurs);
        }
    }
}
