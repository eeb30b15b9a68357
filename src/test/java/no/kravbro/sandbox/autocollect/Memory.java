package no.kravbro.sandbox.autocollect;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.kravbro.sandbox.Store;

/** Everything the simulated agency remembers, and the numbers it gives out (shaped as in the contract's examples). */
final class Memory {

    final Store.Table<BatchRow> batches;
    final Store.Table<ClaimRow> claims;
    final Store.Table<MessageRow> messages;
    final Store.Table<MoneyRow> money;
    final Store.Table<SettlementRow> settlements;
    final Store.Table<Plan> plans;
    final Store.Table<Long> balances;
    final Store.Table<String> marks;
    private final Store store;

    Memory(Store store) {
        this.store = store;
        this.batches = store.table("autocollect-batches", BatchRow.class);
        this.claims = store.table("autocollect-claims", ClaimRow.class);
        this.messages = store.table("autocollect-messages", MessageRow.class);
        this.money = store.table("autocollect-money", MoneyRow.class);
        this.settlements = store.table("autocollect-settlements", SettlementRow.class);
        this.plans = store.table("autocollect-plans", Plan.class);
        this.balances = store.table("autocollect-balances", Long.class);
        this.marks = store.table("autocollect-marks", String.class);
    }

    long next(String sequence, long first) {
        return store.next("autocollect-" + sequence, first);
    }

    static String id(String prefix, long number) {
        return String.format("%s-0000-4000-8000-%012d", prefix, number);
    }

    /** After the invoice number, as in the contract; a number that is taken or no number gets one of ours. */
    String newInvoiceId(String invoiceNumber) {
        if (invoiceNumber.matches("[1-9][0-9]{0,10}")) {
            String id = id("11111111", Long.parseLong(invoiceNumber));
            if (claims.get(id) == null) {
                return id;
            }
        }
        return id("11111111", next("invoice", 900_000_000_001L));
    }

    void put(ClaimRow claim) {
        claims.put(claim.invoiceId, claim);
    }

    List<ClaimRow> claimsOf(String organizationId) {
        return claims.all().stream()
                .filter(claim -> claim.organizationId.equals(organizationId))
                .sorted(Comparator.comparing((ClaimRow claim) -> claim.receivedAt)
                        .thenComparing(c -> c.invoiceId))
                .toList();
    }

    /** Cases, oldest first. */
    List<ClaimRow> casesOf(String organizationId) {
        return claimsOf(organizationId).stream()
                .filter(claim -> claim.caseId != null)
                .sorted(Comparator.comparingLong(claim -> claim.caseNumber))
                .toList();
    }

    Optional<ClaimRow> openClaim(String organizationId, String key) {
        return claims.all().stream()
                .filter(claim -> claim.key.equals(key) && claim.isOpen())
                .filter(claim -> claim.organizationId.equals(organizationId))
                .findFirst();
    }

    ClaimRow claim(String organizationId, String invoiceId) {
        ClaimRow claim = claims.get(invoiceId);
        return claim != null && claim.organizationId.equals(organizationId) ? claim : null;
    }

    ClaimRow aCase(String organizationId, String caseId) {
        return casesOf(organizationId).stream()
                .filter(claim -> claim.caseId.equals(caseId))
                .findFirst()
                .orElseThrow(() -> ApiError.notFound("case"));
    }

    List<BatchRow> batchesOf(String organizationId) {
        return batches.all().stream()
                .filter(batch -> batch.organizationId().equals(organizationId))
                .toList();
    }

    List<MessageRow> messagesOf(String caseId) {
        return messages.all().stream()
                .filter(message -> message.caseId().equals(caseId))
                .toList();
    }
}
