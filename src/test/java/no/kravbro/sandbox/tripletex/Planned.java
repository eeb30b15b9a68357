package no.kravbro.sandbox.tripletex;

import java.time.LocalDate;
import no.kravbro.sandbox.SandboxClock;

/** Invoices that will be issued when their day has come. */
final class Planned {

    private static final String PLANNED = "_Planned";

    private final Archive archive;
    private final Invoicing invoicing;

    Planned(Archive archive, Invoicing invoicing) {
        this.archive = archive;
        this.invoicing = invoicing;
    }

    static void plan(Books books, long customer, LocalDate date, LocalDate due, long ore) {
        books.add(PLANNED, "customer", customer, "date", date, "due", due, "ore", ore);
    }

    void issueDue() {
        LocalDate today = LocalDate.ofInstant(archive.clock().instant(), SandboxClock.OSLO);
        for (Books books : archive.companies()) {
            books.stream(PLANNED)
                    .filter(row -> !row.day("date").isAfter(today))
                    .toList()
                    .forEach(row -> issue(books, row));
        }
    }

    private void issue(Books books, Row row) {
        books.remove(row);
        invoicing.issue(books, Issue.nok(row.number("customer"), row.day("date"), row.day("due"), row.number("ore")));
    }
}
