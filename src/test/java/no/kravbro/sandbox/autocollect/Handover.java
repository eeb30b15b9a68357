package no.kravbro.sandbox.autocollect;

/** Request bodies of tests: one invoice, varied by what a test is about. Synthetic people only. */
record Handover(
        String id, String number, String kroner, String invoiced, String due, boolean vat, String debtor, String more) {

    private static final String PRIVATE = "{\"type\":\"PRIVATE\",\"customerNumber\":\"20011\",\"firstName\":\"Kari\","
            + "\"lastName\":\"Prøve\",\"fullName\":\"Kari Prøve\"}";
    static final String BUSINESS = "{\"type\":\"BUSINESS\",\"customerNumber\":\"20034\",\"fullName\":\"Fjell & Fjord"
            + " Test AS\",\"organizationNumber\":\"310456713\"}";

    static Handover of(String id, String kroner, String due) {
        return new Handover(id, "1" + id, kroner, "2025-11-01", due, true, PRIVATE, "");
    }

    Handover business() {
        return new Handover(id, number, kroner, invoiced, due, vat, BUSINESS, more);
    }

    Handover withoutVat() {
        return new Handover(id, number, kroner, invoiced, due, false, debtor, more);
    }

    Handover debtor(String json) {
        return new Handover(id, number, kroner, invoiced, due, vat, json, more);
    }

    /** @param members further members, each starting with a comma */
    Handover with(String members) {
        return new Handover(id, number, kroner, invoiced, due, vat, debtor, members);
    }

    String key() {
        return "310245674-" + id;
    }

    String item() {
        return ("{'type':'NOTICE','invoiceNumber':'" + number + "','vat':" + vat
                                + ",'fees':true,'originalInvoiceAmount':"
                                + kroner + ",'currency':'NOK','invoiceDate':'" + invoiced + "','dueDate':'" + due
                                + "','uniqueSourceInvoiceId':'" + key() + "','debtors':[")
                        .replace('\'', '"')
                + debtor + "]" + more.replace('\'', '"') + "}";
    }

    String body() {
        return body(this);
    }

    static String body(Handover... invoices) {
        StringBuilder body = new StringBuilder("{\"invoices\":[");
        for (Handover invoice : invoices) {
            body.append(body.charAt(body.length() - 1) == '[' ? "" : ",").append(invoice.item());
        }
        return body.append("]}").toString();
    }
}
