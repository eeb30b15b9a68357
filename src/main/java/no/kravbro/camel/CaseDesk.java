package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.kravbro.bundle.ExactJson;
import no.kravbro.claim.Stage;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.CaseUpdate;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.NewTask;
import no.kravbro.delivery.TaskKind;
import no.kravbro.delivery.Tasks;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Notes what the agency tells about a case. */
@Component("caseDesk")
public class CaseDesk {

    private static final JsonNode NONE = JsonNodeFactory.instance.arrayNode();

    private final Claims claims;
    private final Tasks tasks;

    public CaseDesk(Claims claims, Tasks tasks) {
        this.claims = claims;
        this.tasks = tasks;
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
        updates.forEach(update -> ask(Notebook.creditor(exchange), update, told.path("questions")));
    }

    private static CaseUpdate update(JsonNode told, JsonNode invoice, String key) {
        return new CaseUpdate(
                key,
                text(told, "caseNumber"),
                text(told, "caseId"),
                text(invoice, "invoiceId"),
                stage(text(told, "stage")),
                texts(told, "flags"),
                text(told, "closeReason"),
                invoice.hasNonNull("remainingPrincipalOre")
                        ? invoice.get("remainingPrincipalOre").asLong()
                        : null,
                texts(told, "allowedActions"));
    }

    /** What the agency wants to know until a day becomes a task. */
    private void ask(Creditor creditor, CaseUpdate update, JsonNode questions) {
        boolean ours = claims.find(update.key())
                .filter(claim -> claim.creditorId().equals(creditor.id()))
                .isPresent();
        for (JsonNode question : ours ? questions : NONE) {
            tasks.open(new NewTask(
                    TaskKind.ANSWER_AGENCY,
                    update.key() + "/" + question.path("id").asText(),
                    creditor.id(),
                    update.key(),
                    creditor.agency(),
                    question.path("text").asText(""),
                    LocalDate.parse(question.path("answerBy").asText())));
        }
    }

    private static List<String> texts(JsonNode node, String field) {
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(text -> texts.add(text.asText()));
        return texts;
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
