package no.kravbro.sandbox.tripletex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HashMap;
import java.util.Map;
import no.kravbro.sandbox.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every endpoint once: what the sandbox answers is what Tripletex' document says. */
class DocumentTest {

    private static DocumentCheck document;

    private final TripletexCaller caller = new TripletexCaller();

    @BeforeEach
    void load() {
        assumeTrue(
                DocumentCheck.present(),
                "Skipped: Tripletex' OpenAPI document is not at " + DocumentCheck.FILE
                        + "; set -Dtest.shared to the directory that holds tripletex/openapi.json");
        if (document == null) {
            document = new DocumentCheck();
        }
    }

    @Test
    void sessions() {
        String tokens = TripletexCaller.tokens(TripletexStory.NORDLYS_TOKEN, TripletexCaller.TODAY.plusDays(2));
        Reply created = caller.raw("POST", "/token/session/:create", tokens, Map.of());
        valid("POST", "/token/session/:create", created, 201);
        String token = TripletexCaller.json(created).at("/value/token").textValue();
        String query = "?consumerToken=%s&employeeToken=%s&expirationDate=2026-02-01"
                .formatted(TripletexStory.CONSUMER_TOKEN, TripletexStory.NORDLYS_TOKEN);
        valid("PUT", "/token/session/:create", caller.raw("PUT", "/token/session/:create" + query, "", Map.of()), 200);
        valid("DELETE", "/token/session/1", caller.raw("DELETE", "/token/session/" + token, "", Map.of()), 204);
        valid("GET", "/customer", caller.raw("GET", "/customer", "", Map.of()), 401);
        get("/token/session/>whoAmI", "*,company(*),employee(*)");
        get("/company/>withLoginAccess", "*");
        get("/company/" + TripletexStory.NORDLYS, "*,address(*,country(*)),currency(*)");
    }

    @Test
    void invoices() {
        String years = "?invoiceDateFrom=2023-01-01&invoiceDateTo=2027-01-01";
        String deep =
                "*,changes,customer(*,postalAddress(*)),postings(*,account(*),voucher(*)),reminders(*),voucher(*)";
        valid("GET", "/invoice", caller.get("/invoice" + years), 200);
        valid("GET", "/invoice", caller.get("/invoice" + years + "&fields=" + deep), 200);
        valid("GET", "/invoice", caller.get("/invoice"), 422);
        get("/invoice/2147524143", deep);
        valid("GET", "/invoice/2147524143/pdf", caller.get("/invoice/2147524143/pdf"), 200);
        valid("GET", "/invoice/1", caller.get("/invoice/1"), 404);
        get("/invoice/paymentType", "*,debitAccount(*)");
        long type = caller.paymentType("Betalt til bank");
        get("/invoice/paymentType/" + type, "*");
        String base = "/invoice/2147524143/";
        put(base + ":payment", "?paymentDate=2026-01-05&paidAmount=100&paymentTypeId=" + type);
        put(base + ":createReminder", "?type=NOTICE_OF_DEBT_COLLECTION&date=2026-01-05&includeCharge=true");
        put(base + ":createCreditNote", "?date=2026-01-05");
        get("/reminder", "*", "dateFrom=2025-01-01&dateTo=2027-01-01");
        long reminder = TripletexCaller.json(caller.get("/reminder?dateFrom=2025-01-01&dateTo=2027-01-01"))
                .at("/values/0/id")
                .longValue();
        get("/reminder/" + reminder, "*");
    }

    @Test
    void vouchers() {
        String body = new Vouchers()
                .key("INK-1")
                .line(caller.account(1960), "100")
                .line(caller.account(7309), "-100", ",\"vatType\":{\"id\":1}")
                .json();
        Reply booked = caller.send("POST", "/ledger/voucher", body);
        valid("POST", "/ledger/voucher", booked, 201);
        long id = TripletexCaller.json(booked).at("/value/id").longValue();
        long waiting = TripletexCaller.json(caller.send("POST", "/ledger/voucher?sendToLedger=false", body))
                .at("/value/id")
                .longValue();
        get("/ledger/voucher", "*", "dateFrom=2026-01-01&dateTo=2026-02-01");
        get("/ledger/voucher/" + id, "*,changes,postings(*),voucherType(*)");
        get("/ledger/voucher/>externalVoucherNumber", "*,postings(*)", "externalVoucherNumber=INK-1");
        get("/ledger/voucher/>nonPosted", "*", "includeNonApproved=false");
        get("/ledger/voucher/" + id + "/options", "*");
        valid(
                "POST",
                "/ledger/voucher/" + id + "/attachment",
                caller.raw("POST", "/ledger/voucher/" + id + "/attachment", "name=\"file\"", multipart()),
                201);
        put("/ledger/voucher/" + id + "/:reverse", "?date=2026-01-05");
        put("/ledger/voucher/" + waiting + "/:sendToLedger", "?version=0&number=0");
        valid("DELETE", "/ledger/voucher/" + waiting, caller.send("DELETE", "/ledger/voucher/" + waiting, ""), 204);
        valid("POST", "/ledger/voucher", caller.send("POST", "/ledger/voucher", "{}"), 422);
    }

