package no.kravbro.sandbox.autocollect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import no.kravbro.sandbox.autocollect.BatchRow.BatchType;
import no.kravbro.sandbox.trade.OsloDays;

/** Direct payments and credit notes reported by the creditor. */
final class MoneyWork implements Work {

    private static final int MOST = 100;
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

    private final BatchType type;
    private final Memory memory;
    private final Ledger ledger;

    private record Item(String invoiceId, long amountOre, String currency, LocalDate day) {}

    /** @param type PAYMENT or CORRECTION */
    MoneyWork(BatchType type, Memory memory, Ledger ledger) {
        this.type = type;
        this.memory = memory;
        this.ledger = ledger;
    }

    @Override
    public BatchType type() {
        return type;
    }

    @Override
    public void check(Organization organization, String path, JsonNode body) {
        List<Item> items = read(body);
        if (items.size() == 1 && memory.claim(organization.id(), items.get(0).invoiceId()) == null) {
            throw ApiError.notFound("invoice");
        }
    }

    @Override
    public List<BatchItem> process(Organization organization, BatchRow batch, JsonNode body, Instant at) {
        return read(body).stream().map(item -> decide(organization, item, at)).toList();
    }

    private BatchItem decide(Organization organization, Item item, Instant at) {
        ClaimRow claim = memory.claim(organization.id(), item.invoiceId());
        Refusal refusal = refusal(claim, item, OsloDays.day(at));
        if (refusal != null) {
            boolean known = claim != null;
            return new BatchItem(
                    item.invoiceId(),
                    known ? claim.invoiceNumber : null,
                    null,
                    known ? claim.key : null,
                    refusal.code(),
                    refusal.reason());
        }
        if (type == BatchType.PAYMENT) {
            ledger.direct(claim, item.amountOre(), item.day(), at);
        } else {
            ledger.credit(claim, item.amountOre(), item.day(), at);
        }
        return BatchItem.done(claim);
    }

    private Refusal refusal(ClaimRow claim, Item item, LocalDate today) {
        if (claim == null) {
            return new Refusal("UNKNOWN_CLAIM", "No such invoice");
        }
        if (!claim.isOpen()) {
            return new Refusal("CASE_CLOSED", "The case is closed");
        }
        if (!item.currency().equals(claim.currency) || item.day().isAfter(today)) {
            return new Refusal("INVALID_DATA", "Another currency, or a day to come");
        }
        long most = type == BatchType.PAYMENT ? claim.remainingOre(today) : claim.principalOre;
        return item.amountOre() <= 0 || item.amountOre() > most
                ? new Refusal("AMOUNT", "Nothing, or more than remains")
                : null;
    }

    private List<Item> read(JsonNode body) {
        String name = type == BatchType.PAYMENT ? "payments" : "corrections";
        Fields fields = Fields.of(body);
        List<Item> items = new ArrayList<>();
        for (JsonNode node : fields.objects(name, MOST)) {
            items.add(item(fields.at(name + "[" + items.size() + "]", node)));
        }
        return items;
    }

    private Item item(Fields item) {
        if (type == BatchType.CORRECTION) {
            item.text("description");
        } else if (!item.text("type").equals("DIRECT_PAYMENT")) {
            throw ApiError.badRequest("Only DIRECT_PAYMENT", item.path() + "type");
        }
        return new Item(item.text("invoiceId", UUID), item.ore("amount"), item.text("currency"), item.day("date"));
    }
}
