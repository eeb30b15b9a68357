package no.kravbro.bench;

import static no.kravbro.bench.Batches.row;
import static no.kravbro.bench.InvoiceDocument.FIRST_DAY;
import static no.kravbro.bench.InvoiceDocument.TODAY;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kravbro.tripletex.DayWindow;
import no.kravbro.tripletex.TripletexRequests;

/** Reads pages, decides, hands over in batches, asks what became of them, and records it all. */
final class HandWrittenClaims {

    private static final JsonFactory JSON = new JsonFactory();
    private static final DayWindow WINDOW = DayWindow.through(FIRST_DAY, TODAY);
    private static final String AGENCY = "/collection/v1/orgs/" + Side.AGENCY_REFERENCE;

    private final Api api;
    private final Batches database;
    private final Crew crew;
    private final AtomicLong ids;
    private final ConcurrentLinkedQueue<Batch> handedOver = new ConcurrentLinkedQueue<>();

    HandWrittenClaims(Api api, Batches database, Crew crew, AtomicLong ids) {
        this.api = api;
        this.database = database;
        this.crew = crew;
        this.ids = ids;
    }

    private record Claim(long id, String key, HandWrittenInvoice invoice) {}

    private record Batch(String transmission, List<Claim> claims) {}

    /** What the agency says about a claim. */
    private record Verdict(String caseNumber, String invoice) {}

    void run() {
        int read = Side.PAGE;
        for (int from = 0; read == Side.PAGE; from += Side.PAGE) {
            String call = TripletexRequests.invoices(WINDOW, from, Side.PAGE).pathAndQuery();
            List<HandWrittenInvoice> page = api.get("/v2" + call, HandWrittenClaims::invoices);
            List<Claim> claims = save(page);
            for (int first = 0; first < claims.size(); first += Side.BATCH) {
                List<Claim> batch = claims.subList(first, Math.min(first + Side.BATCH, claims.size()));
                crew.add(() -> handOver(batch));
            }
            read = page.size();
        }
        crew.finish();
        handedOver.forEach(batch -> crew.add(() -> ask(batch)));
        crew.finish();
    }

    private static List<HandWrittenInvoice> invoices(InputStream answer) throws IOException {
        return list(answer, "values", HandWrittenInvoice::read);
    }

    /** Reads an object off the stream. */
    interface ObjectReader<T> {
        T read(JsonParser parser) throws IOException;
    }

