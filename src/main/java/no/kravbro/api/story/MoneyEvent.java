package no.kravbro.api.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.stream.Stream;
import no.kravbro.bundle.ExactJson;

/** The day of a money event, as it was received. */
final class MoneyEvent {

    private MoneyEvent() {}

    /** The day the debtor paid; else that of the settlement or proposal; null where it tells none. */
    static LocalDate day(String event) {
        try {
            JsonNode told = ExactJson.read(event);
            JsonNode facts = told.has("settled") ? told.path("settled") : told;
            return Stream.of("paymentDate", "settlementDate", "date")
                    .filter(facts::hasNonNull)
                    .map(field -> LocalDate.parse(facts.path(field).asText()))
                    .findFirst()
                    .orElse(null);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("A booking holds no event", notOurs);
        }
    }
}
