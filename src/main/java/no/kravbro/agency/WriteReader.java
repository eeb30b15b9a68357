package no.kravbro.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.Function;
import no.kravbro.agency.AnswerDocument.Item;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Work;

/** Reads the answer to a write: only a proven absence or a clear word is not Unknown. */
final class WriteReader extends AnswerReader {

    private static final Set<String> ABOUT_THE_CREDITOR = Set.of("UNKNOWN_CREDITOR", "AGREEMENT_ENDED");

    WriteReader(AnswerTable table, Function<String, JsonNode> mapper, WireAnswer answer, Work work) {
        super(table, mapper, answer, work);
    }

    @Override
    Outcome outcome(Delivery member) {
        if (answer.failure() != null) {
            String what = answer.failure().getClass().getSimpleName();
            return NothingSent.certain(answer.failure())
                    ? new Outcome.NotSent("NO_CONNECTION", what)
                    : new Outcome.Unknown("TIMEOUT", what);
        }
        return switch (row.meaning()) {
            case READ -> read(member);
            case HANDED_OVER -> document.receipt() == null ? garbage() : handedOver();
            case REJECTED -> refused(member);
            case NOT_SENT -> new Outcome.NotSent(rowCause("SERVER_ERROR"), detail(), pause(), false);
            case NOT_SENT_PERSON -> new Outcome.NotSent(rowCause("NO_ACCESS"), detail(), pause(), true);
            case UNKNOWN -> new Outcome.Unknown(rowCause("SERVER_ERROR"), detail());
        };
    }

    /** A refusal of the whole request names no one in it, unless it is about the creditor, whom all have in common. */
    private Outcome refused(Delivery member) {
        Item item = itemOf(member);
        if (item != null) {
            return verdict(item);
        }
        String cause = rowCause("INVALID_DATA");
        return work.members().size() == 1 || ABOUT_THE_CREDITOR.contains(cause)
                ? new Outcome.Rejected(cause, detail())
                : Outcome.NotSent.refusedTogether(detail());
    }

    private Outcome read(Delivery member) {
        if (document.saysNothing()) {
            return garbage();
        }
        if (document.pending()) {
            return document.receipt() == null ? garbage() : handedOver();
        }
        Item item = itemOf(member);
        return item == null
                ? new Outcome.Unknown("NO_ANSWER", "The answer does not name it", document.receipt())
                : verdict(item);
    }

    private Outcome handedOver() {
        return new Outcome.Unknown("HANDED_OVER", "Taken for processing", document.receipt());
    }

    private Outcome garbage() {
        return new Outcome.Unknown("GARBAGE", "HTTP " + answer.status() + " with an unreadable body");
    }
}
