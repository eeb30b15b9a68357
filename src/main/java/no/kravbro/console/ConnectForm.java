package no.kravbro.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import no.bekk.bekkopen.banking.KontonummerValidator;
import no.bekk.bekkopen.org.OrganisasjonsnummerValidator;

/** What a person fills in to connect a creditor. Everything is text as it was typed, so that a refused form comes back as it was. */
public record ConnectForm(
        String name,
        String organizationNumber,
        String id,
        String token,
        String agency,
        String agencyReference,
        String bankAccount,
        String startDate,
        String transfer,
        String bookingWay,
        String paymentType,
        Boolean vatRegistered,
        String receivable,
        String interim,
        String interestIncome,
        String feeIncome,
        String inputVat,
        String costs,
        String deadlines) {

    /** An empty one with the ledger accounts that most use. */
    static final ConnectForm EMPTY = new ConnectForm(
            "", "", "", "", "", "", "", "", "APPROVE", "VOUCHER", "", true, "1500", "1960", "8050", "3909", "2710",
            "7309", "");

    private static final String SHORT_NAME = "[a-z0-9][a-z0-9-]{0,39}";
    private static final String ACCOUNT = "[1-9][0-9]{3,6}";

    /** Without the token, which is typed again. */
    ConnectForm withoutToken() {
        return new ConnectForm(
                name,
                organizationNumber,
                id,
                "",
                agency,
                agencyReference,
                bankAccount,
                startDate,
                transfer,
                bookingWay,
                paymentType,
                vatRegistered,
                receivable,
                interim,
                interestIncome,
                feeIncome,
                inputVat,
                costs,
                deadlines);
    }

    /** Key of words by field, of what cannot be right; empty when all may be. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        check(problems, "name", !typed(name).isEmpty(), "connect.need");
        check(problems, "organizationNumber", isOrganization(digits(organizationNumber)), "connect.bad.organization");
        check(problems, "id", typed(id).isEmpty() || typed(id).matches(SHORT_NAME), "connect.bad.id");
        check(problems, "token", !typed(token).isEmpty(), "connect.bad.token");
        check(problems, "agency", !typed(agency).isEmpty(), "connect.need");
        String account = digits(bankAccount);
        check(problems, "bankAccount", account.isEmpty() || isAccount(account), "connect.bad.account");
        check(problems, "startDate", isDay(typed(startDate)), "connect.bad.day");
        boolean payment = "INVOICE_PAYMENT".equals(bookingWay);
        check(problems, "paymentType", !payment || !typed(paymentType).isEmpty(), "connect.bad.paymentType");
        accounts().forEach((field, number) -> check(problems, field, number.matches(ACCOUNT), "connect.bad.ledger"));
        return problems;
    }

    private static void check(Map<String, String> problems, String field, boolean holds, String key) {
        if (!holds) {
            problems.put(field, key);
        }
    }

    private Map<String, String> accounts() {
        Map<String, String> accounts = new LinkedHashMap<>();
        accounts.put("receivable", typed(receivable));
        accounts.put("interim", typed(interim));
        accounts.put("interestIncome", typed(interestIncome));
        accounts.put("feeIncome", typed(feeIncome));
        accounts.put("inputVat", typed(inputVat));
        accounts.put("costs", typed(costs));
        return accounts;
    }

    /** Short name; made of the company's where none was typed. */
    String shortName() {
        String made = typed(name)
                .toLowerCase(Locale.ROOT)
                .replace("æ", "ae")
                .replace("ø", "o")
                .replace("å", "a")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return typed(id).isEmpty() ? made.substring(0, Math.min(40, made.length())) : typed(id);
    }

    /** The entry with its token, as the interface takes it. Ask {@link #problems} before. */
    String json() {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("id", shortName());
        entry.put("organizationNumber", digits(organizationNumber));
        entry.put("name", typed(name));
        entry.put("employeeToken", typed(token));
        entry.put("agency", typed(agency));
        put(entry, "agencyReference", typed(agencyReference));
        put(entry, "bankAccount", digits(bankAccount));
        entry.put("startDate", typed(startDate));
        entry.put("transfer", transfer);
        entry.put("bookingWay", bookingWay);
        put(entry, "paymentType", typed(paymentType));
        entry.put("vatRegistered", Boolean.TRUE.equals(vatRegistered));
        ObjectNode accounts = entry.putObject("accounts");
        accounts().forEach((field, number) -> accounts.put(role(field), Integer.valueOf(number)));
        if (!typed(deadlines).isEmpty()) {
            var mail = entry.putObject("mail").putArray("deadlines");
            Stream.of(typed(deadlines).split("[,;\\s]+")).forEach(mail::add);
        }
        return entry.toString();
    }

    private static void put(ObjectNode entry, String field, String value) {
        if (!value.isEmpty()) {
            entry.put(field, value);
        }
    }

    /** As the creditors file calls it. */
    private static String role(String field) {
        return field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String typed(String text) {
        return text == null ? "" : text.strip();
    }

    /** Numbers are often written in groups. */
    private static String digits(String text) {
        return typed(text).replaceAll("[\\s.]", "");
    }

    private static boolean isOrganization(String number) {
        return OrganisasjonsnummerValidator.isValid(number);
    }

    private static boolean isAccount(String number) {
        return KontonummerValidator.isValid(number);
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException none) {
            return false;
        }
    }
}
