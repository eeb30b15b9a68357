package no.kravbro.claim;

import java.time.LocalDate;
import java.util.List;

/** Builds invoices for tests: an ordinary one, due 31 December 2025 and all open, unless told otherwise. Synthetic debtor. */
public final class AnInvoice {

    public static final LocalDate DUE = LocalDate.of(2025, 12, 31);

    private LocalDate due = DUE;
    private String currency = "NOK";
    private long outstandingOre = 1_000_000;
    private boolean creditNote;
    private boolean credited;
    private LocalDate postponedTo;
    private Debtor debtor = business();
    private List<InvoicePosting> postings = List.of(new InvoicePosting(71, DUE, 1500, 1_000_000, null));

    private AnInvoice() {}

    public static AnInvoice ordinary() {
        return new AnInvoice();
    }

    public static Debtor business() {
        return debtor(false, "310456713", "post@nord.example", false, false);
    }

    public static Debtor privatePerson() {
        return debtor(true, null, "kari@nord.example", false, false);
    }

    public static Debtor debtor(
            boolean privatePerson,
            String organizationNumber,
            String email,
            boolean automaticNotices,
            boolean factored) {
        return new Debtor(
                5001,
                "20011",
                "Prøve Prøvesen",
                privatePerson,
                organizationNumber,
                email,
                "99990000",
                "Testveien 1",
                null,
                "0001",
                "Oslo",
                "NO",
                automaticNotices,
                factored);
    }

    public AnInvoice due(LocalDate day) {
        due = day;
        return this;
    }

    public AnInvoice open(long ore) {
        outstandingOre = ore;
        return this;
    }

    public AnInvoice in(String code) {
        currency = code;
        return this;
    }

    public AnInvoice creditNote() {
        creditNote = true;
        return this;
    }

    public AnInvoice credited() {
        credited = true;
        return this;
    }

    public AnInvoice remindersPostponedTo(LocalDate day) {
        postponedTo = day;
        return this;
    }

    public AnInvoice owedBy(Debtor other) {
        debtor = other;
        return this;
    }

    public AnInvoice postings(InvoicePosting... others) {
        postings = List.of(others);
        return this;
    }

    public Invoice build() {
        return build(2_147_524_143L);
    }

    public Invoice build(long id) {
        return new Invoice(
                id,
                "10023",
                due.minusDays(14),
                due,
                "10002300019",
                currency,
                1_000_000,
                outstandingOre,
                creditNote,
                credited,
                postponedTo,
                debtor,
                postings);
    }
}
