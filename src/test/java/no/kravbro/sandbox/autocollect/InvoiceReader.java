package no.kravbro.sandbox.autocollect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code InvoiceCreate}: every required member, every pattern. Keeps no more of a person than the case shows. */
final class InvoiceReader {

    private static final Pattern KEY = Pattern.compile("[0-9]{9}-[0-9]{1,19}");
    private static final Pattern ORGANIZATION_NUMBER = Pattern.compile("[0-9]{9}");
    private static final Pattern NATIONAL_NUMBER = Pattern.compile("[0-9]{11}");

    private InvoiceReader() {}

    static ClaimRow read(Organization organization, Fields invoice) {
        ClaimRow claim = new ClaimRow();
        claim.organizationId = organization.id();
        claim.key = invoice.text("uniqueSourceInvoiceId", KEY);
        claim.requestedType = invoice.text("type");
        claim.invoiceNumber = invoice.text("invoiceNumber");
        claim.vat = invoice.flag("vat");
        claim.fees = invoice.flag("fees");
        claim.currency = invoice.text("currency");
        claim.invoiceDate = invoice.day("invoiceDate");
        claim.dueDate = invoice.day("dueDate");
        claim.creditorNoticeDate = invoice.optionalDay("collectionNoticeDate");
        invoice.optionalText("description");
        amounts(claim, invoice);
        claim.debtors = debtors(invoice);
        if (invoice.has("dispute")) {
            dispute(claim, invoice.at("dispute", invoice.node().get("dispute")));
        }
        return claim;
    }

    private static void amounts(ClaimRow claim, Fields invoice) {
        claim.originalOre = invoice.ore("originalInvoiceAmount");
        claim.principalOre =
                invoice.has("remainingInvoiceAmount") ? invoice.ore("remainingInvoiceAmount") : claim.originalOre;
        claim.interestTo = claim.dueDate;
    }

    private static List<Map<String, Object>> debtors(Fields invoice) {
        List<Map<String, Object>> debtors = new ArrayList<>();
        for (JsonNode node : invoice.objects("debtors", Integer.MAX_VALUE)) {
            debtors.add(debtor(invoice.at("debtors[" + debtors.size() + "]", node)));
        }
        return debtors;
    }

    private static Map<String, Object> debtor(Fields debtor) {
        if (debtor.has("nationalIdentityNumber")) {
            debtor.text("nationalIdentityNumber", NATIONAL_NUMBER);
        }
        for (String name :
                List.of("email", "phone", "addressLine1", "addressLine2", "postalCode", "city", "countryCode")) {
            debtor.optionalText(name);
        }
        String customer = debtor.text("customerNumber");
        return Json.object(
                "debtorId", customer.matches("[0-9]{1,12}") ? Memory.id("33333333", Long.parseLong(customer)) : null,
                "type", debtor.text("type"),
                "customerNumber", customer,
                "firstName", debtor.optionalText("firstName"),
                "lastName", debtor.optionalText("lastName"),
                "fullName", debtor.text("fullName"),
                "organizationNumber",
                        debtor.has("organizationNumber")
                                ? debtor.text("organizationNumber", ORGANIZATION_NUMBER)
                                : null);
    }

    /** An answered dispute is only history; an unanswered one is written on the claim and refused by the rules. */
    private static void dispute(ClaimRow claim, Fields dispute) {
        dispute.day("raisedDate");
        dispute.text("description");
        if (dispute.has("amount") && dispute.ore("amount") > claim.originalOre) {
            throw ApiError.unprocessable("AMOUNT", "More is disputed than invoiced", "dispute.amount");
        }
        if (dispute.optionalDay("answeredDate") == null) {
            claim.flags.add("DISPUTED");
        }
    }
}
