package no.kravbro.agency;

import java.nio.file.Path;
import java.util.Map;
import no.kravbro.bundle.Mappings;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Work;

/** AutoCollect's answers through the real profile and the real mappings. */
abstract class AutoCollectAnswers {

    private static final Path ROUTES = Path.of("routes");
    static final String BATCH = "b7a1c0de-0000-4000-8000-000000000042";
    static final Delivery FIRST = Works.claim(1, "310245674-2147524999", "10057");
    static final Delivery SECOND = Works.claim(2, "310245674-2147525003", "10061");

    private final Mappings mappings = new Mappings(ROUTES);
    private final AgencyProfile profile = new AgencyProfiles(ROUTES).of("autocollect");

    final Outcome submit(WireAnswer answer) {
        return submit(answer, Works.send(FIRST)).get(1L);
    }

    final Map<Long, Outcome> submit(WireAnswer answer, Work work) {
        return read("submit-claim", answer, work);
    }

    final Map<Long, Outcome> inquire(WireAnswer answer, Work work) {
        return read("inquire-claim", answer, work);
    }

    private Map<Long, Outcome> read(String call, WireAnswer answer, Work work) {
        AnswerTable table = profile.answers().get(call);
        return Answers.read(table, body -> mappings.applyTo(table.map(), body), answer, work);
    }

    static WireAnswer answer(int status, String body) {
        return new WireAnswer(status, body, Map.of(), null, null);
    }

    static String error(String code) {
        return "{\"summary\":{\"status\":\"FAILED\"},\"errors\":[{\"code\":\"" + code + "\",\"message\":\"No\"}]}";
    }

    static String nothing() {
        return "{\"summary\":{\"status\":\"SUCCESS\",\"nextPageToken\":null},\"data\":[]}";
    }

    static String batch(String status) {
        return "{\"summary\":{\"status\":\"SUCCESS\"},\"data\":" + data(status) + "}";
    }

    static String data(String status) {
        return "{\"batchId\":\"" + BATCH + "\",\"type\":\"INVOICE\",\"status\":\"" + status + "\",\"succeeded\":"
                + "[{\"invoiceId\":\"11111111-0000-4000-8000-000000010057\",\"invoiceNumber\":\"10057\","
                + "\"caseNumber\":\"5000014\",\"uniqueSourceInvoiceId\":\"310245674-2147524999\"}],\"failed\":"
                + "[{\"invoiceId\":null,\"invoiceNumber\":\"10061\",\"reason\":\"No such one\","
                + "\"code\":\"DEBTOR_MISMATCH\",\"uniqueSourceInvoiceId\":\"310245674-2147525003\"}]}";
    }
}
