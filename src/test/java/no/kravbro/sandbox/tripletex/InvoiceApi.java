package no.kravbro.sandbox.tripletex;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.kravbro.sandbox.Reply;

/** {@code /invoice}: reading, payments, credit notes, reminders. */
final class InvoiceApi {

    private static final List<String> REMINDERS =
            List.of("SOFT_REMINDER", "REMINDER", "NOTICE_OF_DEBT_COLLECTION", "DEBT_COLLECTION");
    private static final List<String> DISPATCH = List.of("NETS_PRINT", "EMAIL", "OWN_PRINTER", "SFTP", "API", "SMS");

    private final Invoicing invoicing;

    InvoiceApi(Invoicing invoicing) {
        this.invoicing = invoicing;
    }

    void register(Router router) {
        router.get("/invoice", this::search)
                .get("/invoice/{id}", request -> request.read(request.object("Invoice")))
                .get("/invoice/{id}/pdf", this::pdf)
                .put("/invoice/{id}/:payment", this::pay)
                .put("/invoice/{id}/:createCreditNote", this::credit)
                .put("/invoice/{id}/:createReminder", this::remind)
                .get("/invoice/paymentType", this::paymentTypes)
                .get("/invoice/paymentType/{id}", request -> request.read(request.object("PaymentType")))
                .get("/invoiceRemark/{id}", request -> request.read(request.object("InvoiceRemark")));
    }

    private Reply search(Request request) {
        Period dates = request.period("invoiceDateFrom", "invoiceDateTo", true);
        Set<Long> ids = request.ids("id");
        Set<Long> vouchers = request.ids("voucherId");
        String number = request.param("invoiceNumber");
        String kid = request.param("kid");
        Long customer = request.number("customerId");
        Stream<Row> found = request.books().stream("Invoice")
                .filter(row -> ids == null || ids.contains(row.id()))
                .filter(row -> dates.contains(row.day("invoiceDate")))
                .filter(row -> vouchers == null || vouchers.contains(row.number("voucher")))
                .filter(row -> number == null || number.equals(Long.toString(row.number("invoiceNumber"))))
                .filter(row -> kid == null || kid.equals(row.text("kid")))
                .filter(row -> customer == null || row.refers("customer", customer));
        return Listing.summed(request, "Invoice", found);
    }

    private Reply pdf(Request request) {
        Row invoice = request.object("Invoice");
        String text = "%PDF-1.4\n% Faktura " + invoice.number("invoiceNumber") + "\n%%EOF\n";
        return Answers.pdf(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Reply pay(Request request) {
        Books books = request.books();
        Row invoice = request.object("Invoice");
        LocalDate date = request.neededDay("paymentDate");
        request.needed("paymentTypeId");
        Row type = books.get("PaymentType", request.number("paymentTypeId"));
        if (type == null) {
            throw Refusal.value("paymentTypeId", "Betalingstypen finnes ikke.");
        }
        long ore = amount(request, "paidAmount", request.needed("paidAmount"));
        boolean foreign = !invoice.refers("currency", CompanySetup.NOK);
        long currency = foreign ? amount(request, "paidAmountCurrency", request.needed("paidAmountCurrency")) : ore;
        if (ore == 0) {
            throw Refusal.rule("amountBasisCurrency", "Feltet må fylles ut");
        }
        Row debit = books.get("Account", type.number("debitAccount"));
        new VoucherRules(books).open(date);
        new VoucherRules(books).notReconciled(debit, date);
        return request.show(200, invoicing.pay(books, invoice, debit, date, ore, currency));
    }

    private static long amount(Request request, String name, String value) {
        try {
            return Body.ore(new BigDecimal(value), name);
        } catch (NumberFormatException e) {
            throw new Refusal(422, 21000, "Illegal parameter").because(name, "Kan ikke tolke " + value);
        }
    }

    private Reply credit(Request request) {
        Row invoice = request.object("Invoice");
        LocalDate date = request.neededDay("date");
        if (invoice.flag("isCreditNote") || invoice.flag("isCredited")) {
            throw Refusal.rule("id", "Fakturaen er en kreditnota, eller allerede kreditert.");
        }
        if (date.isBefore(invoice.day("invoiceDate"))) {
            throw Refusal.rule("date", "Kan ikke være før fakturadato.");
        }
        new VoucherRules(request.books()).open(date);
        return request.show(
                200,
                invoicing.credit(request.books(), invoice, date, invoice.number("amount"), request.param("comment")));
    }

    private Reply remind(Request request) {
        Row invoice = request.object("Invoice");
        String type = request.needed("type");
        LocalDate date = request.neededDay("date");
        if (!REMINDERS.contains(type)) {
            throw new Refusal(422, 21000, "Illegal parameter").because("type", "Kan ikke tolke " + type);
        }
        if (type.equals("DEBT_COLLECTION")) {
            throw Refusal.value("type", "DEBT_COLLECTION støttes ikke.");
        }
        dispatch(request, type);
        request.flag("includeInterest", false);
        invoicing.remind(request.books(), invoice, type, date, request.flag("includeCharge", false));
        return Answers.value(200, JsonNodeFactory.instance.numberNode(1));
    }

    private static void dispatch(Request request, String type) {
        String ways =
                request.param("dispatchTypes") == null ? request.param("dispatchType") : request.param("dispatchTypes");
        if (ways == null) {
            return;
        }
        for (String way : Arrays.stream(ways.split(",")).map(String::trim).toList()) {
            if (!DISPATCH.contains(way)) {
                throw new Refusal(422, 21000, "Illegal parameter").because("dispatchTypes", "Kan ikke tolke " + way);
            }
            if (way.equals("NETS_PRINT") && !type.equals("NOTICE_OF_DEBT_COLLECTION")) {
                throw Refusal.value("dispatchTypes", "NETS_PRINT kan bare brukes med NOTICE_OF_DEBT_COLLECTION.");
            }
        }
    }

    private Reply paymentTypes(Request request) {
        Set<Long> ids = request.ids("id");
        String text = request.param("description");
        String query = request.param("query");
        return Listing.plain(
                request,
                "PaymentType",
                request.books().stream("PaymentType")
                        .filter(row -> ids == null || ids.contains(row.id()))
                        .filter(row -> text == null || row.text("description").contains(text))
                        .filter(row -> query == null || row.text("description").contains(query)));
    }
}
