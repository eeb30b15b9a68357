package no.kravbro.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import no.kravbro.agency.AnswerDocument.Item;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Work;

/**
 * Reads the answer to an inquiry. A question that failed proves nothing: what was unknown stays so. In the delivery
 * room's convention NotSent then speaks of the question, not of the write, except {@link Outcome.NotSent#absent()}.
 */
final class InquiryReader extends AnswerReader {

    private static final String EXISTS = "ALREADY_EXISTS";

    InquiryReader(AnswerTable table, Function<String, JsonNode> mapper, WireAnswer answer, Work work) {
        super(table, mapper, answer, work);
    }

    @Override
    Outcome outcome(Delivery member) {
        if (answer.failure() != null) {
            String what = answer.failure().getClass().getSimpleName();
            return NothingSent.certain(answer.failure())
                    ? new Outcome.NotSent(kept(member, "NO_CONNECTION"), what)
                    : still(member, "TIMEOUT", what);
        }
        return switch (row.meaning()) {
            case READ -> read(member);
            case NOT_SENT -> new Outcome.NotSent(kept(member, rowCause("SERVER_ERROR")), detail(), pause(), false);
            case NOT_SENT_PERSON -> new Outcome.NotSent(kept(member, rowCause("NO_ACCESS")), detail(), pause(), true);
            case HANDED_OVER, REJECTED, UNKNOWN -> still(member, rowCause("SERVER_ERROR"), detail());
        };
    }

    private Outcome read(Delivery member) {
        if (document.saysNothing()) {
            return still(member, "GARBAGE", "HTTP " + answer.status() + " with an unreadable body");
        }
        if (document.ambiguous()) {
            // Nobody may send again before a person has looked: for an inquiry this ends as "may have landed".
            return new Outcome.NotSent("AMBIGUOUS", "What stands under our id is not clearly ours", null, true);
        }
        return document.absent() ? absent(member) : found(member);
    }

    private Outcome found(Delivery member) {
        Item item = itemOf(member);
        if (item != null && item.transmission() != null && !item.transmission().equals(work.transmissionId())) {
            return foreign(member, item);
        }
        if (item != null) {
            return verdict(item);
        }
        return document.pending()
                ? still(member, "HANDED_OVER", "Still being processed")
                : still(member, "NO_ANSWER", "The answer does not name it");
    }

    /** What they hold came under another id: an older one of ours (this one never came), or somebody else's. */
    private Outcome foreign(Delivery member, Item item) {
        return item.submission() < member.submission()
                ? absent(member)
                : new Outcome.Rejected(EXISTS, "Registered there already, and not by this submission");
    }

    /**
     * They told us that it exists, and nothing of it is ours: someone else's, so never adopted; of several only one may be
     * meant. A receipt that they do not know any more is no proof of absence, for they once had it.
     */
    private Outcome absent(Delivery member) {
        if (EXISTS.equals(member.cause()) && work.members().size() > 1) {
            return Outcome.NotSent.refusedTogether("One of them is registered there already");
        }
        if (EXISTS.equals(member.cause())) {
            return new Outcome.Rejected(EXISTS, "Registered there already, and not by this submission");
        }
        return work.receipt() == null
                ? Outcome.NotSent.absent()
                : still(member, "NO_ANSWER", "The receipt is not known there");
    }

    private Outcome still(Delivery member, String cause, String detail) {
        String receipt = document.receipt() != null ? document.receipt() : work.receipt();
        return new Outcome.Unknown(kept(member, cause), detail, receipt);
    }

    /** An inquiry that taught us nothing keeps why we asked, so that a later absence is read in that light. */
    private static String kept(Delivery member, String cause) {
        return EXISTS.equals(member.cause()) ? EXISTS : cause;
    }
}
