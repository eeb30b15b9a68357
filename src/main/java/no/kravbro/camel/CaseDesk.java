package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.kravbro.agency.SafeXml;
import no.kravbro.agency.WireAnswer;
import no.kravbro.bundle.ExactJson;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.Stage;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.CaseUpdate;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Inbox;
import no.kravbro.delivery.NewTask;
import no.kravbro.delivery.Refusal;
import no.kravbro.delivery.TaskKind;
import no.kravbro.delivery.Tasks;
import no.kravbro.reconcile.AgencySnapshot;
import no.kravbro.transfer.instruct.DisputeCases;
import no.kravbro.transfer.list.CollectionLists;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Notes what the agency tells about a case. */
@Component("caseDesk")
public class CaseDesk {

    private static final JsonNode NONE = JsonNodeFactory.instance.arrayNode();

    private static final int LONGEST_ID = 120;
    private static final int DAY = "2026-01-31".length();
    private static final Map<String, Integer> LONGEST = Map.of(
            "caseNumber", 60, "caseId", 80, "invoiceId", 80, "closeReason", 40, "flags", 100, "allowedActions", 200);

    private final Claims claims;
    private final Tasks tasks;
    private final Inbox inbox;
    private final DisputeCases disputes;
    private final CollectionLists lists;

    public CaseDesk(Claims claims, Tasks tasks, Inbox inbox, DisputeCases disputes, CollectionLists lists) {
        this.claims = claims;
        this.tasks = tasks;
        this.inbox = inbox;
        this.disputes = disputes;
        this.lists = lists;
    }

    /**
     * Notes what has come from a list that tells a change once, so that what cannot be taken over is kept for a person.
     *
     * @param claimAt where our key stands, {@code changedAt} the moment of the change, or what else tells rows apart
     */
    public void begin(Exchange exchange, String claimAt, String changedAt) {
        JsonNode row = exchange.getMessage().getBody(JsonNode.class);
        String claim = row.at(claimAt).asText("");
        told(exchange, claim, row.at(changedAt).asText(""), ExactJson.write(row));
    }

    /** The same for a case in XML. @param idName element that holds its number, {@code changed} that of the change */
    public void beginXml(Exchange exchange, String idName, String changed) {
        String payload = exchange.getMessage().getBody(String.class);
        Element row = SafeXml.parse(payload);
        told(exchange, text(SafeXml.text(row, idName)), text(SafeXml.text(row, changed)), payload);
    }

    private static String text(String found) {
        return found == null ? "" : found;
    }

    private static void told(Exchange exchange, String claim, String changed, String payload) {
        AgencySnapshot snapshot = exchange.getVariable(BalanceDesk.SNAPSHOT, AgencySnapshot.class);
        if (snapshot != null) {
            snapshot.heard(claim);
        }
        String id = claim + "/" + changed;
        boolean fits = !claim.isBlank() && id.length() <= LONGEST_ID;
        String key = fits ? id : "without-id-" + UUID.nameUUIDFromBytes(payload.getBytes(StandardCharsets.UTF_8));
        String source = Notebook.creditor(exchange).agency() + ".case";
        exchange.setVariable(DeadLetterDesk.TOLD, new DeadLetterDesk.Received(source, key, payload, claim, 0));
    }

    /** A case that was kept is asked for anew, for it may have gone on since. @param claimAt where our key stands */
    public void again(Exchange exchange, String claimAt) {
        String claim = exchange.getMessage().getBody(JsonNode.class).at(claimAt).asText("");
        if (claim.isBlank()) {
            throw new Refusal("GARBAGE", "The case does not name its claim");
        }
        exchange.setVariable("key", claim);
    }

    /** The case as it stands now. */
    public String seen(Exchange exchange) {
        WireAnswer answer = exchange.getMessage().getBody(WireAnswer.class);
        if (answer.status() != 200) {
            throw new ReadFailed(answer);
        }
        return answer.body();
    }

    /** One update per invoice of the case; a closed case that names none any more is known by its own id. */
    public void note(Exchange exchange) throws JsonProcessingException {
        String agency = Notebook.creditor(exchange).agency();
        JsonNode told = Documents.tree("The case", exchange.getMessage().getBody(String.class));
        List<CaseUpdate> updates = new ArrayList<>();
        told.path("invoices").forEach(invoice -> updates.add(update(told, invoice, text(invoice, "key"))));
        if (updates.isEmpty()) {
            claims.ofCase(agency, text(told, "caseId")).forEach(key -> updates.add(update(told, told, key)));
        }
        claims.follow(agency, updates);
        AgencySnapshot snapshot = exchange.getVariable(BalanceDesk.SNAPSHOT, AgencySnapshot.class);
        if (snapshot != null) {
            updates.forEach(snapshot::note);
        }
        updates.forEach(update -> hear(Notebook.creditor(exchange), update, told));
        DeadLetterDesk.Received kept = exchange.getVariable(DeadLetterDesk.RECEIVED, DeadLetterDesk.Received.class);
        if (kept != null) {
            inbox.worked(kept.source(), kept.key());
        }
    }