    static <T> List<T> list(InputStream answer, String field, ObjectReader<T> reader) throws IOException {
        List<T> page = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(answer)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_ARRAY && field.equals(parser.currentName())) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        page.add(reader.read(parser));
                    }
                }
            }
        }
        return page;
    }

    private List<Claim> save(List<HandWrittenInvoice> page) {
        List<Claim> claims = new ArrayList<>();
        database.commit(connection -> {
            List<Long> read = page.stream().map(invoice -> invoice.id).toList();
            Set<Long> known = new HashSet<>(
                    read.isEmpty()
                            ? List.of()
                            : Batches.read(
                                    connection,
                                    "select invoice_id from invoice where creditor_id = ? and invoice_id in "
                                            + Batches.marks(read),
                                    row -> row.getLong(1),
                                    row(read, Side.CREDITOR)));
            List<Object[]> invoices = new ArrayList<>();
            OffsetDateTime now = now();
            for (HandWrittenInvoice invoice : page) {
                HandWrittenRules decided = HandWrittenRules.decide(invoice);
                if (!known.contains(invoice.id)) {
                    invoices.add(HandWrittenRows.invoice(invoice, decided, now));
                    if (decided.decision().equals("TRANSFER")) {
                        String key = Side.ORGANIZATION + "-" + invoice.id;
                        claims.add(new Claim(ids.incrementAndGet(), key, invoice));
                    }
                }
            }
            Batches.write(connection, HandWrittenRows.INVOICE, invoices);
            Batches.write(
                    connection,
                    HandWrittenRows.CLAIM,
                    rows(claims, claim -> HandWrittenRows.claim(claim.key, claim.invoice, now)));
            Batches.write(
                    connection,
                    HandWrittenRows.DELIVERY,
                    rows(claims, claim -> HandWrittenRows.submission(claim.id, claim.key, claim.invoice, now)));
        });
        return claims;
    }

    private static List<Object[]> rows(List<Claim> claims, Function<Claim, Object[]> row) {
        return claims.stream().map(row).toList();
    }

    private void handOver(List<Claim> claims) {
        List<Long> invoiceIds = claims.stream().map(claim -> claim.invoice.id).toList();
        String look = TripletexRequests.invoicesById(invoiceIds, WINDOW).pathAndQuery();
        Map<Long, HandWrittenInvoice> now = api.get("/v2" + look, HandWrittenClaims::invoices).stream()
                .collect(Collectors.toMap(invoice -> invoice.id, Function.identity()));
        List<Claim> right = claims.stream()
                .filter(claim -> now.get(claim.invoice.id).outstandingOre == claim.invoice.outstandingOre)
                .toList();
        Batch batch = new Batch(UUID.randomUUID().toString(), right);
        String body = HandWrittenBodies.claims(right.stream()
                .map(claim -> Map.entry(claim.key, now.get(claim.invoice.id)))
                .toList());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        database.commit(connection -> {
            Batches.write(
                    connection,
                    HandWrittenRows.TRANSMISSION,
                    HandWrittenRows.transmission(
                            batch.transmission, "SUBMIT_CLAIM", "autocollect", bytes, right.size(), now()));
            List<Long> members = right.stream().map(Claim::id).toList();
            Batches.write(
                    connection,
                    "update delivery set state = 'IN_FLIGHT', transmission_id = ? where id in "
                            + Batches.marks(members),
                    row(members, batch.transmission));
        });
        String receipt = api.call("POST", AGENCY + "/invoices", body, batch.transmission, HandWrittenClaims::receipt);
        record(batch, receipt);
        handedOver.add(batch);
    }

    private void record(Batch batch, String receipt) {
        database.commit(connection -> {
            List<Long> members = batch.claims.stream().map(Claim::id).toList();
            Batches.write(
                    connection,
                    "update delivery set state = 'HANDED_OVER', purpose = 'INQUIRE', attempts = 1, cause = 'HANDED_OVER',"
                            + " route_id = 'claim.submit' where id in " + Batches.marks(members),
                    row(members));
            Batches.write(connection, "update transmission set receipt = ? where id = ?", receipt, batch.transmission);
            Batches.write(
                    connection,
                    HandWrittenRows.ATTEMPT,
                    rows(
                            batch.claims,
                            claim -> HandWrittenRows.attempt(
                                    claim.id, "SEND", "HANDED_OVER", batch.transmission, now())));
        });
    }

    private void ask(Batch batch) {
        Map<String, Verdict> verdicts =
                api.get(AGENCY + "/batches?IdempotencyKey=" + batch.transmission, HandWrittenClaims::verdicts);
        database.commit(connection -> {
            OffsetDateTime now = now();
            Batches.write(
                    connection,
                    HandWrittenRows.ACCEPTED,
                    rows(
                            batch.claims,
                            claim -> row(
                                    "{\"case\":\"" + verdicts.get(claim.key).caseNumber + "\",\"invoice\":\""
                                            + verdicts.get(claim.key).invoice + "\"}",
                                    now,
                                    claim.id)));
            Batches.write(
                    connection,
                    HandWrittenRows.ATTEMPT,
                    rows(
                            batch.claims,
                            claim ->
                                    HandWrittenRows.attempt(claim.id, "INQUIRE", "ACCEPTED", batch.transmission, now)));
            Batches.write(
                    connection,
                    HandWrittenRows.CASE,
                    rows(
                            batch.claims,
                            claim -> row(
                                    verdicts.get(claim.key).caseNumber,
                                    verdicts.get(claim.key).invoice,
                                    now,
                                    claim.key)));
        });
    }

    private static String receipt(InputStream answer) throws IOException {
        try (JsonParser parser = JSON.createParser(answer)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING && "batchId".equals(parser.currentName())) {
                    return parser.getText();
                }
            }
        }
        throw new IOException("No receipt");
    }

    private static Map<String, Verdict> verdicts(InputStream answer) throws IOException {
        return list(answer, "succeeded", parser -> {
                    String[] found = new String[3];
                    while (parser.nextToken() != JsonToken.END_OBJECT) {
                        String field = parser.currentName();
                        parser.nextToken();
                        switch (field) {
                            case "uniqueSourceInvoiceId" -> found[0] = parser.getText();
                            case "caseNumber" -> found[1] = parser.getText();
                            case "invoiceId" -> found[2] = parser.getText();
                            default -> parser.skipChildren();
                        }
                    }
                    return found;
                })
                .stream()
                .collect(Collectors.toMap(found -> found[0], found -> new Verdict(found[1], found[2])));
    }

    static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
