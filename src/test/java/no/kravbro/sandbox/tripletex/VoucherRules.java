package no.kravbro.sandbox.tripletex;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules a voucher must keep before it is booked; each was met at the real API. */
final class VoucherRules {

    private final Books books;

    VoucherRules(Books books) {
        this.books = books;
    }

    void check(Draft draft) {
        if (draft.lines().isEmpty()) {
            throw Refusal.rule("postings", "Et bilag kan ikke registreres uten posteringer.");
        }
        balanced(draft.lines());
        draft.lines().forEach(this::check);
    }

    private static void balanced(List<Line> lines) {
        sums(lines, Line::date).forEach((date, sum) -> {
            if (sum != 0) {
                throw Refusal.rule(
                        "postings",
                        "Summen av posteringene for " + date + " er ikke lik 0. Summen er " + sum + " øre.");
            }
        });
        TreeMap<Integer, Long> count =
                lines.stream().collect(Collectors.groupingBy(Line::row, TreeMap::new, Collectors.counting()));
        sums(lines, Line::row).forEach((row, sum) -> {
            if (count.get(row) > 1 && sum != 0) {
                throw Refusal.rule("postings", "Summen av posteringene på rad " + row + " er ikke lik 0.");
            }
        });
    }

    private static <K extends Comparable<K>> TreeMap<K, Long> sums(List<Line> lines, Function<Line, K> key) {
        return lines.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.summingLong(Line::gross)));
    }

    private void check(Line line) {
        if (line.account().flag("isInactive")) {
            throw Refusal.rule("postings.account.id", "Kontoen er inaktiv.");
        }
        party(line);
        vat(line);
        dimensions(line);
        open(line.date());
        notReconciled(line.account(), line.date());
    }

    private static void party(Line line) {
        String ledger = line.account().text("ledgerType");
        if ("CUSTOMER".equals(ledger)) {
            present(line, "customer", "Kunde mangler");
        } else if ("VENDOR".equals(ledger)) {
            present(line, "supplier", "Leverandør mangler");
        } else if ("EMPLOYEE".equals(ledger)) {
            present(line, "employee", "Ansatt mangler");
        }
    }

    private static void present(Line line, String field, String message) {
        if (!line.more().containsKey(field)) {
            throw Refusal.rule("postings." + field + ".id", message);
        }
    }

    private static void vat(Line line) {
        if (!(line.more().get("vatType") instanceof Number id)) {
            return;
        }
        Row account = line.account();
        boolean legal = account.flag("vatLocked")
                ? account.number("vatType") == id.longValue()
                : account.ids("legalVatTypes").contains(id.longValue());
        if (!legal) {
            throw Refusal.rule(
                    "postings.vatType.id",
                    "Kontoen " + account.number("number") + " " + account.text("name") + " er låst til mva-kode "
                            + account.number("vatType") + ".");
        }
    }

    private static void dimensions(Line line) {
        if (line.account().flag("requiresDepartment")) {
            present(line, "department", "Avdeling mangler");
        }
        if (line.account().flag("requiresProject")) {
            present(line, "project", "Prosjekt mangler");
        }
    }

    /** The real answer to a closed period is not known; status, code and field are this sandbox's choice. */
    void open(LocalDate date) {
        Row period = books.stream("AccountingPeriod")
                .filter(each -> new Period(each.day("start"), each.day("end")).contains(date))
                .findFirst()
                .orElse(null);
        if (period == null || period.flag("isClosed")) {
            throw Refusal.rule("date", "Perioden er avsluttet eller finnes ikke: " + date);
        }
    }

    void notReconciled(Row account, LocalDate date) {
        if (account.get("_reconciled") instanceof List<?> months
                && months.contains(YearMonth.from(date).toString())) {
            throw Refusal.rule(
                    "Internal field (account)",
                    "An entry cannot be made in a period with a reconciled bank statement.");
        }
    }
}
