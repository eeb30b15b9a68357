package no.kravbro.sandbox.tripletex;

import java.time.LocalDate;

/** Open invoices of every age, by turns of a private person and a company; the boundary days of both. */
final class AgesStory {

    /** Days past due at the story's start; negative: due so many days later. */
    private static final int[] AGES = {
        1, 2, 5, 8, 10, 12, 13, 13, 14, 14, 15, 15, 16, 20, 21, 28, 30, 35, 40, 40, 41, 45, 60, 75, 90, 120, 180, 365,
        1000, 0, -1, -3, -7, -10, -14, -21, -30
    };

    private static final int TERM_DAYS = 14;

    private final Accountant accountant;
    private long customer;

    AgesStory(Accountant accountant, long firstCustomer) {
        this.accountant = accountant;
        this.customer = firstCustomer;
    }

    void tell() {
        tell(AGES);
    }

    void tell(int... ages) {
        for (int age : ages) {
            NewCustomer debtor = customer % 2 == 0 ? People.person(customer) : People.business(customer);
            debtor.add(accountant.books());
            LocalDate due = TripletexStory.START.minusDays(age);
            accountant.invoice(debtor.id(), first(due.minusDays(TERM_DAYS)), due, ore());
            customer++;
        }
    }

    /** One more invoice every third day, for people already known. */
    void goOn(int count) {
        long known = customer - 1;
        for (int i = 1; i <= count; i++) {
            LocalDate date = TripletexStory.START.plusDays(3L * i);
            Planned.plan(
                    accountant.books(),
                    NewCustomer.id(known - i % 10),
                    date,
                    date.plusDays(TERM_DAYS),
                    ore() + i * 100L);
        }
    }

    /** No invoice is dated after the story's start. */
    private static LocalDate first(LocalDate date) {
        return date.isAfter(TripletexStory.START) ? TripletexStory.START : date;
    }

    /** Between 250 and some 20,000 kroner, with øre. */
    private long ore() {
        return 25_000 + customer * 7_919 % 20_000 * 100 + customer * 31 % 4 * 25;
    }
}
