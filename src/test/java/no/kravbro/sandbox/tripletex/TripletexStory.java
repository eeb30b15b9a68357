package no.kravbro.sandbox.tripletex;

import java.time.LocalDate;
import java.util.List;

/** The companies, tokens and invoices every sandbox starts with, as of {@link #START}. Telling it twice adds nothing. */
public final class TripletexStory {

    public static final LocalDate START = LocalDate.of(2026, 1, 5);

    /** Nordlys Elektro AS, organisation number 310245674. */
    public static final long NORDLYS = 107_421;

    public static final String NORDLYS_ORGANIZATION = "310245674";

    /** Bergvik Renhold AS: fewer invoices, no payment type for settlements. */
    public static final long BERGVIK = 107_533;

    public static final String BERGVIK_ORGANIZATION = People.organizationNumber(31_077_700);

    public static final String CONSUMER_TOKEN = "test-kravbro-consumer";
    public static final String NORDLYS_TOKEN = "test-nordlys-employee";
    public static final String BERGVIK_TOKEN = "test-bergvik-employee";

    /** Reaches both companies, as an accountant's token does. */
    public static final String ACCOUNTANT_TOKEN = "test-accountant-employee";

    /** Payment type of Nordlys that pays into 1960, the interim account. */
    public static final String SETTLEMENT_PAYMENT_TYPE = "Oppgjør inkasso";

    /** Issued one by one after the start, as the clock moves. */
    private static final int LATER_INVOICES = 60;

    private static final long OFFICE = 107_999;
    private static final long BULK_CUSTOMER = 29_999;

    private TripletexStory() {}

    public static void tell(TripletexSandbox sandbox) {
        if (sandbox.hasCompany(NORDLYS)) {
            return;
        }
        sandbox.change(() -> {
            nordlys(sandbox);
            bergvik(sandbox);
            sandbox.company(OFFICE, People.organizationNumber(31_088_800), "Tall & Orden Regnskap AS", "99990999999");
            sandbox.token(CONSUMER_TOKEN, ACCOUNTANT_TOKEN, OFFICE, List.of(NORDLYS, BERGVIK));
            return null;
        });
    }

    private static void nordlys(TripletexSandbox sandbox) {
        sandbox.company(NORDLYS, NORDLYS_ORGANIZATION, "Nordlys Elektro AS", "99990123450");
        sandbox.token(CONSUMER_TOKEN, NORDLYS_TOKEN, NORDLYS, List.of());
        Accountant accountant = sandbox.accountant(NORDLYS);
        accountant.paymentType(SETTLEMENT_PAYMENT_TYPE, 1960);
        ContractInvoices.tell(accountant);
        AgesStory ages = new AgesStory(accountant, 20_100);
        ages.tell();
        ages.goOn(LATER_INVOICES);
        new SpecialCases(accountant, 20_200).tell();
    }

    private static void bergvik(TripletexSandbox sandbox) {
        sandbox.company(BERGVIK, BERGVIK_ORGANIZATION, "Bergvik Renhold AS", "99990543210");
        sandbox.token(CONSUMER_TOKEN, BERGVIK_TOKEN, BERGVIK, List.of());
        Accountant accountant = sandbox.accountant(BERGVIK);
        new AgesStory(accountant, 30_100).tell(3, 14, 15, 22, 40, 90, -9, -20);
    }

    /** Adds n invoices of 1,000.00 to one more customer of a company, dated over the year before the start and all overdue or due today. */
    public static List<Long> bulk(TripletexSandbox sandbox, long company, int n) {
        Accountant accountant = sandbox.accountant(company);
        return sandbox.change(() -> {
            if (accountant.books().get("Customer", NewCustomer.id(BULK_CUSTOMER)) == null) {
                People.business(BULK_CUSTOMER).add(accountant.books());
            }
            return accountant.bulk(n, NewCustomer.id(BULK_CUSTOMER), START.minusDays(15), 100_000);
        });
    }
}
