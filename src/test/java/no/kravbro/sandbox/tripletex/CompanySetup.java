package no.kravbro.sandbox.tripletex;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A new company with what every Tripletex company has: currencies, VAT types, accounts, periods, payment types. */
final class CompanySetup {

    static final long NOK = 1;
    static final long USD = 4;
    static final long EUR = 5;
    static final long NORWAY = 161;
    static final String OUTGOING_INVOICE = "Utgående faktura";
    static final String PAYMENT = "Betaling";
    static final String BANK_STATEMENT = "Bankavstemming";
    static final String REMINDER = "Purring";
    static final String MANUAL = "Bilag";

    /** VAT on sales, high rate. */
    static final long VAT_OUT = 3;

    private static final long VAT_IN = 1;
    private static final List<Long> ON_COST = List.of(0L, VAT_IN, 11L, 13L);
    private static final List<Long> ON_SALES = List.of(0L, VAT_OUT, 31L, 32L, 5L, 6L);
    private static final int FIRST_YEAR = 2023;
    private static final int YEARS = 8;

    private final Books books;

    private CompanySetup(Books books) {
        this.books = books;
    }

    static Books create(Archive archive, long id, String organizationNumber, String name, String bankAccount) {
        Books books = archive.of(id);
        CompanySetup setup = new CompanySetup(books);
        setup.money();
        setup.vat();
        setup.accounts(bankAccount);
        setup.periods();
        setup.types();
        setup.company(organizationNumber, name);
        return books;
    }

    private void company(String organizationNumber, String name) {
        Row address = books.add(
                "Address", "addressLine1", "Prøveveien 100", "postalCode", "0150", "city", "Oslo", "country", NORWAY);
        books.insert(
                "Company",
                books.company(),
                "name",
                name,
                "displayName",
                name,
                "organizationNumber",
                organizationNumber,
                "email",
                "regnskap@example.com",
                "phoneNumber",
                "+4740000100",
                "address",
                address.id(),
                "type",
                "AS",
                "currency",
                NOK,
                "startDate",
                "2019-01-01");
        books.insert(
                "Employee",
                1,
                "firstName",
                "Ine",
                "lastName",
                "Integrasjon",
                "email",
                "ine@example.com",
                "companyId",
                books.company());
    }

    private void money() {
        books.insert(
                "Country",
                NORWAY,
                "name",
                "Norge",
                "displayName",
                "Norge",
                "isoAlpha2Code",
                "NO",
                "isoAlpha3Code",
                "NOR",
                "isoNumericCode",
                "578");
        Map.of(NOK, "NOK", USD, "USD", EUR, "EUR")
                .forEach((id, code) -> books.insert(
                        "Currency", id, "code", code, "description", code, "displayName", code, "factor", 1));
    }

    private void vat() {
        vat(0, "Ingen avgiftsbehandling", 0, 0);
        vat(VAT_IN, "Fradrag inngående avgift, høy sats", 2500, 2710);
        vat(11, "Fradrag inngående avgift, middels sats", 1500, 2711);
        vat(13, "Fradrag inngående avgift, lav sats", 1200, 2712);
        vat(VAT_OUT, "Utgående avgift, høy sats", 2500, 2700);
        vat(31, "Utgående avgift, middels sats", 1500, 2701);
        vat(32, "Utgående avgift, lav sats", 1200, 2702);
        vat(5, "Ingen utgående avgift (innenfor mva-loven)", 0, 0);
        vat(6, "Ingen utgående avgift (utenfor mva-loven)", 0, 0);
    }

    private void vat(long id, String name, long rate, long account) {
        books.insert(
                "VatType",
                id,
                "name",
                name,
                "displayName",
                name,
                "number",
                Long.toString(id),
                "percentage",
                rate,
                "_account",
                account);
    }

    private void accounts(String bankAccount) {
        for (Object[] each : ChartOfAccounts.ALL) {
            account((int) each[0], (String) each[1], (String) each[2], (String) each[3]);
        }
        Row bank = books.account(1920);
        books.put(bank.with("bankAccountNumber", bankAccount, "isInvoiceAccount", true));
        books.add(
                "PostingRules",
                "accountReceivableCustomersId",
                books.account(1500).id(),
                "accountDebtVendorsId",
                books.account(2400).id(),
                "accountDebtEmployeesAndOwnersId",
                books.account(2930).id(),
                "accountRoundDiffId",
                books.account(7798).id());
    }

    private void account(int number, String name, String type, String ledger) {
        boolean balance = number < 3000;
        boolean bank = number >= 1920 && number < 1960;
        boolean financial = number >= 8000;
        books.add(
                "Account",
                "number",
                number,
                "numberPretty",
                Integer.toString(number),
                "name",
                name,
                "displayName",
                number + " " + name,
                "type",
                type,
                "ledgerType",
                ledger,
                "vatType",
                0,
                "vatLocked",
                balance || financial,
                "legalVatTypes",
                balance || financial ? List.of(0L) : number < 4000 ? ON_SALES : ON_COST,
                "currency",
                NOK,
                "isCloseable",
                balance && !bank,
                "isBankAccount",
                bank,
                "requireReconciliation",
                bank);
    }

    private void periods() {
        LocalDate first = LocalDate.of(FIRST_YEAR, 1, 1);
        for (int month = 0; month < YEARS * 12; month++) {
            LocalDate start = first.plusMonths(month);
            books.add(
                    "AccountingPeriod",
                    "name",
                    start.toString().substring(0, 7),
                    "number",
                    start.getMonthValue(),
                    "start",
                    start,
                    "end",
                    start.plusMonths(1));
        }
    }

    private void types() {
        List.of(
                        OUTGOING_INVOICE,
                        "Leverandørfaktura",
                        REMINDER,
                        PAYMENT,
                        "Betaling med KID-nummer",
                        "Remittering",
                        BANK_STATEMENT,
                        MANUAL)
                .forEach(name -> books.add("VoucherType", "name", name, "displayName", name));
        paymentType("Kontant", 1900);
        paymentType("Betalt til bank", 1920);
    }

    /** What a person makes in Tripletex' own pages; the API cannot. */
    void paymentType(String description, int debit) {
        books.add(
                "PaymentType",
                "description",
                description,
                "displayName",
                description,
                "debitAccount",
                books.account(debit).id(),
                "creditAccount",
                books.account(1500).id(),
                "vatType",
                0,
                "currencyId",
                NOK,
                "currencyCode",
                "NOK");
    }

    /** A department, project or product. */
    static Row numbered(Books books, String type, String number) {
        String field = type.equals("Department") ? "departmentNumber" : "number";
        return books.add(type, field, number, "name", type + " " + number);
    }

    static void account(Books books, int number, String name) {
        new CompanySetup(books).account(number, name, ChartOfAccounts.ASSETS, ChartOfAccounts.GENERAL);
    }

    static void paymentType(Books books, String description, int debit) {
        new CompanySetup(books).paymentType(description, debit);
    }

    static Row voucherType(Books books, String name) {
        return books.by("VoucherType", "name", name);
    }
}
