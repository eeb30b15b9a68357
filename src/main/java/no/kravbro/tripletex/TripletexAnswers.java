package no.kravbro.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.kravbro.agency.AnswerTables;
import no.kravbro.agency.Answers;
import no.kravbro.agency.WireAnswer;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Work;
import org.springframework.stereotype.Component;

/**
 * What became of a write to Tripletex: statuses, codes and fields by the tables of {@code routes/tripletex/answers.yaml},
 * the documents of successful answers by the readers of this room. Each work has one member.
 */
@Component
public class TripletexAnswers {

    /** Name of this far side as a delivery's target and as a folder below the routes directory. */
    public static final String TARGET = "tripletex";

    private final AnswerTables tables;

    public TripletexAnswers(AnswerTables tables) {
        this.tables = tables;
    }

    /**
     * The answer to {@link TripletexRequests#createVoucher}. Accepted references: {@code voucher} (id), {@code number}
     * (number-year, not for a proposal), {@code postings} ({@link PostedLine}).
     *
     * @param sent the posted body
     */
    public Map<Long, Outcome> voucherCreated(WireAnswer answer, Work work, JsonNode sent) {
        return read("book-voucher", new VoucherReading(sent)::created, answer, work);
    }

    /** The answer to {@link TripletexRequests#findVoucher}, same references. @param sent the body posted before */
    public Map<Long, Outcome> voucherFound(WireAnswer answer, Work work, JsonNode sent) {
        return read("find-voucher", new VoucherReading(sent)::found, answer, work);
    }

    /** The answer to {@link PaymentIntent#request}. References: {@code invoice}, and {@code postings} where told. */
    public Map<Long, Outcome> paymentMade(WireAnswer answer, Work work, PaymentIntent intent) {
        return read("book-payment", new PaymentProof(intent)::paid, answer, work);
    }

    /** The answer to {@link TripletexRequests#invoiceReadBack} after an unknown payment. */
    public Map<Long, Outcome> paymentFound(WireAnswer answer, Work work, PaymentIntent intent) {
        return read("read-invoice", new PaymentProof(intent)::reread, answer, work);
    }

    /** The answer to {@link TripletexRequests#closePostings}. */
    public Map<Long, Outcome> postingsClosed(WireAnswer answer, Work work, List<Long> postingIds) {
        return read("close-postings", new Matching(postingIds)::closed, answer, work);
    }

    /** The answer to {@link TripletexRequests#invoiceReadBack} after an unknown matching. */
    public Map<Long, Outcome> matchingFound(WireAnswer answer, Work work, List<Long> postingIds) {
        return read("read-invoice", new Matching(postingIds)::reread, answer, work);
    }

    /** The answer to {@link TripletexRequests#attach}. @param name our file's */
    public Map<Long, Outcome> documentAttached(WireAnswer answer, Work work, String name) {
        return read("attach-document", new Attachment(name)::uploaded, answer, work);
    }

    /** The answer to {@link TripletexRequests#attachment} after an unknown outcome. */
    public Map<Long, Outcome> documentFound(WireAnswer answer, Work work, String name) {
        return read("find-document", new Attachment(name)::reread, answer, work);
    }

    /** The answer to {@link TripletexRequests#postStatus} or {@link TripletexRequests#postMessage}. */
    public Map<Long, Outcome> statusPosted(WireAnswer answer, Work work) {
        return read("post-status", StatusLine::added, answer, work);
    }

    /** The answer to {@link TripletexRequests#statuses} or {@link TripletexRequests#messages}. @param sent the body posted before */
    public Map<Long, Outcome> statusFound(WireAnswer answer, Work work, JsonNode sent) {
        return read("find-status", body -> StatusLine.reread(body, sent), answer, work);
    }

    private Map<Long, Outcome> read(String call, Function<String, JsonNode> reader, WireAnswer answer, Work work) {
        Function<String, JsonNode> mapper =
                answer.successful() ? reader : body -> TripletexError.of(body).canonical();
        return Answers.read(tables.of(TARGET, call), mapper, answer, work);
    }
}
