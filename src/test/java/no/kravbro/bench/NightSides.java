package no.kravbro.bench;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Accounting system and agency of many small creditors: each has as many invoices as the others, and the number of an invoice
 * tells whose it is. Counts calls by what they are for.
 */
final class NightSides implements AutoCloseable {

    private static final long FIRST_COMPANY = 500_000;
    private static final long FIRST_PAYMENT = 19_000_000L;
    private static final long FIRST_VOUCHER = 29_000_000L;
    private static final int PAID_ORE = 100_00;
    private static final Pattern NUMBERED = Pattern.compile("\"(uniqueSourceInvoiceId|invoiceId)\":\\s*\"([^\"]+)\"");

    private final int each;
    private final Undertow server;
    private final Map<String, Long> calls = new ConcurrentHashMap<>();
    private final Map<String, String> batches = new ConcurrentHashMap<>();
    /** Invoices on which a payment has come. */
    private final Set<Integer> paid = ConcurrentHashMap.newKeySet();

    NightSides(int each) {
        this.each = each;
        server = Undertow.builder()
                .addHttpListener(0, "localhost")
                .setIoThreads(1)
                .setHandler(
                        exchange -> exchange.getRequestReceiver().receiveFullString((with, body) -> answer(with, body)))
                .build();
        server.start();
    }

    int port() {
        return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }

    static long company(int creditor) {
        return FIRST_COMPANY + creditor;
    }

    static String reference(int creditor) {
        return "5b1f3c1e-8f0a-4c55-9a53-%012d".formatted(creditor);
    }

    /** Calls since the last time, by what they were for. */
    Map<String, Long> calls() {
        Map<String, Long> seen = new TreeMap<>(calls);
        calls.clear();
        return seen;
    }

    void pays(int invoice) {
        paid.add(invoice);
    }

    private void answer(HttpServerExchange exchange, String body) {
        String path = exchange.getRequestPath();
        FarSide.Answer answer = path.startsWith("/v2/") ? tripletex(exchange, path) : agency(exchange, path, body);
        exchange.setStatusCode(answer.status());
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(answer.body());
    }

    private FarSide.Answer counted(String what, FarSide.Answer answer) {
        calls.merge(what, 1L, Long::sum);
        return answer;
    }

    private FarSide.Answer tripletex(HttpServerExchange exchange, String path) {
        String ids = FakeTripletex.parameter(exchange, "id");
        return switch (path) {
            case "/v2/token/session/:create" ->
                counted("sessions", new FarSide.Answer(201, "{\"value\":{\"token\":\"night\"}}", null));
            case "/v2/invoice" ->
                ids == null
                        ? counted(
                                "scan", FarSide.Answer.of(values(page(exchange).mapToObj(this::invoice))))
                        : counted(
                                "changes", FarSide.Answer.of(values(numbers(ids).mapToObj(this::invoice))));
            case "/v2/ledger/voucher" ->
                counted(
                        "changes, vouchers",
                        FarSide.Answer.of(values(Stream.of(ids.split(",")).map(NightSides::voucher))));
            default -> counted(path, FarSide.Answer.of("{\"values\":[]}"));
        };
    }

    private static String values(Stream<String> rows) {
        return "{\"fullResultSize\":0,\"values\":[" + rows.collect(Collectors.joining(",")) + "]}";
    }

