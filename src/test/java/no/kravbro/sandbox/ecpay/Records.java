package no.kravbro.sandbox.ecpay;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Takes or refuses one record of a creditor's file, and remembers by REFERANSE what it answered. */
final class Records {

    private final EcpaySettings settings;
    private final Books books;
    private final Course course;

    Records(EcpaySettings settings, Books books, Course course) {
        this.settings = settings;
        this.books = books;
        this.course = course;
    }

    /** The columns of the receipt from REFERANSE on. */
    List<String> take(Client client, EcFile file, List<String> record) {
        String reference = client.login() + "/" + record.get(1);
        String content = String.join(";", record);
        Books.Answered before = books.answered.get(reference);
        if (before != null) {
            return before.content().equals(content) ? before.result() : refused(record, "DUBLETT", "REFERANSE");
        }
        List<String> result;
        try {
            result = switch (Kind.of(record.get(0))) {
                case SAK -> claim(client, file, record);
                case INB -> payment(client, record);
                default -> credit(client, file, record);
            };
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            result = refused(record, "UGYLDIG_DATA", "");
        }
        if (result.get(4).equals("GODTATT")) {
            books.answered.put(reference, new Books.Answered(content, result));
        }
        return result;
    }

    private List<String> claim(Client client, EcFile file, List<String> record) {
        String key = record.get(2) + "-" + record.get(3);
        Plan scripted = books.plans.get(key);
        Plan plan = scripted == null ? Plan.seeded(settings.seed(), key) : scripted;
        String field = ClaimRules.broken(client, record);
        if (!record.get(2).equals(client.organization())) {
            return refused(record, "UKJENT_KREDITOR", "ORGNR");
        }
        if (field != null) {
            return refused(record, "UGYLDIG_DATA", field);
        }
        if (plan.reject() != null) {
            return refused(record, plan.reject(), "");
        }
        if (books.open(client, record.get(3)).isPresent()) {
            return refused(record, "KRAV_FINNES", "");
        }
        LocalDate received = file.created().toLocalDate();
        if (received.isBefore(Kroner.day(record.get(6)).plusDays(15))) {
            return refused(record, "IKKE_FORFALT", "FORFALLSDATO");
        }
        if (record.get(24).equals("J") && record.get(26).isEmpty()) {
            return refused(record, "BESTRIDT_UTEN_INFO", "MERKNAD");
        }
        CaseRow row = opened(client, record, plan);
        course.go(row, received);
        books.put(row);
        return accepted(record, row);
    }

    private CaseRow opened(Client client, List<String> record, Plan plan) {
        CaseRow row = new CaseRow();
        row.login = client.login();
        row.organization = record.get(2);
        row.invoiceId = record.get(3);
        row.invoiceNumber = record.get(4);
        row.customerNumber = record.get(14);
        row.caseNumber = books.nextCase(plan);
        row.firm = record.get(13).equals("F");
        row.vat = record.get(12).equals("J");
        row.originalOre = Kroner.ore(record.get(7));
        row.principalOre = Kroner.ore(record.get(8));
        row.dueDate = Kroner.day(record.get(6));
        row.interestTo = row.dueDate;
        row.plan = plan;
        if (record.get(24).equals("J")) {
            row.flags.add("BESTRIDT");
        }
        return row;
    }

    private List<String> payment(Client client, List<String> record) {
        CaseRow row = books.open(client, record.get(3)).orElse(null);
        if (row == null) {
            return refused(record, "UKJENT_KRAV", "FAKTURAID");
        }
        LocalDate day = Kroner.day(record.get(6));
        long ore = Kroner.ore(record.get(7));
        boolean back = record.get(5).equals("T");
        Books.Answered first = back ? books.answered.get(client.login() + "/" + record.get(9)) : null;
        boolean all = first != null && Kroner.ore(first.result().get(3)) == -ore;
        if (back ? !all : ore <= 0 || ore > row.owedOre(day)) {
            return refused(record, "BELOP_AVVIK", "BELOP");
        }
        row.accrue(day);
        row.principalOre -= Math.min(ore, row.principalOre);
        if (row.principalOre == 0) {
            row.close("BETALT", day);
        }
        books.put(row);
        return accepted(record, row);
    }

    private List<String> credit(Client client, EcFile file, List<String> record) {
        CaseRow row = books.open(client, record.get(3)).orElse(null);
        if (row == null) {
            return refused(record, "UKJENT_KRAV", "FAKTURAID");
        }
        if (Kroner.ore(record.get(7)) != row.originalOre) {
            return refused(record, "DELKREDITERING", "BELOP");
        }
        row.principalOre = 0;
        row.interestUnits = 0;
        row.reminderFeeOre = 0;
        row.collectionFeeOre = 0;
        row.close("KREDITERT", file.created().toLocalDate());
        books.put(row);
        return accepted(record, row);
    }

    private static List<String> accepted(List<String> record, CaseRow row) {
        return List.of(
                record.get(1),
                record.get(2),
                record.get(3),
                amount(record),
                "GODTATT",
                Long.toString(row.caseNumber),
                "",
                "",
                "");
    }

    private static List<String> refused(List<String> record, String reason, String field) {
        String text = reason.equals("DELKREDITERING") ? "Kun full kreditering av fakturaen" : "";
        return List.of(record.get(1), record.get(2), record.get(3), amount(record), "AVVIST", "", reason, field, text);
    }

    private static String amount(List<String> record) {
        return Kind.of(record.get(0)).sum(record);
    }
}
