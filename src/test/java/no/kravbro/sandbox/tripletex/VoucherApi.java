package no.kravbro.sandbox.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.kravbro.sandbox.Reply;

/** {@code /ledger/voucher}. */
final class VoucherApi {

    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]+)\"");

    private final Bookkeeping bookkeeping;
    private final Events events;

    VoucherApi(Bookkeeping bookkeeping, Events events) {
        this.bookkeeping = bookkeeping;
        this.events = events;
    }

    void register(Router router) {
        router.get("/ledger/voucher", this::search)
                .post("/ledger/voucher", this::post)
                .get("/ledger/voucher/>externalVoucherNumber", this::byKey)
                .get("/ledger/voucher/>nonPosted", this::waiting)
                .get("/ledger/voucher/{id}", request -> request.read(request.object("Voucher")))
                .delete("/ledger/voucher/{id}", this::delete)
                .get("/ledger/voucher/{id}/options", this::options)
                .put("/ledger/voucher/{id}/:reverse", this::reverse)
                .put("/ledger/voucher/{id}/:sendToLedger", this::send)
                .post("/ledger/voucher/{id}/attachment", this::attach);
    }

    private Reply post(Request request) {
        JsonNode body = request.body("Voucher");
        boolean toLedger = request.flag("sendToLedger", true);
        if (toLedger && request.session().denied("ADVANCED_VOUCHER")) {
            throw Refusal.forbidden("You do not have permission to access this feature.");
        }
        Draft draft = new VoucherBody(request.books(), body).draft();
        new VoucherRules(request.books()).check(draft);
        return request.show(201, bookkeeping.book(request.books(), draft, toLedger));
    }

    private Reply search(Request request) {
        Period dates = request.period("dateFrom", "dateTo", true);
        Set<Long> ids = request.ids("id");
        Set<Long> numbers = request.ids("number");
        Long type = request.number("typeId");
        Stream<Row> found = posted(request)
                .filter(row -> dates.contains(row.day("date")))
                .filter(row -> ids == null || ids.contains(row.id()))
                .filter(row -> numbers == null || numbers.contains(row.number("number")))
                .filter(row -> type == null || row.refers("voucherType", type));
        return Listing.summed(request, "Voucher", found);
    }

    /** Sees waiting vouchers too; whether the real one does is not known. */
    private Reply byKey(Request request) {
        String key = request.param("externalVoucherNumber");
        return Listing.plain(
                request,
                "Voucher",
                request.books().stream("Voucher")
                        .filter(row -> key == null
                                ? row.text("externalVoucherNumber") != null
                                : key.equals(row.text("externalVoucherNumber"))));
    }

    private Reply waiting(Request request) {
        request.needed("includeNonApproved");
        Period dates = request.period("dateFrom", "dateTo", false);
        return Listing.plain(
                request,
                "Voucher",
                request.books().stream("Voucher")
                        .filter(row -> row.number("number") == 0 && dates.contains(row.day("date"))));
    }

    private Reply reverse(Request request) {
        Row voucher = request.object("Voucher");
        LocalDate date = request.neededDay("date");
        if (voucher.number("number") == 0
                || voucher.number("reverseVoucher") != 0
                || issued(request.books(), voucher)) {
            throw Refusal.rule("id", "Bilaget kan ikke reverseres.");
        }
        new VoucherRules(request.books()).open(date);
        return request.show(200, bookkeeping.reverse(request.books(), voucher, date));
    }

    private Reply send(Request request) {
        Row voucher = request.object("Voucher");
        Long version = request.number("version");
        if (version != null && version != voucher.number("version")) {
            throw new Refusal(409, 8000, "Revision");
        }
        if (voucher.number("number") != 0 || request.number("number", 0) != 0) {
            throw Refusal.rule("number", "Bilaget er allerede bokført, eller bilagsnummeret kan ikke velges.");
        }
        new VoucherRules(request.books()).open(voucher.day("date"));
        Row sent = bookkeeping.number(request.books(), voucher);
        events.happened(request.books(), "voucher.update", sent.id(), sent);
        return request.show(200, sent);
    }

    private Reply options(Request request) {
        List<String> reasons = reasons(request.books(), request.object("Voucher"));
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        ObjectNode delete = options.putObject("delete").put("available", reasons.isEmpty());
        ArrayNode list = delete.putArray("reasons");
        reasons.forEach(list::add);
        return Answers.value(200, options);
    }

    private Reply delete(Request request) {
        Row voucher = request.object("Voucher");
        List<String> reasons = reasons(request.books(), voucher);
        if (!reasons.isEmpty()) {
            throw Refusal.rule("id", reasons.get(0));
        }
        remove(request.books(), voucher);
        return Reply.empty(204);
    }

    void remove(Books books, Row voucher) {
        for (long id : voucher.ids("postings")) {
            Row posting = books.get("Posting", id);
            books.remove(posting);
            if (posting.number("_invoice") != 0) {
                Row invoice = books.get("Invoice", posting.number("_invoice"));
                Receivables.recount(books, invoice.without("postings", id));
            }
        }
        books.remove(voucher);
        events.happened(books, "voucher.delete", voucher.id(), null);
    }

    private static List<String> reasons(Books books, Row voucher) {
        List<String> reasons = new ArrayList<>();
        if (issued(books, voucher)) {
            reasons.add("Bilaget hører til en faktura.");
        }
        if (voucher.number("reverseVoucher") != 0) {
            reasons.add("Bilaget er reversert.");
        }
        if (voucher.ids("postings").stream()
                .anyMatch(id -> books.get("Posting", id).get("closeGroup") != null)) {
            reasons.add("Bilaget har lukkede posteringer.");
        }
        if (voucher.number("number") != 0 && closed(books, voucher.day("date"))) {
            reasons.add("Perioden er avsluttet.");
        }
        return reasons;
    }

    private static boolean closed(Books books, LocalDate date) {
        return books.stream("AccountingPeriod")
                .anyMatch(
                        each -> each.flag("isClosed") && new Period(each.day("start"), each.day("end")).contains(date));
    }

    private static boolean issued(Books books, Row voucher) {
        return voucher.refers(
                "voucherType",
                CompanySetup.voucherType(books, CompanySetup.OUTGOING_INVOICE).id());
    }

    /** A second upload adds pages to the first. */
    private Reply attach(Request request) {
        Row voucher = request.object("Voucher");
        String type = request.call().headers().getOrDefault("Content-Type", "");
        if (!type.startsWith("multipart/form-data") || !request.call().text().contains("name=\"file\"")) {
            throw Refusal.value("file", "Filen mangler.");
        }
        Books books = request.books();
        Row had = books.get("Document", voucher.number("attachment"));
        long size = request.call().body().length;
        Row document = had == null
                ? books.add(
                        "Document",
                        "fileName",
                        fileName(request.call().text()),
                        "mimeType",
                        "application/pdf",
                        "size",
                        size,
                        "_uploads",
                        1)
                : books.update(had.with("size", had.number("size") + size, "_uploads", had.number("_uploads") + 1));
        return request.show(201, books.update(voucher.with("attachment", document.id())));
    }

    private static String fileName(String multipart) {
        Matcher named = FILE_NAME.matcher(multipart);
        return named.find() ? named.group(1) : "bilag.pdf";
    }

    private static Stream<Row> posted(Request request) {
        return request.books().stream("Voucher").filter(row -> row.number("number") != 0);
    }
}