    private static CaseUpdate update(JsonNode told, JsonNode invoice, String key) {
        Documents.present("The case", "key", key);
        return new CaseUpdate(
                key,
                text(told, "caseNumber"),
                text(told, "caseId"),
                text(invoice, "invoiceId"),
                stage(text(told, "stage")),
                texts(told, "flags"),
                text(told, "closeReason"),
                ore(invoice, "remainingPrincipalOre"),
                ore(invoice, "paidOre"),
                texts(told, "allowedActions"),
                ore(invoice, "remainingOre"),
                told.hasNonNull("freeWithdrawalUntil") ? day(told, "freeWithdrawalUntil") : null,
                changedOn(told));
    }

    /** What it means beyond the update; judged by the claim, which follows our case only. */
    private void hear(Creditor creditor, CaseUpdate update, JsonNode told) {
        JsonNode questions = told.path("questions");
        claims.find(update.key())
                .filter(claim -> claim.creditorId().equals(creditor.id()))
                .ifPresent(claim -> {
                    questions.forEach(question -> ask(creditor, claim.key(), question));
                    dispute(claim, questions);
                    lists.heard(claim, cutoff(told));
                });
    }

    private static Long ore(JsonNode invoice, String field) {
        return invoice.hasNonNull(field) ? invoice.get(field).asLong() : null;
    }

    /** What the agency wants to know until a day becomes a task. */
    private void ask(Creditor creditor, String key, JsonNode question) {
        tasks.open(new NewTask(
                TaskKind.ANSWER_AGENCY,
                key + "/" + question.path("id").asText(),
                creditor.id(),
                key,
                creditor.agency(),
                question.path("text").asText(""),
                day(question, "answerBy")));
    }

    private void dispute(ClaimRow claim, JsonNode questions) {
        JsonNode last = questions.isEmpty() ? NONE : questions.get(questions.size() - 1);
        disputes.heard(
                claim,
                last.path("id").asText(null),
                last.path("text").asText(null),
                questions.isEmpty() ? null : day(last, "answerBy"));
    }

    private static Instant cutoff(JsonNode told) {
        try {
            return told.hasNonNull("listCutoffAt")
                    ? OffsetDateTime.parse(told.get("listCutoffAt").asText()).toInstant()
                    : null;
        } catch (DateTimeParseException none) {
            throw new Refusal("UNREADABLE", "The case: field 'listCutoffAt' is not a moment");
        }
    }

    /** A moment, or a day: the Oslo day of it. */
    private static LocalDate changedOn(JsonNode told) {
        String changed = told.path("changedAt").asText("");
        if (changed.isEmpty()) {
            return null;
        }
        try {
            return changed.length() > DAY
                    ? OsloDay.of(OffsetDateTime.parse(changed).toInstant())
                    : LocalDate.parse(changed);
        } catch (DateTimeParseException none) {
            throw new Refusal("UNREADABLE", "The case: field 'changedAt' is neither a moment nor a day");
        }
    }

    private static LocalDate day(JsonNode node, String field) {
        try {
            return LocalDate.parse(node.path(field).asText());
        } catch (DateTimeParseException none) {
            throw new Refusal("UNREADABLE", "The case: field '" + field + "' is not a day");
        }
    }

    private static List<String> texts(JsonNode node, String field) {
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(text -> texts.add(text.asText()));
        fits(field, String.join(",", texts));
        return texts;
    }

    private static String text(JsonNode node, String field) {
        String text = node.path(field).asText(null);
        fits(field, text);
        return text;
    }

    private static void fits(String field, String text) {
        Integer longest = LONGEST.get(field);
        if (text != null && longest != null && text.length() > longest) {
            throw new Refusal(
                    "UNREADABLE", "The case: field '" + field + "' is longer than " + longest + " characters");
        }
    }

    /** A stage we have no word for leaves the last one standing. */
    private static Stage stage(String told) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.name().equals(told))
                .findFirst()
                .orElse(null);
    }
}
