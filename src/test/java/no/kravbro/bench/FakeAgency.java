package no.kravbro.bench;

import io.undertow.server.HttpServerExchange;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.kravbro.bench.FarSide.Answer;

/** The agency: takes batches, has an answer to each when asked, and pays out every claim in pages. */
final class FakeAgency {

    private static final String KEY = "\"uniqueSourceInvoiceId\":\"";

    private final Map<String, String> batches = new ConcurrentHashMap<>();
    private int units;

    synchronized void begin(int many) {
        units = many;
        batches.clear();
    }

    private synchronized int units() {
        return units;
    }

    Answer answer(HttpServerExchange exchange, String body) {
        String path = exchange.getRequestPath();
        String what = path.substring(path.lastIndexOf('/') + 1);
        return switch (what) {
            case "token" -> Answer.of("{\"access_token\":\"bench\",\"expires_in\":86400}");
            case "invoices" -> take(exchange.getRequestHeaders().getFirst("IdempotencyKey"), body);
            case "batches" -> Answer.of(batches.remove(FakeTripletex.parameter(exchange, "IdempotencyKey")));
            case "settlements" -> Answer.of(settlements(FakeTripletex.parameter(exchange, "pageToken")));
            default -> Answer.of("{\"data\":[],\"summary\":{}}");
        };
    }

    private Answer take(String batch, String body) {
        StringBuilder succeeded = new StringBuilder();
        for (int at = body.indexOf(KEY); at >= 0; at = body.indexOf(KEY, at + 1)) {
            String key = body.substring(at + KEY.length(), body.indexOf('"', at + KEY.length()));
            int number = InvoiceDocument.number(Long.parseLong(key.substring(key.indexOf('-') + 1)));
            succeeded.append(succeeded.isEmpty() ? "" : ",").append(item(key, number));
        }
        batches.put(
                batch,
                "{\"data\":[{\"batchId\":\"" + batch + "\",\"status\":\"SUCCESS\",\"succeeded\":[" + succeeded
                        + "],\"failed\":[]}],\"summary\":{\"status\":\"SUCCESS\"}}");
        return new Answer(202, "{\"data\":{\"batchId\":\"" + batch + "\"}}", null);
    }

    private static String item(String key, int number) {
        return "{\"uniqueSourceInvoiceId\":\"" + key + "\",\"invoiceNumber\":\"" + (10_000 + number)
                + "\",\"caseNumber\":" + (5_000_000 + number) + ",\"invoiceId\":\"11111111-0000-4000-8000-"
                + (100_000_000_000L + number) + "\"}";
    }

    private String settlements(String token) {
        int many = units();
        int from = token == null ? 0 : Integer.parseInt(token);
        int next = Math.min(many, from + Side.BATCH);
        String rows = IntStream.range(from, next)
                .mapToObj(number -> SettlementDocument.of(number, many))
                .collect(Collectors.joining(","));
        String more = next < many ? "\"nextPageToken\":\"" + next + "\"" : "";
        return "{\"data\":[" + rows + "],\"summary\":{" + more + "}}";
    }
}