    private IntStream page(HttpServerExchange exchange) {
        int from = Integer.parseInt(FakeTripletex.parameter(exchange, "from"));
        String login =
                exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION).substring("Basic ".length());
        String company = new String(Base64.getDecoder().decode(login), StandardCharsets.UTF_8).split(":")[0];
        int creditor = (int) (Long.parseLong(company) - FIRST_COMPANY);
        return IntStream.range(creditor * each + Math.min(from, each), (creditor + 1) * each);
    }

    private static IntStream numbers(String ids) {
        return Stream.of(ids.split(",")).mapToInt(id -> InvoiceDocument.number(Long.parseLong(id)));
    }

    private String invoice(int number) {
        String invoice = InvoiceDocument.of(number);
        if (!paid.contains(number)) {
            return invoice;
        }
        String was = InvoiceDocument.kroner(InvoiceDocument.amountOre(number));
        String left = InvoiceDocument.kroner(InvoiceDocument.amountOre(number) - PAID_ORE);
        return invoice.replace("Outstanding\":" + was, "Outstanding\":" + left)
                .replace(
                        "\"closeGroup\":null}]}",
                        "\"closeGroup\":null},{\"id\":" + (FIRST_PAYMENT + number)
                                + ",\"date\":\"2026-02-04\",\"amount\":-" + InvoiceDocument.kroner(PAID_ORE)
                                + ",\"account\":{\"id\":" + (InvoiceDocument.ACCOUNTS + 1500) + "},\"voucher\":{\"id\":"
                                + (FIRST_VOUCHER + number) + ",\"number\":" + (1 + number)
                                + ",\"year\":2026},\"type\":\"INCOMING_PAYMENT\",\"closeGroup\":null}]}");
    }

    private static String voucher(String id) {
        return "{\"id\":" + id + ",\"date\":\"2026-02-04\",\"description\":\"Betaling\",\"externalVoucherNumber\":null,"
                + "\"reverseVoucher\":null,\"postings\":[{\"id\":1,\"amount\":100.00,\"account\":{\"number\":1920}},"
                + "{\"id\":2,\"amount\":-100.00,\"account\":{\"number\":1500}}]}";
    }

    private FarSide.Answer agency(HttpServerExchange exchange, String path, String body) {
        String[] parts = path.split("/");
        return switch (parts[parts.length - 1]) {
            case "token" -> counted("tokens", FarSide.Answer.of("{\"access_token\":\"night\",\"expires_in\":86400}"));
            case "invoices", "payments" -> {
                String batch = exchange.getRequestHeaders().getFirst("IdempotencyKey");
                batches.put(batch, succeeded(body));
                yield counted(
                        "agency, " + parts[parts.length - 1],
                        new FarSide.Answer(202, "{\"data\":{\"batchId\":\"" + batch + "\"}}", null));
            }
            case "batches" -> {
                String batch = FakeTripletex.parameter(exchange, "IdempotencyKey");
                yield counted(
                        "agency, batches",
                        FarSide.Answer.of("{\"data\":[{\"batchId\":\"" + batch
                                + "\",\"status\":\"SUCCESS\",\"succeeded\":[" + batches.get(batch)
                                + "],\"failed\":[]}],\"summary\":{\"status\":\"SUCCESS\"}}"));
            }
            case "cases" ->
                counted("cases", FarSide.Answer.of(cases((int) Long.parseLong(parts[parts.length - 2].substring(24)))));
            case "settlements" -> counted("settlements", FarSide.Answer.of("{\"data\":[],\"summary\":{}}"));
            default -> counted(path, FarSide.Answer.of("{\"data\":[],\"summary\":{}}"));
        };
    }

    private String succeeded(String body) {
        Matcher named = NUMBERED.matcher(body);
        StringBuilder items = new StringBuilder();
        while (named.find()) {
            String name = named.group(2);
            int number = named.group(1).equals("invoiceId")
                    ? (int) (Long.parseLong(name.substring(24)) - 100_000_000_000L)
                    : InvoiceDocument.number(Long.parseLong(name.substring(name.indexOf('-') + 1)));
            items.append(items.isEmpty() ? "" : ",")
                    .append("{\"uniqueSourceInvoiceId\":\"")
                    .append(key(number / each, number))
                    .append("\",\"invoiceNumber\":\"")
                    .append(10_000 + number)
                    .append("\",\"caseNumber\":")
                    .append(5_000_000 + number)
                    .append(",\"invoiceId\":\"")
                    .append(invoiceId(number))
                    .append("\"}");
        }
        return items.toString();
    }

    private static String key(int creditor, int number) {
        return NightCreditors.organization(creditor) + "-" + (InvoiceDocument.FIRST_ID + number);
    }

    private static String invoiceId(int number) {
        return "11111111-0000-4000-8000-" + (100_000_000_000L + number);
    }

    private String cases(int creditor) {
        return "{\"data\":["
                + IntStream.range(creditor * each, (creditor + 1) * each)
                        .mapToObj(number -> one(creditor, number))
                        .collect(Collectors.joining(","))
                + "],\"summary\":{}}";
    }

    private String one(int creditor, int number) {
        long ore = InvoiceDocument.amountOre(number) - (paid.contains(number) ? PAID_ORE : 0);
        String kroner = InvoiceDocument.kroner(ore);
        return "{\"caseNumber\":" + (5_000_000 + number) + ",\"caseId\":\"22222222-0000-4000-8000-"
                + (100_000_000_000L + number) + "\",\"status\":\"ACTIVE\",\"type\":\"COLLECTION_NOTICE\",\"flags\":[],"
                + "\"invoices\":[{\"uniqueSourceInvoiceId\":\""
                + key(creditor, number)
                + "\",\"invoiceId\":\"" + invoiceId(number) + "\",\"invoiceNumber\":\"" + (10_000 + number)
                + "\",\"remainingPrincipal\":" + kroner + ",\"remainingAmount\":" + kroner + ",\"paidAmount\":0.00}]}";
    }

    @Override
    public void close() {
        server.stop();
    }
}
