package no.kravbro.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import java.util.function.Predicate;
import no.kravbro.agency.AnswerDocument.Item;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Work;

/**
 * Reads what stands under our key before a submission is written over it. Whatever the answer, nothing has been sent yet:
 * what is in doubt is asked again later, and an open case that is none of ours is in the way for good.
 */
final class StandingReader extends AnswerReader {

    private final Predicate<String> ours;

    /** @param ours knows the ids of our transmissions */
    StandingReader(
            AnswerTable table,
            Function<String, JsonNode> mapper,
            WireAnswer answer,
            Work work,
            Predicate<String> ours) {
        super(table, mapper, answer, work);
        this.ours = ours;
    }

    /** Why it must not be sent now, or null when nothing is in the way. */
    @Override
    Outcome outcome(Delivery member) {
        if (answer.failure() != null) {
            String cause = NothingSent.certain(answer.failure()) ? "NO_CONNECTION" : "TIMEOUT";
            return new Outcome.NotSent(cause, answer.failure().getClass().getSimpleName());
        }
        return switch (row.meaning()) {
            case READ -> standing(member);
            case NOT_SENT_PERSON -> new Outcome.NotSent(rowCause("NO_ACCESS"), detail(), pause(), true);
            case NOT_SENT, HANDED_OVER, REJECTED, UNKNOWN ->
                new Outcome.NotSent(rowCause("SERVER_ERROR"), detail(), pause(), false);
        };
    }

    private Outcome standing(Delivery member) {
        if (document.absent()) {
            return null;
        }
        Item item = itemOf(member);
        if (item == null) {
            return new Outcome.NotSent("GARBAGE", "HTTP " + answer.status() + " does not tell what stands there");
        }
        boolean free = item.closed() || item.transmission() != null && ours.test(item.transmission());
        return free ? null : new Outcome.Rejected("ALREADY_EXISTS", "Registered there already, and not by us");
    }
}
