package no.kravbro.sandbox.autocollect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.kravbro.sandbox.autocollect.BatchRow.BatchType;
import no.kravbro.sandbox.trade.OsloDays;

/** Claims handed over: form on the spot, content in the batch, one verdict per invoice. */
final class InvoiceWork implements Work {

    private static final int MOST = 100;

    private final AutoCollectSettings settings;
    private final Memory memory;
    private final NoticeRun run;

    InvoiceWork(AutoCollectSettings settings, Memory memory, NoticeRun run) {
        this.settings = settings;
        this.memory = memory;
        this.run = run;
    }

    @Override
    public BatchType type() {
        return BatchType.INVOICE;
    }

    @Override
    public void check(Organization organization, String path, JsonNode body) {
        List<ClaimRow> claims = read(organization, body);
        boolean nothingNew = claims.stream().allMatch(claim -> open(claim).isPresent());
        if (nothingNew) {
            throw ApiError.conflict("ALREADY_EXISTS", "Invoice is already registered", "uniqueSourceInvoiceId");
        }
    }

    @Override
    public List<BatchItem> process(Organization organization, BatchRow batch, JsonNode body, Instant at) {
        List<BatchItem> items = new ArrayList<>();
        for (ClaimRow claim : read(organization, body)) {
            claim.batchId = batch.batchId();
            Plan scripted = memory.plans.get(claim.key);
            claim.plan = scripted == null ? Plan.seeded(settings.seed(), claim.key) : scripted;
            items.add(decide(organization, claim, at));
        }
        return items;
    }

    private BatchItem decide(Organization organization, ClaimRow claim, Instant at) {
        Optional<Refusal> refusal = open(claim).isPresent()
                ? Optional.of(new Refusal("ALREADY_EXISTS", "Invoice is already registered"))
                : InvoiceRules.refusal(organization, claim, OsloDays.day(at));
        if (refusal.isPresent()) {
            return new BatchItem(
                    null,
                    claim.invoiceNumber,
                    null,
                    claim.key,
                    refusal.get().code(),
                    refusal.get().reason());
        }
        return BatchItem.done(register(claim, at));
    }

    /** Takes the claim; its run begins. */
    ClaimRow register(ClaimRow claim, Instant at) {
        claim.invoiceId = memory.newInvoiceId(claim.invoiceNumber);
        claim.receivedAt = at;
        memory.put(claim);
        run.received(claim, at);
        return claim;
    }

    private Optional<ClaimRow> open(ClaimRow claim) {
        return memory.openClaim(claim.organizationId, claim.key);
    }

    private static List<ClaimRow> read(Organization organization, JsonNode body) {
        Fields fields = Fields.of(body);
        List<ClaimRow> claims = new ArrayList<>();
        for (JsonNode node : fields.objects("invoices", MOST)) {
            claims.add(InvoiceReader.read(organization, fields.at("invoices[" + claims.size() + "]", node)));
        }
        return claims;
    }
}
