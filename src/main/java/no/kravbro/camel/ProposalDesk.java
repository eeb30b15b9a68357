package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import no.kravbro.bundle.ExactJson;
import no.kravbro.creditor.Creditor;
import no.kravbro.money.Proposal;
import no.kravbro.reconcile.ProposalEntry;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Takes voucher proposals from the wire to the room that books them, and answers back to the wire. */
@Component("proposalDesk")
public class ProposalDesk {

    private static final String NO_PROPOSAL = "row";
    private static final String WHAT = "The proposal";

    /** What has come: {@code payment} or {@code withdrawal}; {@code enter-<thing>} takes it up. */
    static final String THING = "thing";

    private final ProposalEntry entry;

    public ProposalDesk(ProposalEntry entry) {
        this.entry = entry;
    }

    /**
     * Notes what has come and the key under which it enters once; nothing for a proposal that is answered already or is another
     * creditor's. The status is no part of what enters: it is ours to change.
     *
     * @param status name of the field that holds it, {@code waiting} and {@code takenBack} its values that concern us
     */
    public void note(Exchange exchange, String status, String waiting, String takenBack) {
        Creditor creditor = Notebook.creditor(exchange);
        JsonNode row = exchange.getMessage().getBody(JsonNode.class);
        // What is no proposal at all is let in as one without an id: behind a cursor it comes only once.
        ObjectNode proposal = row instanceof ObjectNode object
                ? object.deepCopy()
                : JsonNodeFactory.instance.objectNode().put(status, waiting).set(NO_PROPOSAL, row);
        String stands = String.valueOf(proposal.path(status).asText());
        String claim = proposal.path("key").asText(null);
        exchange.removeVariable(SettlementDesk.ENTRY);
        boolean ours = claim == null || claim.startsWith(creditor.organizationNumber() + "-");
        boolean concerns = stands.equals(waiting) || stands.equals(takenBack);
        if (!ours || !concerns) {
            return;
        }
        String thing = stands.equals(waiting) ? "payment" : "withdrawal";
        proposal.remove(status);
        String payload = ExactJson.write(proposal);
        String id = proposal.path("id").asText("");
        if (id.isBlank() || id.length() > Documents.LONGEST_ID) {
            // Let in all the same, under a key of ours, so that it is kept and a person sees it.
            id = "without-id-" + UUID.nameUUIDFromBytes(payload.getBytes(StandardCharsets.UTF_8));
        }
        String source = creditor.agency() + "." + thing;
        exchange.setVariable(THING, thing);
        exchange.setVariable(DeadLetterDesk.RECEIVED, new DeadLetterDesk.Received(source, id, payload, claim, 0));
        exchange.setVariable(SettlementDesk.ENTRY, source + InboxDoor.SEPARATOR + id);
        exchange.getMessage().setBody(proposal);
    }

    /** Checks it and orders its voucher; what is refused goes to the dead letters as well as back to the agency. */
    public void enter(Exchange exchange) throws JsonProcessingException {
        Proposal proposal = proposal(exchange);
        DeadLetterDesk.Received received = received(exchange, proposal);
        entry.enter(Notebook.creditor(exchange), proposal, received.source(), received.key());
        tell(exchange, proposal, "PROPOSAL_RECEIVED");
    }

    /** The agency has taken it back. */
    public void withdrawn(Exchange exchange) throws JsonProcessingException {
        Proposal proposal = proposal(exchange);
        DeadLetterDesk.Received received = received(exchange, proposal);
        entry.withdrawn(Notebook.creditor(exchange), proposal, received.source(), received.key());
        tell(exchange, proposal, "PROPOSAL_WITHDRAWN");
    }

    private static Proposal proposal(Exchange exchange) throws JsonProcessingException {
        Proposal proposal = Documents.read(WHAT, exchange.getMessage().getBody(String.class), Proposal.class);
        Documents.identified(WHAT, proposal.id());
        Documents.present(WHAT, "date", proposal.date());
        return proposal;
    }

    private static DeadLetterDesk.Received received(Exchange exchange, Proposal proposal) {
        DeadLetterDesk.Received received = Notebook.need(
                        exchange, DeadLetterDesk.RECEIVED, DeadLetterDesk.Received.class)
                .about(proposal.claimKey(), Math.abs(proposal.netOre()));
        exchange.setVariable(DeadLetterDesk.RECEIVED, received);
        return received;
    }

    private static void tell(Exchange exchange, Proposal proposal, String what) {
        exchange.setVariable(TimelineDesk.CLAIM, proposal.claimKey());
        exchange.setVariable(TimelineDesk.WHAT, what);
        exchange.setVariable(TimelineDesk.REFERENCE, proposal.id());
    }

    /** The answer to bring, in our words; which proposal it is about stands in {@code proposal}. */
    public String answer(Exchange exchange) throws JsonProcessingException {
        String payload = BookingDesk.member(exchange).payload();
        exchange.setVariable(
                "proposal", ExactJson.read(payload).path("proposal").asText());
        return payload;
    }
}
