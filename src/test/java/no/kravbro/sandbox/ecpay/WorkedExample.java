package no.kravbro.sandbox.ecpay;

/**
 * The contract's story: case 500123 (paid in full after collection, 29 January 2026) and case 500140 (paid in full at the
 * notice, 28 January, seen late) stand in BOK 000007 and are paid out by AVR 000003 with 12 421.22. The agency's ordinary run
 * gives these figures once the two debtors behave so.
 */
public final class WorkedExample {

    public static final String COLLECTED = "310245674-2147524143";
    public static final String NOTICED = "310245674-2147524999";

    private WorkedExample() {}

    /** To be said before the claims are handed over: 10023 by 30 December 2025, 10057 by 15 January 2026. */
    public static void script(EcpaySandbox sandbox) {
        sandbox.script(COLLECTED, Plan.of(Behaviour.PAYS_AT_COLLECTION, 14).numbered(500_123, 30_019));
        sandbox.script(NOTICED, Plan.of(Behaviour.PAYS_AT_NOTICE, 13).seenLate().numbered(500_140, 30_011));
        sandbox.script(
                "310245674-2147525003", Plan.of(Behaviour.STAYS_SILENT, 0).numbered(500_141, 0));
        sandbox.script("310245674-2147525010", Plan.rejected("SKYLDNER_AVVIK"));
    }
}