    @Test
    void postings() {
        long posting = caller.invoice(2147524143L).at("/postings/0/id").longValue();
        get("/ledger/posting", "*,closeGroup(*),account(*)", "dateFrom=2023-01-01&dateTo=2027-01-01");
        get("/ledger/posting/openPost", "*", "date=2026-01-06");
        get("/ledger/posting/" + posting, "*,changes,voucher(*),customer(*)");
        Reply refused = caller.send("PUT", "/ledger/posting/:closePostings", "[" + posting + "]");
        valid("PUT", "/ledger/posting/:closePostings", refused, 200);
        get("/ledger/closeGroup", "*,postings(*)", "dateFrom=2023-01-01&dateTo=2027-01-01");
        long group = TripletexCaller.json(caller.get("/ledger/closeGroup?dateFrom=2023-01-01&dateTo=2027-01-01"))
                .at("/values/0/id")
                .longValue();
        get("/ledger/closeGroup/" + group, "*,postings(*)");
    }

    @Test
    void ledger() {
        get("/ledger/account", "*,vatType(*),legalVatTypes(*)");
        get("/ledger/account/" + caller.account(1920), "*,currency(*)");
        get("/ledger/accountingPeriod", "*");
        get("/ledger/vatType", "*");
        get("/ledger/vatType/3", "*");
        get("/ledger/voucherType", "*");
        get("/ledger/postingRules", "*,accountReceivableCustomersId(*)");
        get("/currency", "*");
        get("/currency/1", "*");
        long period = first("/ledger/accountingPeriod");
        get("/ledger/accountingPeriod/" + period, "*");
        get("/ledger/voucherType/" + first("/ledger/voucherType"), "*");
    }

    @Test
    void customers() {
        get("/customer", "*,postalAddress(*,country(*)),currency(*)");
        String path = "/customer/" + NewCustomer.id(20011);
        get(path, "*,changes");
        valid("PUT", path, caller.send("PUT", path, "{\"isFactoring\":true,\"version\":0}"), 200);
        valid("PUT", path, caller.send("PUT", path, "{\"isFactoring\":true,\"version\":0}"), 409);
    }

    @Test
    void statusesAndMessages() {
        long voucher = caller.invoice(2147524143L).at("/voucher/id").longValue();
        String status =
                "{\"voucher\":{\"id\":%d},\"type\":\"DEBT_COLLECTION\",\"status\":\"PROCESSING\",\"message\":\"ONGOING\"}"
                        .formatted(voucher);
        valid("POST", "/voucherStatus", caller.send("POST", "/voucherStatus", status), 201);
        get("/voucherStatus", "*", "voucherIds=" + voucher);
        get("/voucherStatus/" + first("/voucherStatus"), "*,voucher(*)");
        String message = "{\"voucherId\":%d,\"content\":\"Saken er oppgjort\"}".formatted(voucher);
        valid("POST", "/voucherMessage", caller.send("POST", "/voucherMessage", message), 201);
        get("/voucherMessage", "*,sender(*)");
    }

    @Test
    void events() {
        get("/event", "*");
        get("/event/invoice.charged", "*");
        String body = "{\"event\":\"invoice.charged\",\"targetUrl\":\"https://kravbro.invalid/hook\"}";
        Reply made = caller.send("POST", "/event/subscription", body);
        valid("POST", "/event/subscription", made, 201);
        long id = TripletexCaller.json(made).at("/value/id").longValue();
        get("/event/subscription", "*");
        String path = "/event/subscription/" + id;
        get(path, "*");
        valid("PUT", path, caller.send("PUT", path, "{\"fields\":\"id\"}"), 200);
        valid("DELETE", path, caller.send("DELETE", path, ""), 204);
    }

    /** Twin: the check does find what is wrong. */
    @Test
    void aWrongAnswerIsFound() {
        String wrong = "{\"value\":{\"id\":\"one\"}}";
        assertThat(document.problems("GET", "/invoice/1", Reply.json(200, wrong)))
                .isNotEmpty();
        String unknown = "{\"value\":{\"id\":1,\"isOverdue\":true}}";
        assertThat(document.problems("GET", "/invoice/1", Reply.json(200, unknown)))
                .isNotEmpty();
        assertThat(document.problems("GET", "/invoice/1", Reply.json(422, "{\"error\":\"no\"}")))
                .isNotEmpty();
    }

    private long first(String path) {
        return TripletexCaller.json(caller.get(path)).at("/values/0/id").longValue();
    }

    private void get(String path, String fields) {
        get(path, fields, "x=1");
    }

    private void get(String path, String fields, String query) {
        valid("GET", path, caller.get(path + "?" + query), 200);
        valid("GET", path, caller.get(path + "?" + query + "&fields=" + fields), 200);
    }

    private void put(String path, String query) {
        valid("PUT", path, caller.put(path + query), 200);
    }

    private Map<String, String> multipart() {
        Map<String, String> headers = new HashMap<>(caller.authorization());
        headers.put("Content-Type", "multipart/form-data; boundary=b");
        return headers;
    }

    private void valid(String method, String path, Reply reply, int status) {
        assertThat(reply.status()).as(method + " " + path + " " + reply.text()).isEqualTo(status);
        assertThat(document.problems(method, path, reply))
                .as(method + " " + path)
                .isEmpty();
    }
}
