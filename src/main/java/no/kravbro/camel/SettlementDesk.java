package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import no.kravbro.bundle.ExactJson;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.Refusal;
import no.kravbro.money.Money;
import no.kravbro.money.Settlement;
import no.kravbro.reconcile.SettlementEntry;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Takes settlements from the wire to the room that books them. */
@Component("settlementDesk")
public class SettlementDesk {

    /** Source and key under which it enters. */
    static final String ENTRY = "entry";

    private final SettlementEntry entry;

    public SettlementDesk(SettlementEntry entry) {
        this.entry = entry;
    }

    /**
     * Notes what has come: the agency and its own id of the money event, the key under which it enters once. A step of its
     * own, for what an expression notes is lost with the copy of the message it works on.
     *
     * @param claimAt where the claim stands, and {@code netAt} the kroner: what a person is told when it is not let in
     */
    public void note(Exchange exchange, String idAt, String claimAt, String netAt) {
        noteAs(exchange, "settlement", idAt, claimAt, netAt);
    }

    /** The same for another thing than a settlement. @param thing what has come; {@code enter-<thing>} takes it up again */
    public void noteAs(Exchange exchange, String thing, String idAt, String claimAt, String netAt) {
        JsonNode settlement = exchange.getMessage().getBody(JsonNode.class);
        String source = Notebook.creditor(exchange).agency() + "." + thing;
        String payload = exchange.getMessage().getBody(String.class);
        String id = settlement.at(idAt).asText("");
        if (id.isBlank()) {
            // Let in all the same, under a key of ours, so that it is kept and a person sees it.
            id = "without-id-" + UUID.nameUUIDFromBytes(payload.getBytes(StandardCharsets.UTF_8));
        }
        exchange.setVariable(
                DeadLetterDesk.RECEIVED,
                new DeadLetterDesk.Received(
                        source, id, payload, settlement.at(claimAt).asText(null), stake(settlement.at(netAt))));
        exchange.setVariable(ENTRY, source + InboxDoor.SEPARATOR + id);
    }

    /** What is no amount is refused behind the door; until then nothing is known to be at stake. */
    private static long stake(JsonNode net) {
        try {
            return net.isNumber() ? Math.abs(Money.ore(net.decimalValue())) : 0;
        } catch (ArithmeticException tooFine) {
            return 0;
        }
    }

    /** Checks it and orders its booking; a finding sends it to the dead letters. */
    public void enter(Exchange exchange) throws JsonProcessingException {
        Creditor creditor = Notebook.creditor(exchange);
        Settlement settlement = ExactJson.value(exchange.getMessage().getBody(String.class), Settlement.class);
        DeadLetterDesk.Received received =
                Notebook.need(exchange, DeadLetterDesk.RECEIVED, DeadLetterDesk.Received.class);
        exchange.setVariable(
                DeadLetterDesk.RECEIVED,
                received.about(settlement.claimKey(), Math.abs(settlement.netToCreditorOre())));
        if (settlement.id() == null || settlement.id().isBlank()) {
            throw new Refusal("GARBAGE", "The settlement has no id, so it cannot be told from others");
        }
        entry.enter(creditor, settlement, received.source(), received.key());
        exchange.setVariable(TimelineDesk.CLAIM, settlement.claimKey());
        exchange.setVariable(TimelineDesk.WHAT, "SETTLEMENT_RECEIVED");
        exchange.setVariable(TimelineDesk.REFERENCE, settlement.id());
    }
}
