package no.kravbro.sandbox.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import no.kravbro.sandbox.Reply;

/** {@code /voucherStatus} and {@code /voucherMessage}: lines people see under an invoice. Added, never changed. */
final class StatusApi {

    private static final Map<String, Integer> LONGEST =
            Map.of("comment", 65_535, "referenceNumber", 255, "externalObjectUrl", 255);

    void register(Router router) {
        router.get("/voucherStatus", StatusApi::statuses)
                .post("/voucherStatus", StatusApi::post)
                .get("/voucherStatus/{id}", request -> request.read(request.object("VoucherStatus")))
                .get("/voucherMessage", StatusApi::messages)
                .post("/voucherMessage", StatusApi::message);
    }

    private static Reply post(Request request) {
        JsonNode body = request.body("VoucherStatus");
        Books books = request.books();
        Long voucher = Body.ref(body, "voucher");
        if (voucher == null) {
            throw Refusal.rule("voucher.id", "Feltet må fylles ut.");
        }
        books.need("Voucher", voucher);
        LONGEST.forEach((field, most) -> {
            String text = Body.text(body, field);
            if (text != null && text.length() > most) {
                throw Refusal.rule(field, "Kan ikke være lengre enn " + most + " tegn.");
            }
        });
        if (!"DEBT_COLLECTION".equals(Body.text(body, "type"))) {
            throw Refusal.rule("type", "Må være DEBT_COLLECTION.");
        }
        String status = Body.text(body, "status");
        if (status == null) {
            throw Refusal.rule("status", "Feltet må fylles ut.");
        }
        Row row = books.add("VoucherStatus", "voucher", voucher, "type", "DEBT_COLLECTION", "status", status);
        String message = Body.text(body, "message");
        return request.show(
                201,
                books.put(row.with("timestamp", books.now(), "message", message == null ? "NONE" : message)
                        .with("comment", Body.text(body, "comment"))
                        .with("referenceNumber", Body.text(body, "referenceNumber"))
                        .with("externalObjectUrl", Body.text(body, "externalObjectUrl"))));
    }

    private static Reply statuses(Request request) {
        Set<Long> ids = request.ids("ids");
        Set<Long> vouchers = request.ids("voucherIds");
        String type = request.param("type");
        String status = request.param("status");
        return Listing.plain(
                request,
                "VoucherStatus",
                request.books().stream("VoucherStatus")
                        .filter(row -> ids == null || ids.contains(row.id()))
                        .filter(row -> vouchers == null || vouchers.contains(row.number("voucher")))
                        .filter(row -> type == null || type.equals(row.text("type")))
                        .filter(row -> status == null
                                || Arrays.asList(status.split(",")).contains(row.text("status"))));
    }

    private static Reply message(Request request) {
        JsonNode body = request.body("VoucherMessage");
        Books books = request.books();
        String content = Body.text(body, "content");
        if (content == null || content.isBlank()) {
            throw Refusal.rule("content", "Feltet må fylles ut.");
        }
        Row voucher = books.need("Voucher", body.path("voucherId").longValue());
        return request.show(
                201,
                books.add(
                        "VoucherMessage",
                        "voucherId",
                        voucher.id(),
                        "content",
                        content,
                        "sender",
                        1,
                        "sendTime",
                        books.now()));
    }

    private static Reply messages(Request request) {
        Set<Long> vouchers = request.ids("voucherIds");
        return Listing.plain(
                request,
                "VoucherMessage",
                request.books().stream("VoucherMessage")
                        .filter(row -> vouchers == null || vouchers.contains(row.number("voucherId"))));
    }
}
