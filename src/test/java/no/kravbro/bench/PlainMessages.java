package no.kravbro.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Date;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.http.HttpMethods;

/** The processors of the plain routes: maps in, maps out. */
final class PlainMessages {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PlainMessages() {}

    @SuppressWarnings("unchecked")
    private static Map<String, Object> body(Exchange exchange) {
        return exchange.getMessage().getBody(Map.class);
    }

    static void invoice(Exchange exchange) throws JsonProcessingException {
        Map<String, Object> invoice = body(exchange);
        Message message = exchange.getMessage();
        message.setHeader("invoice", invoice.get("id"));
        message.setHeader("number", String.valueOf(invoice.get("invoiceNumber")));
        message.setHeader("due", Date.valueOf(LocalDate.parse((String) invoice.get("invoiceDueDate"))));
        message.setHeader("ore", Math.round(((Number) invoice.get("amountOutstanding")).doubleValue() * 100));
        message.setHeader("text", JSON.writeValueAsString(invoice));
        message.setHeader("key", Side.ORGANIZATION + "-" + invoice.get("id"));
        exchange.setVariable("invoice", invoice);
    }

    @SuppressWarnings("unchecked")
    static void submit(Exchange exchange, String path) throws JsonProcessingException {
        Map<String, Object> invoice = exchange.getVariable("invoice", Map.class);
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("type", "COLLECTION_NOTICE");
        claim.put("invoiceNumber", invoice.get("invoiceNumber"));
        claim.put("originalInvoiceAmount", invoice.get("amount"));
        claim.put("remainingInvoiceAmount", invoice.get("amountOutstanding"));
        claim.put("invoiceDate", invoice.get("invoiceDate"));
        claim.put("dueDate", invoice.get("invoiceDueDate"));
        claim.put("uniqueSourceInvoiceId", exchange.getMessage().getHeader("key"));
        claim.put("debtors", List.of(invoice.get("customer")));
        exchange.getMessage().setHeader("IdempotencyKey", UUID.randomUUID().toString());
        call(exchange, HttpMethods.POST, path, null, JSON.writeValueAsString(Map.of("invoices", List.of(claim))));
    }

    static void ask(Exchange exchange, String path) {
        String query = "IdempotencyKey=" + exchange.getMessage().getHeader("IdempotencyKey");
        call(exchange, HttpMethods.GET, path, query, null);
    }

    static void settlement(Exchange exchange) throws JsonProcessingException {
        Map<String, Object> settlement = body(exchange);
        Message message = exchange.getMessage();
        message.setHeader("id", settlement.get("settlementId"));
        message.setHeader("text", JSON.writeValueAsString(settlement));
        String key = (String) settlement.get("uniqueSourceInvoiceId");
        message.setHeader("invoice", key.substring(key.indexOf('-') + 1));
        exchange.setVariable("settlement", settlement);
    }

    @SuppressWarnings("unchecked")
    static void post(Exchange exchange) throws JsonProcessingException {
        Map<String, Object> settlement = exchange.getVariable("settlement", Map.class);
        Map<String, Object> voucher = new LinkedHashMap<>();
        voucher.put("date", settlement.get("settlementDate"));
        voucher.put("externalVoucherNumber", settlement.get("settlementId"));
        voucher.put(
                "postings",
                List.of(
                        line(1, 1960, settlement.get("netToCreditor")),
                        line(2, 1500, settlement.get("gross")),
                        line(3, 8050, settlement.get("agencyTotal"))));
        call(exchange, HttpMethods.POST, "/v2/ledger/voucher", "sendToLedger=true", JSON.writeValueAsString(voucher));
    }

    private static Map<String, Object> line(int row, int account, Object amount) {
        return Map.of("row", row, "account", Map.of("id", InvoiceDocument.ACCOUNTS + account), "amountGross", amount);
    }

    static void match(Exchange exchange) throws JsonProcessingException {
        List<Long> postings = new java.util.ArrayList<>();
        JSON.readTree(exchange.getMessage().getBody(String.class))
                .at("/value/postings")
                .forEach(posting -> postings.add(posting.path("id").asLong()));
        call(
                exchange,
                HttpMethods.PUT,
                "/v2/ledger/posting/:closePostings",
                null,
                JSON.writeValueAsString(List.of(1L, postings.get(1))));
    }

    static void readBack(Exchange exchange) {
        String invoice = exchange.getMessage().getHeader("invoice", String.class);
        call(exchange, HttpMethods.GET, "/v2/invoice/" + invoice, "fields=id,amountOutstanding", null);
    }

    private static void call(Exchange exchange, HttpMethods method, String path, String query, String body) {
        Message message = exchange.getMessage();
        message.setHeader(Exchange.HTTP_METHOD, method);
        message.setHeader(Exchange.HTTP_PATH, path);
        message.removeHeader(Exchange.HTTP_QUERY);
        if (query != null) {
            message.setHeader(Exchange.HTTP_QUERY, query);
        }
        message.setBody(body);
    }
}
