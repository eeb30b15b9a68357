package no.kravbro.sandbox.tripletex;

import java.time.LocalDate;

/** The invoices that the agencies' contracts use as examples, with their ids, numbers and people. */
final class ContractInvoices {

    private ContractInvoices() {}

    static void tell(Accountant accountant) {
        Books books = accountant.books();
        NewCustomer.person(20005, "Åse Øvrebø Prøve")
                .reached("ase@example.com", "+4740000005", "Prøveveien 1")
                .add(books);
        NewCustomer.person(20011, "Kari Prøve")
                .reached("kari@example.com", "+4740000011", "Prøveveien 1")
                .add(books);
        NewCustomer.person(20019, "Per Prøve")
                .reached("per@example.com", "+4740000019", "Prøveveien 19")
                .add(books);
        NewCustomer.business(20022, "Fjell & Fjord Bygg Test AS", "310456713").add(books);
        NewCustomer.business(20034, "Fjell & Fjord Test AS", "310456713")
                .reached("faktura@example.com", "+4740000034", "Prøveveien 1")
                .add(books);
        NewCustomer.person(20041, "Ola Prøve")
                .reached("ola@example.com", "+4740000041", "Prøveveien 2")
                .add(books);
        NewCustomer.business(20043, "Slettet Test AS", "310671231").add(books);

        invoice(accountant, 2147524090L, 10019, 20005, "2025-11-20", "2025-12-20", 125_000);
        invoice(accountant, 2147524143L, 10023, 20011, "2025-12-01", "2025-12-15", 1_000_000);
        long part = invoice(accountant, 2147524175L, 10025, 20022, "2025-12-01", "2025-12-15", 525_000);
        accountant.directPayment(part, LocalDate.of(2025, 12, 19), 225_000);
        invoice(accountant, 2147524301L, 10031, 20019, "2025-12-03", "2025-12-17", 480_000);
        invoice(accountant, 2147524999L, 10057, 20034, "2025-12-17", "2025-12-31", 240_000);
        invoice(accountant, 2147525003L, 10061, 20041, "2025-12-10", "2025-12-31", 525_000);
        invoice(accountant, 2147525010L, 10064, 20043, "2025-12-12", "2025-12-31", 89_050);
    }

    private static long invoice(
            Accountant accountant, long id, long number, long customer, String date, String due, long ore) {
        return accountant.issue(Issue.nok(NewCustomer.id(customer), LocalDate.parse(date), LocalDate.parse(due), ore)
                .as(id, number));
    }
}
