package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
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

    public void note(Exchange exchange) throws JsonProcessingException {
        JsonNode told = ExactJson.read(exchange.getMessage().getBody(String.class));
        List<String> flags = new ArrayList<>();
        told.path("flags").forEach(flag -> flags.add(flag.asText()));
        claims.follow(List.of(new CaseUpdate(
                told.path("key").asText(null),
                told.path("caseNumber").asText(null),
                told.path("caseId").asText(null),
                told.path("invoiceId").asText(null),
                told.hasNonNull("stage") ? Stage.valueOf(told.get("stage").asText()) : null,
                flags,
                told.path("closeReason").asText(null),
                told.hasNonNull("remainingPrincipalOre")
                        ? told.get("remainingPrincipalOre").asLong()
                        : null)));
    }
}
