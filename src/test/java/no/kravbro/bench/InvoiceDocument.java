package no.kravbro.bench;

import java.time.LocalDate;

/** Synthetic invoices as the accounting system tells them; the number decides everything, so every run sees the same. */
final class InvoiceDocument {

    static final LocalDate TODAY = LocalDate.of(2026, 2, 2);
    static final LocalDate FIRST_DAY = LocalDate.of(2025, 12, 1);

    private static final long FIRST_ID = 2_147_000_000L;
    private static final int KINDS = 10;
    private static final int DUE_TOMORROW = 6;
    private static final int PAID = 7;
    private static final int NAMELESS = 8;
    private static final int SMALL = 9;

    private InvoiceDocument() {}

    /** Six of ten can be handed over; the others are not due, paid, without debtor data, or too small. */
    static String of(int number) {
        int kind = number % KINDS;
        LocalDate due = kind == DUE_TOMORROW ? TODAY.plusDays(1) : TODAY.minusDays(20);
        String amount = kind == SMALL ? "12.5" : (1000 + number) + ".25";
        String open = kind == PAID ? "0" : amount;
        return """
                {"id":%d,"invoiceNumber":%d,"invoiceDate":"%s","invoiceDueDate":"%s","kid":"%d",\
                "amount":%s,"amountCurrency":%s,"amountOutstanding":%s,"amountCurrencyOutstanding":%s,\
                "isCreditNote":false,"isCredited":false,"currency":{"code":"NOK"},"voucher":{"id":%d},\
                "invoiceRemark":null,"customer":%s,\
                "postings":[{"id":%d,"date":"%s","amount":%s,"account":{"id":5001500},"type":"OUTGOING_INVOICE",\
                "closeGroup":null}]}"""
                .formatted(
                        FIRST_ID + number,
                        10_000 + number,
                        due.minusDays(14),
                        due,
                        1_000_000L + number,
                        amount,
                        amount,
                        open,
                        open,
                        7_000_000L + number,
                        customer(number, kind == NAMELESS),
                        9_000_000L + number,
                        due.minusDays(14),
                        amount);
    }

    private static String customer(int number, boolean nameless) {
        return """
                {"id":%d,"customerNumber":%d,"name":"Kunde %d AS","isPrivateIndividual":false,\
                "organizationNumber":"%s","email":"kunde%d@example.no","invoiceEmail":"","overdueNoticeEmail":"",\
                "phoneNumber":"22000000","phoneNumberMobile":"","isFactoring":false,\
                "isAutomaticSoftReminderEnabled":false,"isAutomaticReminderEnabled":false,\
                "isAutomaticNoticeOfDebtCollectionEnabled":false,"postalAddress":{"addressLine1":"Gata %d",\
                "addressLine2":"","postalCode":"0150","city":"OSLO","country":{"isoAlpha2Code":"NO"}}}"""
                .formatted(
                        3_000_000L + number, 20_000 + number, number, nameless ? "" : "923609016", number, number % 99);
    }
}
