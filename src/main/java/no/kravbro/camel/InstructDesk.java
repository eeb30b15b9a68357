package no.kravbro.camel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import no.kravbro.agency.Action;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.agency.Capabilities.Price;
import no.kravbro.agency.WireAnswer;
import no.kravbro.bundle.ExactJson;
import no.kravbro.claim.ClaimKey;
import no.kravbro.claim.Invoice;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Refusal;
import no.kravbro.delivery.Work;
import no.kravbro.transfer.instruct.Attachments;
import no.kravbro.transfer.instruct.Instruction;
import no.kravbro.transfer.instruct.InstructionLook;
import no.kravbro.transfer.instruct.WithdrawalPrice;
import no.kravbro.tripletex.InvoiceReader;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Prepares what an agency is instructed to do: the last look, and the document that its mapping reads. One per work. */
@Component("instructDesk")
public class InstructDesk {

    /** No run goes on by these, so they do not wait until the books can be read. */
    private static final Set<Action> STOPS = Set.of(Action.ANSWER_LIST, Action.DISPUTE, Action.PAUSE);

    /** What the wire calls the instruction, where an address is made of that. */
    private static final String CALL = "call";

    /** Set when the price must still be the one that was confirmed. */
    private static final String PRICED = "priced";

    private final InstructionLook look;
    private final Claims claims;
    private final Attachments attachments;
    private final AgencyProfiles profiles;

    public InstructDesk(InstructionLook look, Claims claims, Attachments attachments, AgencyProfiles profiles) {
        this.look = look;
        this.claims = claims;
        this.attachments = attachments;
        this.profiles = profiles;
    }

    private static Delivery member(Exchange exchange) {
        return Notebook.work(exchange).members().get(0);
    }

    /** The accounting system does not answer: what stops a run is told all the same. */
    public void notRead(Exchange exchange) {
        if (!STOPS.contains(Instruction.parse(member(exchange).payload()).action())) {
            throw exchange.getProperty(Exchange.EXCEPTION_CAUGHT, ReadFailed.class);
        }
        exchange.getMessage().setBody(null);
    }

    /** When it is no longer right the flow ends here; a failed look sends nothing but what stops a run. */
    public void lookAgain(Exchange exchange) {
        Work work = Notebook.work(exchange);
        Delivery member = member(exchange);
        Optional<Invoice> now = invoice(exchange, member);
        if (!look.stillRight(work, member, now.orElse(null))) {
            exchange.setRouteStop(true);
            return;
        }
        Price price = profiles.of(work.target()).capabilities().withdrawal().price();
        boolean withdrawal = Instruction.parse(member.payload()).action() == Action.WITHDRAW;
        exchange.setVariable(PRICED, withdrawal && (price == Price.QUOTED || price == Price.COSTS));
        exchange.setVariable(
                WithdrawalDesk.CLAIM, claims.find(member.claimKey()).orElseThrow());
    }

    private static Optional<Invoice> invoice(Exchange exchange, Delivery member) {
        WireAnswer answer = exchange.getMessage().getBody(WireAnswer.class);
        if (answer != null && answer.status() == 200) {
            return InvoiceReader.page(answer.body()).stream()
                    .filter(each ->
                            each.id() == ClaimKey.parse(member.claimKey()).invoiceId())
                    .findFirst();
        }
        if (answer == null || STOPS.contains(Instruction.parse(member.payload()).action())) {
            return Optional.empty();
        }
        throw new ReadFailed(answer);
    }

    /** A price that has risen since it was confirmed must be seen again; nothing is sent. */
    public void priceHolds(Exchange exchange) {
        WithdrawalPrice now = exchange.getMessage().getBody(WithdrawalPrice.class);
        Long confirmed = Instruction.parse(member(exchange).payload()).priceOre();
        if (now.priceOre() == null || confirmed == null || now.priceOre() > confirmed) {
            throw new Refusal("PRICE_CHANGED", "Confirmed were " + confirmed + ", now it is " + now.priceOre());
        }
    }

    /** The instruction with what the agency calls case and invoice, and what goes with it. */
    public String document(Exchange exchange) {
        Work work = Notebook.work(exchange);
        Creditor creditor = Notebook.creditor(exchange);
        Instruction instruction = Instruction.parse(member(exchange).payload());
        ClaimRow claim = claims.find(instruction.key()).orElseThrow();
        exchange.setVariable(
                CALL,
                profiles.of(work.target())
                        .capabilities()
                        .actions()
                        .get(instruction.action())
                        .call());
        exchange.setVariable(WithdrawalDesk.CLAIM, claim);
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("transmission", work.transmissionId());
        document.putObject("creditor")
                .put("organizationNumber", creditor.organizationNumber())
                .put("agencyReference", creditor.agencyReference());
        ObjectNode told = ExactJson.treeOf(instruction).deepCopy();
        told.put("case", claim.caseNumber()).put("caseId", claim.agencyCase()).put("invoice", claim.agencyInvoice());
        attached(instruction, told.putArray("attachments"));
        document.set("instruction", told);
        return ExactJson.write(document);
    }

    private void attached(Instruction instruction, ArrayNode into) {
        attachments.of(instruction.key(), instruction.attachments()).forEach(each -> into.addObject()
                .put("name", each.name())
                .put("mediaType", each.mediaType())
                .put("content", Base64.getEncoder().encodeToString(each.content())));
    }
}
