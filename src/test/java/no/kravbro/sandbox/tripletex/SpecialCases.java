package no.kravbro.sandbox.tripletex;

import java.time.LocalDate;

/** Invoices that must not simply be handed over, one reason each. */
final class SpecialCases {

    private static final LocalDate START = TripletexStory.START;
    private static final LocalDate DUE = START.minusDays(25);
    private static final long ORE = 360_000;

    private final Accountant accountant;
    private long number;

    SpecialCases(Accountant accountant, long firstCustomer) {
        this.accountant = accountant;
        this.number = firstCustomer;
    }

    void tell() {
        paid();
        credited();
        remainders();
        foreign();
        marked();
        incomplete();
        reminded();
    }

    private void paid() {
        accountant.directPayment(invoice(person()), DUE.minusDays(2), ORE);
        accountant.directPayment(invoice(person()), START.minusDays(3), ORE + 50_000);
        long twice = invoice(business());
        accountant.directPayment(twice, DUE, ORE);
        accountant.directPayment(twice, DUE.plusDays(1), ORE);
        accountant.writeOff(invoice(person()), START.minusDays(4));
    }

    private void credited() {
        accountant.creditNote(invoice(business()), START.minusDays(10));
        accountant.creditNote(invoice(person()), START.minusDays(1));
        accountant.partialCredit(invoice(business()), START.minusDays(8), ORE / 3);
    }

    private void remainders() {
        accountant.directPayment(invoice(person()), START.minusDays(5), ORE - 40);
        accountant.directPayment(invoice(business()), START.minusDays(5), ORE - 4_500);
        accountant.directPayment(invoice(person()), START.minusDays(6), ORE / 2);
    }

    private void foreign() {
        LocalDate date = DUE.minusDays(14);
        accountant.issue(
                new Issue(0, 0, business(), date, DUE, 1_175_000, CompanySetup.EUR, 100_000, "Work in Hamburg"));
        accountant.issue(new Issue(0, 0, person(), date, DUE, 505_000, CompanySetup.USD, 50_000, null));
    }

    private void marked() {
        long automatic = business();
        accountant.set("Customer", automatic, "isAutomaticNoticeOfDebtCollectionEnabled", true);
        invoice(automatic);
        invoice(automatic);
        long factored = business();
        accountant.set("Customer", factored, "isFactoring", true);
        invoice(factored);
        invoice(factored);
        long inactive = person();
        invoice(inactive);
        accountant.set("Customer", inactive, "isInactive", true);
    }

    private void incomplete() {
        NewCustomer homeless = People.person(number++).reached("", "", null);
        homeless.add(accountant.books());
        invoice(homeless.id());
        long nameless = business();
        accountant.set("Customer", nameless, "organizationNumber", "");
        invoice(nameless);
    }

    private void reminded() {
        long soft = invoice(person());
        accountant.remind(soft, "REMINDER", DUE.plusDays(14), true);
        long noticed = invoice(business());
        accountant.remind(noticed, "NOTICE_OF_DEBT_COLLECTION", DUE.plusDays(14), true);
    }

    private long invoice(long customer) {
        return accountant.invoice(customer, DUE.minusDays(14), DUE, ORE);
    }

    private long person() {
        return add(People.person(number++));
    }

    private long business() {
        return add(People.business(number++));
    }

    private long add(NewCustomer customer) {
        return customer.add(accountant.books()).id();
    }
}
