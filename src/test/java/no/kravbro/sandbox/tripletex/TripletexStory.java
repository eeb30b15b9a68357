package no.kravbro.sandbox.tripletex;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.kravbro.sandbox.Newcomer;

/** The companies, tokens and invoices every sandbox starts with, as of {@link #START}. Telling it twice adds nothing. */
public final class TripletexStory {

    public static final LocalDate START = LocalDate.of(2026, 1, 5);

    /** Nordlys Elektro AS, organisation number 310245674. */
    public static final long NORDLYS = 107_421;

    public static final String NORDLYS_ORGANIZATION = "310245674";

    /** Bergvik Renhold AS: fewer invoices, no payment type for settlements. */
    public static final long BERGVIK = 107_533;

    public static final String BERGVIK_ORGANIZATION = People.organizationNumber(31_077_700);

    /** Companies whose claims go to BAHS, KapitalKontroll2 and ECPay. */
    public static final long FJELLHEIM = 107_641;

    public static final String FJELLHEIM_ORGANIZATION = People.organizationNumber(31_077_710);
    public static final long SKOGLY = 107_752;
    public static final String SKOGLY_ORGANIZATION = People.organizationNumber(31_077_720);
    public static final long HAVBRIS = 107_863;
    public static final String HAVBRIS_ORGANIZATION = People.organizationNumber(31_077_730);

    public static final String CONSUMER_TOKEN = "test-kravbro-consumer";
    public static final String NORDLYS_TOKEN = "test-nordlys-employee";
    public static final String BERGVIK_TOKEN = "test-bergvik-employee";

    /** Reaches both companies, as an accountant's token does. */
    public static final String ACCOUNTANT_TOKEN = "test-accountant-employee";

    /** Payment type of Nordlys that pays into 1960, the interim account. */
    public static final String SETTLEMENT_PAYMENT_TYPE = "Oppgjør inkasso";

    /** Issued one by one after the start, as the clock moves. */
    private static final int LATER_INVOICES = 60;

    private static final int SERVED_LATER = 20;

    private static final long OFFICE = 107_999;
    private static final long BULK_CUSTOMER = 29_999;
    private static final long BULK_ORE = 100_000;
    private static final int BULK_AGE_DAYS = 15;

    private TripletexStory() {}

    public static void tell(TripletexSandbox sandbox) {
        if (sandbox.hasCompany(NORDLYS)) {
            return;
        }
        sandbox.change(() -> {
            nordlys(sandbox);
            bergvik(sandbox);
            served(sandbox, FJELLHEIM, FJELLHEIM_ORGANIZATION, "Fjellheim Bygg AS", "fjellheim", 40_100);
            served(sandbox, SKOGLY, SKOGLY_ORGANIZATION, "Skogly Tannklinikk AS", "skogly", 50_100);
            served(sandbox, HAVBRIS, HAVBRIS_ORGANIZATION, "Havbris Båtservice AS", "havbris", 60_100);
            sandbox.company(OFFICE, People.organizationNumber(31_088_800), "Tall & Orden Regnskap AS", "99990999999");
            sandbox.token(CONSUMER_TOKEN, ACCOUNTANT_TOKEN, OFFICE, List.of(NORDLYS, BERGVIK));
            return null;
        });
    }

    /** The company of a newcomer's creditor. */
    public static void tell(TripletexSandbox sandbox, Newcomer newcomer) {
        if (!sandbox.hasCompany(newcomer.company())) {
            sandbox.change(() -> {
                served(
                        sandbox,
                        newcomer.company(),
                        newcomer.organizationNumber(),
                        newcomer.creditorName(),
                        newcomer.creditor(),
                        70_100);
                return null;
            });
        }
    }

    /** Organisation number of a company of the story. */
    public static String organization(long company) {
        return Map.of(
                        NORDLYS, NORDLYS_ORGANIZATION,
                        BERGVIK, BERGVIK_ORGANIZATION,
                        FJELLHEIM, FJELLHEIM_ORGANIZATION,
                        SKOGLY, SKOGLY_ORGANIZATION,
                        HAVBRIS, HAVBRIS_ORGANIZATION)
                .get(company);
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

    /** A company with some invoices of all ages and a payment type for settlements; more are issued as time passes. */
    private static void served(
            TripletexSandbox sandbox, long id, String organization, String name, String token, int customers) {
        sandbox.company(id, organization, name, "9999" + id + "0");
        sandbox.token(CONSUMER_TOKEN, "test-" + token + "-employee", id, List.of());
        Accountant accountant = sandbox.accountant(id);
        accountant.paymentType(SETTLEMENT_PAYMENT_TYPE, 1960);
        AgesStory ages = new AgesStory(accountant, customers);
        ages.tell(3, 14, 15, 16, 22, 30, 40, 60, 90, -9, -20);
        ages.goOn(SERVED_LATER);
    }

    /** Adds n invoices of 1,000.00 to one more customer of a company, dated over the year before the start and all overdue or due today. */
    public static List<Long> bulk(TripletexSandbox sandbox, long company, int n) {
        Accountant accountant = sandbox.accountant(company);
        return sandbox.change(() -> {
            if (accountant.books().get("Customer", NewCustomer.id(BULK_CUSTOMER)) == null) {
                People.business(BULK_CUSTOMER).add(accountant.books());
            }
            return IntStream.range(0, n)
                    .mapToObj(day -> START.minusDays(BULK_AGE_DAYS + day % 365))
                    .map(date -> accountant.issue(
                            Issue.nok(NewCustomer.id(BULK_CUSTOMER), date, date.plusDays(14), BULK_ORE)))
                    .toList();
        });
    }
}
