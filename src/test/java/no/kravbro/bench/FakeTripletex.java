package no.kravbro.bench;

import io.undertow.server.HttpServerExchange;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.kravbro.bench.FarSide.Answer;

/** The accounting system: invoices by page and by id, accounts, vouchers, matching. It keeps nothing. */
final class FakeTripletex {

    private static final String INVOICES = "/v2/invoice";
    private static final String ROW = "\"row\":";

    private final AtomicLong ids = new AtomicLong(20_000_000_000L);
    volatile int units;

    Answer answer(HttpServerExchange exchange, String body) {
        String path = exchange.getRequestPath();
        if (path.equals(INVOICES)) {
            return Answer.of(invoices(exchange));
        }
        if (path.startsWith(INVOICES + "/")) {
            return Answer.of(invoice(path.substring(INVOICES.length() + 1)));
        }
        return switch (path) {
            case "/v2/token/session/:create" -> new Answer(201, "{\"value\":{\"token\":\"bench\"}}", null);
            case "/v2/ledger/voucher" -> new Answer(201, voucher(body), null);
            case "/v2/ledger/posting/:closePostings" -> Answer.of("{\"values\":[]}");
            case "/v2/ledger/account" -> Answer.of(accounts(parameter(exchange, "number")));
            case "/v2/ledger/accountingPeriod" ->
                Answer.of(
                        "{\"values\":[{\"id\":1,\"start\":\"2026-01-01\",\"end\":\"2026-03-01\",\"isClosed\":false}]}");
            default -> new Answer(404, "{}", null);
        };
    }

    private String invoices(HttpServerExchange exchange) {
        String asked = parameter(exchange, "id");
        IntStream numbers;
        if (asked == null) {
            int from = Integer.parseInt(parameter(exchange, "from"));
            numbers = IntStream.range(from, Math.min(units, from + Integer.parseInt(parameter(exchange, "count"))));
        } else {
            numbers = Stream.of(asked.split(",")).mapToInt(id -> InvoiceDocument.number(Long.parseLong(id)));
        }
        return "{\"fullResultSize\":0,\"values\":["
                + numbers.mapToObj(InvoiceDocument::of).collect(Collectors.joining(",")) + "]}";
    }

    /** As it stands when it has been paid and matched. */
    private static String invoice(String id) {
        long number = InvoiceDocument.number(Long.parseLong(id));
        return "{\"value\":{\"id\":" + id
                + ",\"amountOutstanding\":0,\"amountCurrencyOutstanding\":0,\"isCredited\":false,"
                + "\"currency\":{\"code\":\"NOK\"},\"postings\":[{\"id\":" + (InvoiceDocument.FIRST_POSTING + number)
                + ",\"date\":\"2026-01-01\",\"amount\":" + InvoiceDocument.kroner(InvoiceDocument.amountOre(number))
                + ",\"account\":{\"id\":" + (InvoiceDocument.ACCOUNTS + 1500) + "},\"closeGroup\":{\"id\":" + number
                + "}}]}}";
    }

    private String voucher(String body) {
        long id = ids.addAndGet(10);
        StringBuilder postings = new StringBuilder();
        int rows = 0;
        for (int at = body.indexOf(ROW); at >= 0; at = body.indexOf(ROW, at + 1)) {
            rows++;
            postings.append(rows == 1 ? "" : ",")
                    .append("{\"id\":")
                    .append(id + rows)
                    .append('}');
        }
        return "{\"value\":{\"id\":" + id + ",\"number\":" + id / 10 % 1_000_000 + ",\"year\":2026,\"postings\":["
                + postings + "]}}";
    }

    private static String accounts(String numbers) {
        return "{\"values\":["
                + Stream.of(numbers.split(","))
                        .map(number -> "{\"id\":" + (InvoiceDocument.ACCOUNTS + Integer.parseInt(number))
                                + ",\"number\":" + number
                                + ",\"ledgerType\":\"GENERAL\",\"vatLocked\":false,\"isInactive\":false}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    static String parameter(HttpServerExchange exchange, String name) {
        var values = exchange.getQueryParameters().get(name);
        return values == null ? null : values.getFirst();
    }
}
