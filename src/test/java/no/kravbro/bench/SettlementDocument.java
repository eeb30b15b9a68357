package no.kravbro.bench;

/** What the agency collected, one settlement per claim, all of it paid; a hundred share a bank line. */
final class SettlementDocument {

    static final int PER_REMITTANCE = 100;
    static final long INTEREST_ORE = 111;
    static final long FEE_ORE = 3750;

    private SettlementDocument() {}

    static String id(long number) {
        return String.format("44444444-0000-4000-8000-%012d", number);
    }

    static String remittance(long number) {
        return Long.toString(40_000 + number / PER_REMITTANCE);
    }

    static long net(long number) {
        return InvoiceDocument.amountOre(number) + INTEREST_ORE;
    }

    /** @param units how many there are in all: the last bank line may pay fewer */
    static String of(int number, int units) {
        int first = number / PER_REMITTANCE * PER_REMITTANCE;
        int members = Math.min(PER_REMITTANCE, units - first);
        long paid = 0;
        for (int each = first; each < first + members; each++) {
            paid += net(each);
        }
        String amount = InvoiceDocument.kroner(InvoiceDocument.amountOre(number));
        return "{\"settlementId\":\"" + id(number)
                + "\",\"settlementDate\":\"2026-01-30\",\"paymentDate\":\"2026-01-28\",\"caseNumber\":\""
                + (5_000_000 + number) + "\",\"collectionType\":\"REMINDER\",\"invoiceNumber\":\"" + (10_000 + number)
                + "\",\"uniqueSourceInvoiceId\":\"" + Side.ORGANIZATION + "-" + (InvoiceDocument.FIRST_ID + number)
                + "\",\"currency\":\"NOK\",\"exchangeRate\":1,\"gross\":"
                + InvoiceDocument.kroner(net(number) + FEE_ORE) + ",\"agencyTotal\":37.50,\"netToCreditor\":"
                + InvoiceDocument.kroner(net(number)) + ",\"lines\":[{\"kind\":\"PRINCIPAL\",\"paid\":" + amount
                + ",\"toCreditor\":" + amount + ",\"toAgency\":0.00},"
                + "{\"kind\":\"LATE_INTEREST\",\"paid\":1.11,\"toCreditor\":1.11,\"toAgency\":0.00},"
                + "{\"kind\":\"REMINDER_FEE\",\"paid\":37.50,\"toCreditor\":0.00,\"toAgency\":37.50}],"
                + "\"remittance\":{\"voucherNumber\":\"" + remittance(number) + "\",\"bankText\":\"Samlebilag "
                + remittance(number)
                + "\",\"bankAccount\":\"99990123450\",\"payoutDate\":\"2026-02-02\",\"settlementCount\":"
                + members + ",\"carriedIn\":0.00,\"carriedOut\":0.00,\"netPayout\":" + InvoiceDocument.kroner(paid)
                + "}}";
    }
}
