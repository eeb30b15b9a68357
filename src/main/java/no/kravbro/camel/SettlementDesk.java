package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import no.kravbro.bundle.ExactJson;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.Refusal;
import no.kravbro.money.Settlement;
import no.kravbro.reconcile.SettlementEntry;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Takes settlements from the wire to the room that books them. */
@Component("settlementDesk")
public class SettlementDesk {

    private final SettlementEntry entry;

    public SettlementDesk(SettlementEntry entry) {
        this.entry = entry;
    }

    /** The agency and its own id of the money event: the key under which it enters once. */
    public String key(Exchange exchange, String idAt) {
        JsonNode settlement = exchange.getMessage().getBody(JsonNode.class);
        String id = settlement.at(idAt).asText("");
        if (id.isBlank()) {
            throw new Refusal("GARBAGE", "A settlement without id at " + idAt);
        }
        String source = source(Notebook.creditor(exchange));
        String payload = exchange.getMessage().getBody(String.class);
        exchange.setVariable(DeadLetterDesk.RECEIVED, new DeadLetterDesk.Received(source, id, payload, null, 0));
        return source + InboxDoor.SEPARATOR + id;
    }

    static String source(Creditor creditor) {
        return creditor.agency() + ".settlement";
    }

    /** Checks it and orders its booking; a finding sends it to the dead letters. */
    public void enter(Exchange exchange) throws JsonProcessingException {
        Creditor creditor = Notebook.creditor(exchange);
        Settlement settlement = ExactJson.value(exchange.getMessage().getBody(String.class), Settlement.class);
        exchange.setVariable(
                DeadLetterDesk.RECEIVED,
                new DeadLetterDesk.Received(
                        source(creditor),
                        settlement.id(),
                        null,
                        settlement.claimKey(),
                        Math.abs(settlement.netToCreditorOre())));
        entry.enter(creditor, settlement, source(creditor));
        exchange.setVariable(TimelineDesk.CLAIM, settlement.claimKey());
        exchange.setVariable(TimelineDesk.WHAT, "SETTLEMENT_RECEIVED");
        exchange.setVariable(TimelineDesk.REFERENCE, settlement.id());
    }
}
