package no.kravbro.sandbox.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a posted voucher into a draft; what is missing or malformed is refused here. */
final class VoucherBody {

    private static final int LONGEST_KEY = 70;
    private static final int LONGEST_NUMBER = 100;

    private final Books books;
    private final JsonNode body;

    VoucherBody(Books books, JsonNode body) {
        this.books = books;
        this.body = body;
    }

    Draft draft() {
        LocalDate date = day(body, "date");
        String text = Body.text(body, "description");
        if (text == null || text.isBlank()) {
            throw Refusal.rule("description", "Feltet må fylles ut.");
        }
        String external = Body.text(body, "externalVoucherNumber");
        if (external != null && external.length() > LONGEST_KEY) {
            throw Refusal.rule("externalVoucherNumber", "Kan ikke være lengre enn 70 tegn.");
        }
        if (!body.path("postings").isArray()) {
            throw Refusal.rule("postings", "Kan ikke være null.");
        }
        return new Draft(date, text, external, type(), lines(date));
    }

    private Long type() {
        Long id = Body.ref(body, "voucherType");
        Row type = id == null ? null : books.get("VoucherType", id);
        if (id != null && type == null) {
            throw Refusal.rule("voucherType.id", "Bilagstypen finnes ikke.");
        }
        if (type != null && type.text("name").equals(CompanySetup.OUTGOING_INVOICE)) {
            throw Refusal.rule("voucherType", "Bilagstypen kan ikke være Utgående faktura.");
        }
        return id;
    }

    private List<Line> lines(LocalDate date) {
        List<Line> lines = new ArrayList<>();
        body.get("postings").forEach(posting -> lines.add(line(posting, date)));
        return lines;
    }

    private Line line(JsonNode posting, LocalDate date) {
        int row = posting.path("row").asInt(0);
        if (row < 1) {
            throw Refusal.rule(
                            "postings",
                            "Posteringene på rad 0 (guiRow 0) er systemgenererte og kan ikke opprettes eller endres på"
                                    + " utsiden av Tripletex.")
                    .because("postings", "Et bilag kan ikke registreres uten posteringer.");
        }
        Long gross = Body.ore(posting, "amountGross", "postings.amountGross");
        Long currency = Body.ore(posting, "amountGrossCurrency", "postings.amountGrossCurrency");
        long unit = Body.ref(posting, "currency") == null ? CompanySetup.NOK : Body.ref(posting, "currency");
        if (gross == null || currency == null || unit == CompanySetup.NOK && !gross.equals(currency)) {
            throw Refusal.rule(
                    "postings.amountGross",
                    "Beløp (amountGross) må være det samme som valutabeløpet (amountGrossCurrency).");
        }
        Row account = known(posting, "account", "Account");
        if (account == null) {
            throw Refusal.rule("postings.account.id", "Konto mangler.");
        }
        LocalDate day = posting.hasNonNull("date") ? day(posting, "date") : date;
        return more(new Line(row, day, account, gross, currency, Map.of("currency", unit)), posting);
    }

    private Line more(Line line, JsonNode posting) {
        String number = Body.text(posting, "invoiceNumber");
        if (number != null && number.length() > LONGEST_NUMBER) {
            throw Refusal.rule("postings.invoiceNumber", "Kan ikke være lengre enn 100 tegn.");
        }
        known(posting, "customer", "Customer");
        known(posting, "vatType", "VatType");
        known(posting, "department", "Department");
        known(posting, "project", "Project");
        known(posting, "product", "Product");
        return line.with("customer", Body.ref(posting, "customer"))
                .with("supplier", Body.ref(posting, "supplier"))
                .with("employee", Body.ref(posting, "employee"))
                .with("department", Body.ref(posting, "department"))
                .with("project", Body.ref(posting, "project"))
                .with("product", Body.ref(posting, "product"))
                .with("vatType", Body.ref(posting, "vatType"))
                .with("invoiceNumber", number)
                .with("description", Body.text(posting, "description"))
                .with("termOfPayment", Body.text(posting, "termOfPayment"));
    }

    private Row known(JsonNode posting, String field, String type) {
        Long id = Body.ref(posting, field);
        if (id == null) {
            return null;
        }
        Row row = books.get(type, id);
        if (row == null) {
            throw Refusal.rule("postings." + field + ".id", "Objektet finnes ikke.");
        }
        return row;
    }

    private static LocalDate day(JsonNode from, String field) {
        String text = Body.text(from, field);
        if (text == null) {
            throw Refusal.rule(field, "Kan ikke være null.");
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.rule(field, "Ugyldig dato.");
        }
    }
}
