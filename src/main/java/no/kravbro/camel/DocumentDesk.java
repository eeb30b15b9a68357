package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import no.kravbro.bundle.ExactJson;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Transmissions;
import no.kravbro.delivery.Work;
import no.kravbro.reconcile.RemittanceDocuments;
import no.kravbro.tripletex.TripletexAnswers;
import no.kravbro.tripletex.TripletexRequests;
import no.kravbro.tripletex.Upload;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Attaches remittance documents to vouchers. Every work has one member. */
@Component("documentDesk")
public class DocumentDesk {

    /** Bytes that go out instead of a request's text. */
    static final String BYTES = "bytes";

    private final RemittanceDocuments documents;
    private final Transmissions transmissions;
    private final TripletexAnswers answers;

    public DocumentDesk(RemittanceDocuments documents, Transmissions transmissions, TripletexAnswers answers) {
        this.documents = documents;
        this.transmissions = transmissions;
        this.answers = answers;
    }

    /** Makes the document and keeps it; one that was kept before goes out as it was. */
    public void make(Exchange exchange) {
        Work work = Notebook.work(exchange);
        Delivery member = BookingDesk.member(exchange);
        byte[] made = Upload.pdf(fileName(member), documents.pdf(Notebook.creditor(exchange), member.key()));
        exchange.setVariable(BYTES, transmissions.store(work, made, Upload.CONTENT_TYPE));
        exchange.setVariable(TransmissionDesk.STORED, true);
        exchange.setVariable(Notebook.WIRE_HEADER + "Content-Type", Upload.CONTENT_TYPE);
        exchange.setVariable(Notebook.REQUEST, TripletexRequests.attach(voucher(member)));
    }

    public Map<Long, Outcome> attached(Exchange exchange) {
        return answers.documentAttached(
                BookingDesk.answer(exchange), Notebook.work(exchange), fileName(BookingDesk.member(exchange)));
    }

    public void find(Exchange exchange) {
        exchange.setVariable(Notebook.REQUEST, TripletexRequests.attachment(voucher(BookingDesk.member(exchange))));
    }

    public Map<Long, Outcome> found(Exchange exchange) {
        return answers.documentFound(
                BookingDesk.answer(exchange), Notebook.work(exchange), fileName(BookingDesk.member(exchange)));
    }

    private static String fileName(Delivery member) {
        return member.key().replaceAll("[^A-Za-z0-9.~_-]", "_") + ".pdf";
    }

    private static long voucher(Delivery member) {
        try {
            return ExactJson.read(member.payload()).required("voucherId").asLong();
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("The payload of a document names no voucher", notOurs);
        }
    }
}
