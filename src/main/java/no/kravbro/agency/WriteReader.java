package no.kravbro.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import no.kravbro.agency.AnswerDocument.Item;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Work;

/** Reads the answer to a write: only a proven absence or a clear word is not Unknown. */
final class WriteReader extends AnswerReader {

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
            case REJECTED -> new Outcome.Rejected(rowCause("INVALID_DATA"), detail());
            case NOT_SENT -> new Outcome.NotSent(rowCause("SERVER_ERROR"), detail(), answer.retryAfter(), false);
            case NOT_SENT_PERSON -> new Outcome.NotSent(rowCause("NO_ACCESS"), detail(), answer.retryAfter(), true);
            case UNKNOWN -> new Outcome.Unknown(rowCause("SERVER_ERROR"), detail());
        };
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
