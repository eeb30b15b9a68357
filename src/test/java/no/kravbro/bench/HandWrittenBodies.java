package no.kravbro.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The documents that a hand-written loop sends and keeps, field by field. */
final class HandWrittenBodies {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int FEE_DAYS = 14;

    private HandWrittenBodies() {}

    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private static String object(Fields fields) throws IOException {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        }
        return text.toString();
    }

    /** The claim as it is kept until it has been handed over. */
    static String document(String key, HandWrittenInvoice invoice) throws IOException {
        return object(json -> {
            json.writeStringField("key", key);
            json.writeNumberField("submission", 1);
            json.writeStringField("invoiceNumber", invoice.number);
            json.writeStringField("invoiceDate", invoice.invoiceDate);
            json.writeStringField("dueDate", invoice.dueDate);
            json.writeStringField("kid", invoice.kid);
            json.writeStringField("currency", invoice.currency);
            json.writeNumberField("originalOre", invoice.amountOre);
            json.writeNumberField("remainingOre", invoice.outstandingOre);
            json.writeStringField("takeover", "NOTICE");
            json.writeStringField(
                    "earliestFeeNotice",
                    LocalDate.parse(invoice.dueDate).plusDays(FEE_DAYS).toString());
            json.writeObjectFieldStart("debtor");
            debtor(json, invoice);
            json.writeEndObject();
            json.writeArrayFieldStart("postings");
            for (HandWrittenInvoice.Posting posting : invoice.postings) {
                json.writeStartObject();
                json.writeNumberField("id", posting.id);
                json.writeStringField("date", posting.date);
                json.writeNumberField("amountOre", posting.amountOre);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void debtor(JsonGenerator json, HandWrittenInvoice invoice) throws IOException {
        json.writeStringField("type", invoice.privatePerson ? "PRIVATE" : "BUSINESS");
        json.writeStringField("customerNumber", invoice.customerNumber);
        json.writeStringField("name", invoice.name);
        json.writeStringField("organizationNumber", invoice.organizationNumber);
        json.writeStringField("email", invoice.email);
        json.writeStringField("phone", invoice.phone);
        json.writeStringField("addressLine1", invoice.line1);
        json.writeStringField("addressLine2", invoice.line2);
        json.writeStringField("postalCode", invoice.postalCode);
        json.writeStringField("city", invoice.city);
        json.writeStringField("country", invoice.country);
    }

    /** A batch as the agency wants it. */
    static String claims(List<Map.Entry<String, HandWrittenInvoice>> claims) {
        return HandWrittenRows.json(() -> object(json -> {
            json.writeArrayFieldStart("invoices");
            for (Map.Entry<String, HandWrittenInvoice> claim : claims) {
                json.writeStartObject();
                claim(json, claim.getKey(), claim.getValue());
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    private static void claim(JsonGenerator json, String key, HandWrittenInvoice invoice) throws IOException {
        json.writeStringField("type", "COLLECTION_NOTICE");
        json.writeStringField("invoiceNumber", invoice.number);
        json.writeBooleanField("vat", false);
        json.writeBooleanField("fees", true);
        kroner(json, "originalInvoiceAmount", invoice.amountOre);
        kroner(json, "remainingInvoiceAmount", invoice.outstandingOre);
        json.writeStringField("currency", invoice.currency);
        json.writeStringField("invoiceDate", invoice.invoiceDate);
        json.writeStringField("dueDate", invoice.dueDate);
        json.writeStringField("uniqueSourceInvoiceId", key);
        json.writeArrayFieldStart("debtors");
        json.writeStartObject();
        debtor(json, invoice);
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void kroner(JsonGenerator json, String field, long ore) throws IOException {
        json.writeFieldName(field);
        json.writeNumber(InvoiceDocument.kroner(ore));
    }

    /** A voucher of three lines as it is kept until it is posted. @param customer id of the debtor there */
    static String order(HandWrittenSettlement settlement, String key, long customer) throws IOException {
        return object(json -> {
            json.writeStringField("date", settlement.day);
            json.writeStringField("description", "Oppgjør inkasso, " + about(settlement));
            json.writeStringField("key", key);
            json.writeArrayFieldStart("postings");
            line(json, "interim", settlement.netOre, null, settlement, "Netto fra inkasso");
            line(json, "receivable", -settlement.principalOre, customer, settlement, "Hovedstol");
            line(json, "interest-income", -settlement.interestOre, null, settlement, "Forsinkelsesrenter");
            json.writeEndArray();
        });
    }

    private static void line(
            JsonGenerator json, String role, long ore, Long customer, HandWrittenSettlement settlement, String text)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("account", role);
        json.writeObjectFieldStart("amount");
        json.writeNumberField("ore", ore);
        json.writeStringField("currency", "NOK");
        json.writeEndObject();
        if (customer != null) {
            json.writeNumberField("customerId", customer);
            json.writeStringField("invoiceNumber", settlement.invoiceNumber);
        }
        json.writeStringField("description", text + ", " + about(settlement));
        json.writeEndObject();
    }

    private static String about(HandWrittenSettlement settlement) {
        return "sak " + settlement.caseNumber + ", faktura " + settlement.invoiceNumber;
    }

    /** The same as the accounting system wants it. */
    static String voucher(HandWrittenSettlement settlement, String key, long customer) {
        return HandWrittenRows.json(() -> object(json -> {
            json.writeStringField("date", settlement.day);
            json.writeStringField("description", "Oppgjør inkasso, " + about(settlement));
            json.writeStringField("externalVoucherNumber", key);
            json.writeArrayFieldStart("postings");
            posting(json, 1, 1960, settlement.netOre, null, settlement, "Netto fra inkasso");
            posting(json, 2, 1500, -settlement.principalOre, customer, settlement, "Hovedstol");
            posting(json, 3, 8050, -settlement.interestOre, null, settlement, "Forsinkelsesrenter");
            json.writeEndArray();
        }));
    }

    private static void posting(
            JsonGenerator json,
            int row,
            int account,
            long ore,
            Long customer,
            HandWrittenSettlement settlement,
            String text)
            throws IOException {
        json.writeStartObject();
        json.writeNumberField("row", row);
        json.writeStringField("date", settlement.day);
        json.writeObjectFieldStart("account");
        json.writeNumberField("id", InvoiceDocument.ACCOUNTS + account);
        json.writeEndObject();
        if (customer != null) {
            json.writeObjectFieldStart("customer");
            json.writeNumberField("id", customer);
            json.writeEndObject();
            json.writeStringField("invoiceNumber", settlement.invoiceNumber);
        }
        json.writeStringField("description", text + ", " + about(settlement));
        for (String field : List.of("amountGross", "amountGrossCurrency")) {
            json.writeFieldName(field);
            json.writeNumber((ore < 0 ? "-" : "") + InvoiceDocument.kroner(Math.abs(ore)));
        }
        json.writeEndObject();
    }
}
