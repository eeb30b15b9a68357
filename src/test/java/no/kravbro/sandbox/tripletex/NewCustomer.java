package no.kravbro.sandbox.tripletex;

/**
 * A customer to be registered; synthetic people only.
 *
 * @param organizationNumber null for a private person
 * @param address null = none registered
 */
record NewCustomer(
        long number,
        String name,
        String organizationNumber,
        String email,
        String phone,
        String address,
        String postalCode,
        String city) {

    static NewCustomer person(long number, String name) {
        return at(number, name, null);
    }

    static NewCustomer business(long number, String name, String organizationNumber) {
        return at(number, name, organizationNumber);
    }

    private static NewCustomer at(long number, String name, String organizationNumber) {
        String phone = "+474000" + "%04d".formatted(number % 10_000);
        String email = "kunde" + number + "@example.com";
        return new NewCustomer(
                number, name, organizationNumber, email, phone, "Prøveveien " + number % 100, "0150", "Oslo");
    }

    NewCustomer reached(String newEmail, String newPhone, String newAddress) {
        return new NewCustomer(number, name, organizationNumber, newEmail, newPhone, newAddress, postalCode, city);
    }

    /** Ids are the number moved up, so that a reader of a log can tell them. */
    long id() {
        return id(number);
    }

    static long id(long number) {
        return 82_000_000 + number;
    }

    Row add(Books books) {
        Row customer = books.insert("Customer", id(), "name", name, "displayName", name, "customerNumber", number);
        Row filled = customer.with("organizationNumber", organizationNumber == null ? "" : organizationNumber)
                .with("isPrivateIndividual", organizationNumber == null, "isCustomer", true, "language", "NO")
                .with("email", email, "invoiceEmail", email, "overdueNoticeEmail", "", "phoneNumber", "")
                .with("phoneNumberMobile", phone, "invoiceSendMethod", "EMAIL", "currency", CompanySetup.NOK)
                .with("invoicesDueIn", 14, "invoicesDueInType", "DAYS", "description", "");
        if (address == null) {
            return books.put(filled);
        }
        Row place = books.add("Address", "addressLine1", address, "addressLine2", "", "postalCode", postalCode);
        books.put(place.with("city", city, "country", CompanySetup.NORWAY)
                .with("addressAsString", address + ", " + postalCode + " " + city));
        return books.put(filled.with("postalAddress", place.id(), "physicalAddress", place.id()));
    }
}
