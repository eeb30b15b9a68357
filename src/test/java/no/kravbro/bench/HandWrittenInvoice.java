package no.kravbro.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What somebody in a hurry would write: fields straight off the stream, and straight into the column. */
final class HandWrittenInvoice {

    private static final JsonFactory JSON = new JsonFactory();

    long id;
    String number;
    String invoiceDate;
    String dueDate;
    String kid;
    String currency;
    long amountOre;
    long outstandingOre;
    boolean creditNote;
    boolean credited;
    String postponedTo;
    long debtorId;
    String customerNumber;
    String name;
    boolean privatePerson;
    String organizationNumber;
    String email;
    String invoiceEmail;
    String noticeEmail;
    String phone;
    String mobile;
    String line1;
    String line2;
    String postalCode;
    String city;
    String country;
    boolean notices;
    boolean factored;
    final List<Posting> postings = new ArrayList<>();

    /** A posting of the invoice. */
    static final class Posting {
        long id;
        String date;
        long accountId;
        long amountOre;
        Long closeGroup;
    }

    /** The parser stands on the object's start and is left on its end. */
    static HandWrittenInvoice read(JsonParser parser) throws IOException {
        HandWrittenInvoice invoice = new HandWrittenInvoice();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "id" -> invoice.id = parser.getLongValue();
                case "invoiceNumber" -> invoice.number = parser.getText();
                case "invoiceDate" -> invoice.invoiceDate = parser.getText();
                case "invoiceDueDate" -> invoice.dueDate = parser.getText();
                case "kid" -> invoice.kid = text(parser);
                case "amount" -> invoice.amountOre = ore(parser);
                case "amountOutstanding" -> invoice.outstandingOre = ore(parser);
                case "isCreditNote" -> invoice.creditNote = parser.getBooleanValue();
                case "isCredited" -> invoice.credited = parser.getBooleanValue();
                case "currency" -> invoice.currency = inner(parser, "code");
                case "invoiceRemark" -> invoice.postponedTo = inner(parser, "postponeRemindersTo");
                case "customer" -> invoice.customer(parser);
                case "postings" -> invoice.postings(parser);
                default -> parser.skipChildren();
            }
        }
        return invoice;
    }

    private void customer(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "id" -> debtorId = parser.getLongValue();
                case "customerNumber" -> customerNumber = text(parser);
                case "name" -> name = text(parser);
                case "isPrivateIndividual" -> privatePerson = parser.getBooleanValue();
                case "organizationNumber" -> organizationNumber = text(parser);
                case "email" -> email = text(parser);
                case "invoiceEmail" -> invoiceEmail = text(parser);
                case "overdueNoticeEmail" -> noticeEmail = text(parser);
                case "phoneNumber" -> phone = text(parser);
                case "phoneNumberMobile" -> mobile = text(parser);
                case "isFactoring" -> factored = parser.getBooleanValue();
                case "isAutomaticSoftReminderEnabled",
                        "isAutomaticReminderEnabled",
                        "isAutomaticNoticeOfDebtCollectionEnabled" -> notices |= parser.getBooleanValue();
                case "postalAddress" -> address(parser);
                default -> parser.skipChildren();
            }
        }
    }

    private void address(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "addressLine1" -> line1 = text(parser);
                case "addressLine2" -> line2 = text(parser);
                case "postalCode" -> postalCode = text(parser);
                case "city" -> city = text(parser);
                case "country" -> country = inner(parser, "isoAlpha2Code");
                default -> parser.skipChildren();
            }
        }
    }

    private void postings(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Posting posting = new Posting();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String field = parser.currentName();
                parser.nextToken();
                switch (field) {
                    case "id" -> posting.id = parser.getLongValue();
                    case "date" -> posting.date = parser.getText();
                    case "amount" -> posting.amountOre = ore(parser);
                    case "account" -> posting.accountId = Long.parseLong(inner(parser, "id"));
                    case "closeGroup" -> {
                        String group = inner(parser, "id");
                        posting.closeGroup = group == null ? null : Long.valueOf(group);
                    }
                    default -> parser.skipChildren();
                }
            }
            postings.add(posting);
        }
    }

    private static String inner(JsonParser parser, String wanted) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        String found = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean here = wanted.equals(parser.currentName());
            parser.nextToken();
            if (here) {
                found = text(parser);
            } else {
                parser.skipChildren();
            }
        }
        return found;
    }

    private static String text(JsonParser parser) throws IOException {
        String text = parser.getValueAsString();
        return text == null || text.isBlank() ? null : text;
    }

    static long ore(JsonParser parser) throws IOException {
        BigDecimal kroner = parser.getDecimalValue();
        return kroner.movePointRight(2).longValueExact();
    }

    /** The snapshot column. */
    String snapshot() throws IOException {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("id", id);
            json.writeStringField("number", number);
            json.writeStringField("invoiceDate", invoiceDate);
            json.writeStringField("dueDate", dueDate);
            json.writeStringField("kid", kid);
            json.writeStringField("currency", currency);
            json.writeNumberField("amountOre", amountOre);
            json.writeNumberField("outstandingOre", outstandingOre);
            json.writeBooleanField("creditNote", creditNote);
            json.writeBooleanField("credited", credited);
            json.writeStringField("remindersPostponedTo", postponedTo);
            json.writeFieldName("debtor");
            debtor(json);
            json.writeArrayFieldStart("postings");
            for (Posting posting : postings) {
                write(json, posting);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private void debtor(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", debtorId);
        json.writeStringField("customerNumber", customerNumber);
        json.writeStringField("name", name);
        json.writeBooleanField("privatePerson", privatePerson);
        json.writeStringField("organizationNumber", organizationNumber);
        String mail = noticeEmail != null ? noticeEmail : invoiceEmail != null ? invoiceEmail : email;
        json.writeStringField("email", mail);
        json.writeStringField("phone", mobile != null ? mobile : phone);
        json.writeStringField("addressLine1", line1);
        json.writeStringField("addressLine2", line2);
        json.writeStringField("postalCode", postalCode);
        json.writeStringField("city", city);
        json.writeStringField("country", country);
        json.writeBooleanField("automaticNotices", notices);
        json.writeBooleanField("factored", factored);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Posting posting) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", posting.id);
        json.writeStringField("date", posting.date);
        json.writeNumberField("accountId", posting.accountId);
        json.writeNumberField("amountOre", posting.amountOre);
        if (posting.closeGroup == null) {
            json.writeNullField("closeGroup");
        } else {
            json.writeNumberField("closeGroup", posting.closeGroup);
        }
        json.writeNullField("voucherId");
        json.writeNullField("accountNumber");
        json.writeNullField("text");
        json.writeEndObject();
    }
}
