package no.kravbro.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Purpose;
import no.kravbro.delivery.Work;

/**
 * Classifies one wire answer, once: a member's delivery id to what became of it. Whatever cannot
 * be proven to be one of the three other outcomes is {@link Outcome.Unknown}.
 */
public final class Answers {

    private Answers() {}

    /**
     * @param mapper turns a body into the canonical answer document; any exception of it means a garbled body
     * @return one outcome for every member of the work, never fewer
     */
    public static Map<Long, Outcome> read(
            AnswerTable table, Function<String, JsonNode> mapper, WireAnswer answer, Work work) {
        AnswerReader reader = work.purpose() == Purpose.INQUIRE
                ? new InquiryReader(table, mapper, answer, work)
                : new WriteReader(table, mapper, answer, work);
        Map<Long, Outcome> outcomes = new LinkedHashMap<>();
        for (Delivery member : work.members()) {
            outcomes.put(member.id(), reader.outcome(member));
        }
        return outcomes;
    }

    /**
     * Reads the answer to an inquiry that was made before a write, of a work of one member: why the write must not be sent
     * now, or empty when it may.
     *
     * @param ours knows the ids of our transmissions
     */
    public static Optional<Outcome> obstacle(
            AnswerTable table,
            Function<String, JsonNode> mapper,
            WireAnswer answer,
            Work work,
            Predicate<String> ours) {
        AnswerReader reader = new StandingReader(table, mapper, answer, work, ours);
        return Optional.ofNullable(reader.outcome(work.members().get(0)));
    }
}
