package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kravbro.agency.SafeXml;
import no.kravbro.bundle.ExactJson;
import no.kravbro.creditor.Creditor;
import no.kravbro.money.Money;
import no.kravbro.money.Settlement;
import no.kravbro.reconcile.SettlementEntry;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Takes settlements from the wire to the room that books them. */
@Component("settlementDesk")
public class SettlementDesk {

    /** Source and key under which it enters. */
    static final String ENTRY = "entry";

    /** What the timeline calls it. */
    static final String HAS_COME = "SETTLEMENT_RECEIVED";

    private static final List<String> TOTALS = List.of("grossOre", "agencyTotalOre", "netToCreditorOre");

    private static final String WHAT = "The settlement";

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
        JsonNode row = exchange.getMessage().getBody(JsonNode.class);
        Arrivals arrivals = exchange.getVariable(ArrivalDesk.ARRIVALS, Arrivals.class);
        Arrivals.Let let = arrivals == null ? null : arrivals.of(row);
        if (let == null) {
            note(exchange, received(exchange, row, thing, idAt, claimAt, netAt));
        } else {
            note(exchange, let.received());
            exchange.setVariable(InboxDoor.LET_IN, let.entry());
        }
    }

    /** What a row is, by the paths given. */
    static DeadLetterDesk.Received received(
            Exchange exchange, JsonNode row, String thing, String idAt, String claimAt, String netAt) {
        String payload = exchange.getContext().getTypeConverter().convertTo(String.class, exchange, row);
        String id = row.at(idAt).asText("");
        return received(exchange, thing, id, payload, row.at(claimAt).asText(null), stake(row.at(netAt)));
    }

    /**
     * The same for a thing in XML.
     *
     * @param claimAt paths of the parts of the claim's key, and {@code netAt} of the kroner that add up to what is at stake;
     *     element names separated by slashes, paths by commas
     */
    public void noteXml(Exchange exchange, String thing, String idName, String claimAt, String netAt) {
        Element told = SafeXml.parse(exchange.getMessage().getBody(String.class));
        String claim = Stream.of(claimAt.split(","))
                .flatMap(path -> SafeXml.texts(told, path).stream().limit(1))
                .collect(Collectors.joining("-"));
        note(
                exchange,
                received(
                        exchange,
                        thing,
                        SafeXml.text(told, idName),
                        exchange.getMessage().getBody(String.class),
                        claim.isEmpty() ? null : claim,
                        stake(told, netAt)));
    }

    private static long stake(Element told, String netAt) {
        try {
            return Math.abs(SafeXml.texts(told, netAt).stream()
                    .mapToLong(kroner -> Money.ore(new BigDecimal(kroner)))
                    .reduce(0, Math::addExact));
        } catch (NumberFormatException | ArithmeticException noAmount) {
            // Refused behind the door, as below.
            return 0;
        }
    }

    private static DeadLetterDesk.Received received(
            Exchange exchange, String thing, String told, String payload, String claim, long stake) {
        String source = Notebook.creditor(exchange).agency() + "." + thing;
        // Without an id, or with one that no id is as long as, it is let in all the same, under a key of ours, so that
        // it is kept and a person sees it.
        String id = told == null || told.isBlank() || told.length() > Documents.LONGEST_ID
                ? "without-id-" + UUID.nameUUIDFromBytes(payload.getBytes(StandardCharsets.UTF_8))
                : told;
        return new DeadLetterDesk.Received(source, id, payload, claim, stake);
    }

    private static void note(Exchange exchange, DeadLetterDesk.Received received) {
        exchange.setVariable(DeadLetterDesk.RECEIVED, received);
        exchange.setVariable(ENTRY, received.source() + InboxDoor.SEPARATOR + received.key());
    }

    /** What is no amount is refused behind the door; until then nothing is known to be at stake. */
    private static long stake(JsonNode net) {
        try {
            return net.isNumber() ? Math.abs(Money.ore(net.decimalValue())) : 0;
        } catch (ArithmeticException tooFine) {
            return 0;
        }
    }

    /**
     * Totals that are missing are wrong, unless the mapping says {@code "totals": "NONE"}: a wire that never states any has
     * none that could be wrong. One that states a single total is held to all three.
     */
    static Settlement settlement(JsonNode told) throws JsonProcessingException {
        ObjectNode facts = told.deepCopy();
        JsonNode totals = facts.remove("totals");
        Settlement settlement = Documents.read(WHAT, ExactJson.write(facts), Settlement.class);
        boolean none = totals != null && totals.asText().equals("NONE");
        return none && TOTALS.stream().noneMatch(facts::hasNonNull) ? settlement.summed() : settlement;
    }

    /** Checks it and orders its booking; a finding sends it to the dead letters. */
    public void enter(Exchange exchange) throws JsonProcessingException {
        Creditor creditor = Notebook.creditor(exchange);
        JsonNode told = Documents.tree(WHAT, exchange.getMessage().getBody(String.class));
        Settlement settlement = settlement(told);
        DeadLetterDesk.Received received = Notebook.need(
                        exchange, DeadLetterDesk.RECEIVED, DeadLetterDesk.Received.class)
                .about(settlement.claimKey(), Math.abs(settlement.netToCreditorOre()));
        exchange.setVariable(DeadLetterDesk.RECEIVED, received);
        Documents.identified(WHAT, settlement.id());
        Documents.present(WHAT, "settlementDate", settlement.settlementDate());
        Arrivals arrivals = exchange.getVariable(ArrivalDesk.ARRIVALS, Arrivals.class);
        if (arrivals != null) {
            SettlementEntry.check(settlement);
            arrivals.add(received, settlement);
            return;
        }
        entry.enter(creditor, settlement, received.source(), received.key());
        exchange.setVariable(TimelineDesk.CLAIM, settlement.claimKey());
        exchange.setVariable(TimelineDesk.WHAT, HAS_COME);
        exchange.setVariable(TimelineDesk.REFERENCE, settlement.id());
    }
}
