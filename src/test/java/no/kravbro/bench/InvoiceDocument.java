package no.kravbro.bench;

import java.time.LocalDate;

/** Synthetic invoices as the accounting system tells them; the number decides everything, so every run sees the same. */
final class InvoiceDocument {

    static final LocalDate TODAY = LocalDate.of(2026, 2, 2);
    static final LocalDate FIRST_DAY = LocalDate.of(2025, 12, 1);
    static final long FIRST_ID = 2_147_000_000L;
    static final long FIRST_POSTING = 9_000_000L;
    static final int ACCOUNTS = 5_000_000;

    private static final String DUE = TODAY.minusDays(20).toString();
    private static final String ISSUED = TODAY.minusDays(34).toString();

    private InvoiceDocument() {}

    static long amountOre(long number) {
        return (1000 + number) * 100 + 25;
    }

    static int number(long invoiceId) {
        return (int) (invoiceId - FIRST_ID);
    }

    static String kroner(long ore) {
        return ore / 100 + "." + (ore % 100 < 10 ? "0" : "") + ore % 100;
    }

    /** Every one is overdue and can be handed over. */
    static String of(int number) {
        String amount = kroner(amountOre(number));
        return "{\"id\":" + (FIRST_ID + number) + ",\"invoiceNumber\":" + (10_000 + number) + ",\"invoiceDate\":\""
                + ISSUED + "\",\"invoiceDueDate\":\"" + DUE + "\",\"kid\":\"" + (1_000_000L + number) + "\",\"amount\":"
                + amount + ",\"amountCurrency\":" + amount + ",\"amountOutstanding\":" + amount
                + ",\"amountCurrencyOutstanding\":" + amount
                + ",\"isCreditNote\":false,\"isCredited\":false,\"currency\":{\"code\":\"NOK\"},\"voucher\":{\"id\":"
                + (7_000_000L + number) + "},\"invoiceRemark\":null,\"customer\":" + customer(number)
                + ",\"postings\":[{\"id\":" + (FIRST_POSTING + number) + ",\"date\":\"" + ISSUED + "\",\"amount\":"
                + amount
                + ",\"account\":{\"id\":" + (ACCOUNTS + 1500)
                + "},\"type\":\"OUTGOING_INVOICE\",\"closeGroup\":null}]}";
    }

    private static String customer(int number) {
        return "{\"id\":" + (3_000_000L + number) + ",\"customerNumber\":" + (20_000 + number) + ",\"name\":\"Kunde "
                + number + " AS\",\"isPrivateIndividual\":false,\"organizationNumber\":\"923609016\",\"email\":\"kunde"
                + number
                + "@example.no\",\"invoiceEmail\":\"\",\"overdueNoticeEmail\":\"\",\"phoneNumber\":\"22000000\","
                + "\"phoneNumberMobile\":\"\",\"isFactoring\":false,\"isAutomaticSoftReminderEnabled\":false,"
                + "\"isAutomaticReminderEnabled\":false,\"isAutomaticNoticeOfDebtCollectionEnabled\":false,"
                + "\"postalAddress\":{\"addressLine1\":\"Gata " + number % 99
                + "\",\"addressLine2\":\"\",\"postalCode\":\"0150\",\"city\":\"OSLO\","
                + "\"country\":{\"isoAlpha2Code\":\"NO\"}}}";
    }
}
