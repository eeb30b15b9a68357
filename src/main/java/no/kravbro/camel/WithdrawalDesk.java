package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.agency.Capabilities.Price;
import no.kravbro.agency.WireAnswer;
import no.kravbro.bundle.ExactJson;
import no.kravbro.creditor.Creditors;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.transfer.instruct.WithdrawalPrice;
import no.kravbro.transfer.instruct.WithdrawalPrices;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Finds out what a withdrawal costs now, at the agency where it can be asked. */
@Component("withdrawalDesk")
public class WithdrawalDesk {

    /** The claim that is asked about. */
    static final String CLAIM = "claim-row";

    private final WithdrawalPrices prices;
    private final AgencyProfiles profiles;
    private final Creditors creditors;
    private final ProducerTemplate sender;

    public WithdrawalDesk(
            WithdrawalPrices prices, AgencyProfiles profiles, Creditors creditors, ProducerTemplate sender) {
        this.prices = prices;
        this.profiles = profiles;
        this.creditors = creditors;
        this.sender = sender;
    }

    /** Asks and waits for the answer; throws {@link ReadFailed} where there is none. */
    WithdrawalPrice ask(ClaimRow claim) {
        Exchange asked = sender.request("direct:claim.ask-price", exchange -> {
            exchange.setVariable(CLAIM, claim);
            exchange.setVariable(
                    Notebook.CREDITOR, creditors.byId(claim.creditorId()).serving(claim.agency()));
        });
        if (asked.getException() instanceof ReadFailed failed) {
            throw failed;
        }
        if (asked.getException() != null) {
            throw new IllegalStateException("The price could not be asked for", asked.getException());
        }
        return asked.getMessage().getBody(WithdrawalPrice.class);
    }

    /** Which agency is asked, and what about. */
    public String question(Exchange exchange) {
        ClaimRow claim = Notebook.need(exchange, CLAIM, ClaimRow.class);
        exchange.setVariable("agency", claim.agency());
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("key", claim.key()).put("caseId", claim.agencyCase());
        return ExactJson.write(document);
    }

    /** An answer that is none is no price. */
    public String answered(Exchange exchange) {
        WireAnswer answer = exchange.getMessage().getBody(WireAnswer.class);
        if (answer.status() != 200) {
            throw new ReadFailed(answer);
        }
        return answer.body();
    }

    /** The price out of the agency's answer: quoted, or by its terms from the balance that it shows. */
    public WithdrawalPrice price(Exchange exchange) throws JsonProcessingException {
        ClaimRow claim = Notebook.need(exchange, CLAIM, ClaimRow.class);
        JsonNode told = ExactJson.read(exchange.getMessage().getBody(String.class));
        LocalDate free = told.hasNonNull("freeUntil")
                ? LocalDate.parse(told.get("freeUntil").asText())
                : null;
        Price basis = profiles.of(claim.agency()).capabilities().withdrawal().price();
        return basis == Price.QUOTED
                ? new WithdrawalPrice(basis, ore(told, "priceOre"), ore(told, "vatOre"), free)
                : prices.byRule(claim, ore(told, "remainingOre"), ore(told, "remainingPrincipalOre"), free);
    }

    /** Where nobody can be asked. */
    public WithdrawalPrice byRule(Exchange exchange) {
        return prices.byRule(Notebook.need(exchange, CLAIM, ClaimRow.class));
    }

    private static Long ore(JsonNode told, String field) {
        return told.hasNonNull(field) ? told.get(field).asLong() : null;
    }
}
