package no.kravbro.sandbox.autocollect;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The contract's story: case 5000001 (paid in full after collection) and case 5000014 (paid in full at the notice) are
 * settled together on 30 January 2026 as samlebilag 48213, one bank line of 12 421.22. Nothing is faked: the agency's
 * ordinary run gives these figures once the two debtors behave so.
 */
public final class WorkedExample {

    public static final String COLLECTED = "310245674-2147524143";
    public static final String NOTICED = "310245674-2147524999";

    private static final Instant COLLECTED_RECEIVED = Instant.parse("2025-12-29T06:00:05Z");
    private static final Instant NOTICED_RECEIVED = Instant.parse("2026-01-14T06:00:04.120Z");

    private WorkedExample() {}

    /** For a story in which the claims are handed over the wire (10023 by 29 Dec 2025, 10057 by 14 Jan 2026). */
    public static void script(AutoCollectSandbox sandbox) {
        sandbox.script(COLLECTED, Plan.of(Behaviour.PAYS_AT_COLLECTION, 14).numbered(5_000_001));
        sandbox.script(NOTICED, Plan.of(Behaviour.PAYS_AT_NOTICE, 14).numbered(5_000_014));
    }

    /** Both claims as if they had been received then. The clock must stand between 14 and 28 January 2026. */
    public static void load(AutoCollectSandbox sandbox) {
        script(sandbox);
        sandbox.receivedInThePast(collected(), COLLECTED_RECEIVED);
        sandbox.receivedInThePast(noticed(), NOTICED_RECEIVED);
    }

    private static ClaimRow collected() {
        ClaimRow claim = claim(COLLECTED, "10023", 10_000_00, LocalDate.of(2025, 12, 1), LocalDate.of(2025, 12, 15));
        claim.batchId = "b7a1c0de-0000-4000-8000-000000000031";
        claim.debtors = List.of(Json.object(
                "debtorId", "33333333-0000-4000-8000-000000020011",
                "type", "PRIVATE",
                "customerNumber", "20011",
                "firstName", "Kari",
                "lastName", "Prøve",
                "fullName", "Kari Prøve"));
        return claim;
    }

    private static ClaimRow noticed() {
        ClaimRow claim = claim(NOTICED, "10057", 2_400_00, LocalDate.of(2025, 12, 17), LocalDate.of(2025, 12, 31));
        claim.batchId = "b7a1c0de-0000-4000-8000-000000000032";
        claim.debtors = List.of(Json.object(
                "debtorId", "33333333-0000-4000-8000-000000020034",
                "type", "BUSINESS",
                "customerNumber", "20034",
                "fullName", "Fjell & Fjord Test AS",
                "organizationNumber", "310456713"));
        return claim;
    }

    private static ClaimRow claim(String key, String number, long ore, LocalDate invoiced, LocalDate due) {
        ClaimRow claim = new ClaimRow();
        claim.organizationId = Organization.NORDLYS.id();
        claim.key = key;
        claim.invoiceNumber = number;
        claim.requestedType = "NOTICE";
        claim.vat = true;
        claim.fees = true;
        claim.currency = "NOK";
        claim.originalOre = ore;
        claim.principalOre = ore;
        claim.invoiceDate = invoiced;
        claim.dueDate = due;
        claim.interestTo = due;
        return claim;
    }
}
