package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.kravbro.bundle.ExactJson;
import no.kravbro.claim.Stage;
import no.kravbro.delivery.CaseUpdate;
import no.kravbro.delivery.Claims;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Notes what the agency tells about a case. */
@Component("caseDesk")
public class CaseDesk {

    private final Claims claims;

    public CaseDesk(Claims claims) {
        this.claims = claims;
    }

    /** One update per invoice of the case; a closed case that names none any more is known by its own id. */
    public void note(Exchange exchange) throws JsonProcessingException {
        String agency = Notebook.creditor(exchange).agency();
        JsonNode told = ExactJson.read(exchange.getMessage().getBody(String.class));
        List<CaseUpdate> updates = new ArrayList<>();
        told.path("invoices").forEach(invoice -> updates.add(update(told, invoice, text(invoice, "key"))));
        if (updates.isEmpty()) {
            claims.ofCase(agency, text(told, "caseId")).forEach(key -> updates.add(update(told, told, key)));
        }
        claims.follow(agency, updates);
    }

    private static CaseUpdate update(JsonNode told, JsonNode invoice, String key) {
        List<String> flags = new ArrayList<>();
        told.path("flags").forEach(flag -> flags.add(flag.asText()));
        return new CaseUpdate(
                key,
                text(told, "caseNumber"),
                text(told, "caseId"),
                text(invoice, "invoiceId"),
                stage(text(told, "stage")),
                flags,
                text(told, "closeReason"),
                invoice.hasNonNull("remainingPrincipalOre")
                        ? invoice.get("remainingPrincipalOre").asLong()
                        : null);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText(null);
    }

    /** A stage we have no word for leaves the last one standing. */
    private static Stage stage(String told) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.name().equals(told))
                .findFirst()
                .orElse(null);
    }
}
