package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.kravbro.bundle.ExactJson;
import no.kravbro.claim.OsloDay;
import no.kravbro.creditor.Creditor;
import no.kravbro.reconcile.AgencySnapshot;
import no.kravbro.reconcile.OpenClaims;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** For an agency that does not tell how all cases stand, but is told what is open and answers what it sees otherwise. */
@Component("openClaimsDesk")
public class OpenClaimsDesk {

    private static final String SENT = "openClaims";

    private final OpenClaims openClaims;
    private final Clock clock;

    public OpenClaimsDesk(OpenClaims openClaims, Clock clock) {
        this.openClaims = openClaims;
        this.clock = clock;
    }

    /** All open claims of the creditor, as our books say, as the document to be told. */
    public void open(Exchange exchange) {
        Creditor creditor = Notebook.creditor(exchange);
        List<OpenClaims.Open> open = openClaims.of(creditor);
        exchange.setVariable(SENT, open);
        Map<String, Object> document = new HashMap<>();
        document.put("organizationNumber", creditor.organizationNumber());
        document.put(
                "at",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).atZone(OsloDay.ZONE)));
        document.put(
                "sumOre", open.stream().mapToLong(OpenClaims.Open::remainingOre).sum());
        document.put("claims", open);
        exchange.getMessage().setBody(ExactJson.write(ExactJson.treeOf(document)));
    }

    /** What is not answered the agency sees as we do. */
    public void answered(Exchange exchange) throws JsonProcessingException {
        AgencySnapshot snapshot = Notebook.need(exchange, BalanceDesk.SNAPSHOT, AgencySnapshot.class);
        Map<String, JsonNode> otherwise = new HashMap<>();
        Documents.tree("The differences", exchange.getMessage().getBody(String.class))
                .path("differences")
                .forEach(each -> otherwise.put(each.path("key").asText(), each));
        for (Object each : Notebook.need(exchange, SENT, List.class)) {
            OpenClaims.Open sent = (OpenClaims.Open) each;
            JsonNode answer = otherwise.remove(sent.key());
            if (answer == null) {
                snapshot.remaining(sent.key(), sent.remainingOre());
            } else if (answer.path("ended").asBoolean()) {
                snapshot.ended(sent.key());
            } else if (!answer.path("missing").asBoolean()) {
                snapshot.remaining(sent.key(), answer.path("agencyOre").asLong());
            }
        }
        otherwise.forEach((key, answer) ->
                snapshot.remaining(key, answer.path("agencyOre").asLong()));
        snapshot.complete();
    }
}
