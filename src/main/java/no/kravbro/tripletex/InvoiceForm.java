package no.kravbro.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import no.kravbro.claim.Debtor;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.InvoicePosting;

/** The API's invoice object in our own terms. */
final class InvoiceForm {

    private static final int LONGEST_NUMBER = 40;

    private static final String HOME = "NOK";

    private InvoiceForm() {}

    static Invoice invoice(JsonNode node) {
        Fields fields = new Fields("Invoice " + node.path("id").asText("without id"), node);
        String currency = new Fields("Currency", node.path("currency")).text("code");
        // The plain fields are in company currency; the others only differ, and are only needed, for foreign invoices.
        boolean foreign = currency != null && !currency.equals(HOME);
        return new Invoice(
                fields.id(),
                fields.text("invoiceNumber", LONGEST_NUMBER),
                fields.day("invoiceDate"),
                fields.day("invoiceDueDate"),
                fields.text("kid"),
                currency,
                fields.ore(foreign ? "amountCurrency" : "amount"),
                fields.ore(foreign ? "amountCurrencyOutstanding" : "amountOutstanding"),
                fields.flag("isCreditNote"),
                fields.flag("isCredited"),
                new Fields("Remark", node.path("invoiceRemark")).dayOrNull("postponeRemindersTo"),
                debtor(node.path("customer")),
                postings(node.path("postings")));
    }

    static List<InvoicePosting> postings(JsonNode list) {
        List<InvoicePosting> postings = new ArrayList<>();
        list.forEach(node -> postings.add(posting(node)));
        return postings;
    }

    /** Without an account reference the posting still counts: its id is what the echo guard goes by. */
    static InvoicePosting posting(JsonNode node) {
        Fields fields = new Fields("Posting " + node.path("id").asText("without id"), node);
        Long account = fields.reference("account");
        return new InvoicePosting(
                fields.id(),
                fields.day("date"),
                account == null ? 0 : account,
                fields.ore("amount"),
                fields.reference("closeGroup"),
                fields.reference("voucher"),
                number(node.path("account").path("number")),
                fields.text("description"));
    }

    private static Integer number(JsonNode number) {
        return number.isIntegralNumber() ? number.asInt() : null;
    }

    private static Debtor debtor(JsonNode node) {
        Fields fields = new Fields("Customer", node);
        Fields address = new Fields("Address", node.path("postalAddress"));
        return new Debtor(
                node.path("id").asLong(),
                fields.text("customerNumber"),
                fields.text("name"),
                fields.flag("isPrivateIndividual"),
                digits(fields.text("organizationNumber")),
                mail(fields),
                first(fields.text("phoneNumberMobile"), fields.text("phoneNumber")),
                address.text("addressLine1"),
                address.text("addressLine2"),
                address.text("postalCode"),
                address.text("city"),
                new Fields("Country", node.path("postalAddress").path("country")).text("isoAlpha2Code"),
                fields.flag("isAutomaticSoftReminderEnabled")
                        || fields.flag("isAutomaticReminderEnabled")
                        || fields.flag("isAutomaticNoticeOfDebtCollectionEnabled"),
                fields.flag("isFactoring"),
                categories(node));
    }

    private static List<String> categories(JsonNode customer) {
        return Stream.of("category1", "category2", "category3")
                .map(field -> new Fields("Category", customer.path(field)).text("name"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The address for dunning first; the invoice field may hold several, separated by semicolons. */
    private static String mail(Fields customer) {
        String several = first(
                customer.text("overdueNoticeEmail"), first(customer.text("invoiceEmail"), customer.text("email")));
        return several == null
                ? null
                : Stream.of(several.split("[;,]"))
                        .map(String::strip)
                        .filter(mail -> !mail.isEmpty())
                        .findFirst()
                        .orElse(null);
    }

    private static String digits(String number) {
        return number == null ? null : number.replaceAll("\\s", "");
    }

    private static String first(String preferred, String otherwise) {
        return preferred != null ? preferred : otherwise;
    }
}
