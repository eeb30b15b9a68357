package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import no.kravbro.Secrets;
import no.kravbro.Settings;
import no.kravbro.Texts;
import no.kravbro.api.ApiProblem;
import no.kravbro.api.Body;
import no.kravbro.api.LimitedBody;
import no.kravbro.api.Problem;
import no.kravbro.api.TripletexSignature;
import no.kravbro.bundle.ExactJson;
import no.kravbro.bundle.JsonFault;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import no.kravbro.creditor.Job;
import no.kravbro.delivery.Inbox;
import no.kravbro.delivery.Schedules;
import no.kravbro.reconcile.Bookings;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door for Tripletex's events. Whatever they say is only a hint that something may have changed: what has is read. Stored
 * with its consequence before it is answered; a repeated event is answered again and has none.
 */
@Component("tripletexHintDesk")
public class TripletexHintDesk {

    static final Set<String> EVENTS = Set.of(
            "closeGroup.create",
            "closeGroup.delete",
            "voucher.create",
            "voucher.update",
            "voucher.delete",
            "invoice.charged");

    private static final Logger LOG = LoggerFactory.getLogger(TripletexHintDesk.class);
    private static final String SOURCE = "tripletex.webhook";
    private static final String KEY = "idempotency-key";
    private static final int LONGEST_KEY = 150;

    private final Settings settings;
    private final Creditors creditors;
    private final Inbox inbox;
    private final Schedules schedules;
    private final Bookings bookings;
    private final TransactionTemplate transaction;
    private final Texts texts;

    public TripletexHintDesk(
            Settings settings,
            Creditors creditors,
            Inbox inbox,
            Schedules schedules,
            Bookings bookings,
            TransactionTemplate transaction,
            Texts texts) {
        this.settings = settings;
        this.creditors = creditors;
        this.inbox = inbox;
        this.schedules = schedules;
        this.bookings = bookings;
        this.transaction = transaction;
        this.texts = texts;
    }

    public void receive(Exchange exchange) {
        Message message = exchange.getMessage();
        byte[] body = LimitedBody.of(message.getHeader(ApiDesk.REQUEST, HttpServletRequest.class));
        try {
            enter(message, body);
            answer(message, 204);
        } catch (ApiProblem refused) {
            LOG.warn("An event of Tripletex was refused: {}", refused.getMessage());
            String language = message.getHeader("Accept-Language", String.class);
            answer(message, refused.status());
            message.setHeader(Exchange.CONTENT_TYPE, Problem.MEDIA_TYPE);
            message.setBody(Body.write(Problem.of(refused, texts, language)));
        } catch (DataAccessException | TransactionException memory) {
            LOG.error("An event of Tripletex could not be stored; it comes again", memory);
            answer(message, 503);
        }
    }

    private void enter(Message message, byte[] body) {
        String secret = settings.tripletex().webhookSecretFile();
        Creditor creditor = creditors
                .find(message.getHeader("creditor", String.class))
                .filter(found -> secret != null)
                .orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, "Nobody gets events here"));
        String key = message.getHeader(KEY, String.class);
        String signature = message.getHeader("x-request-signature", String.class);
        if (!new TripletexSignature(Secrets.text(secret)).valid(signature, key, body)) {
            throw new ApiProblem(ApiProblem.Code.SIGNATURE, "The signature in x-request-signature is missing or wrong");
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new ApiProblem(ApiProblem.Code.BAD_PARAMETER, KEY + " has 1 to " + LONGEST_KEY + " characters");
        }
        follow(creditor, creditor.id() + "/" + key, event(body));
    }

    private static JsonNode event(byte[] body) {
        try {
            return ExactJson.read(Body.text(body));
        } catch (JsonProcessingException garbled) {
            throw new ApiProblem(ApiProblem.Code.BAD_BODY, "The body " + JsonFault.words(garbled));
        }
    }

    private void follow(Creditor creditor, String key, JsonNode event) {
        if (!EVENTS.contains(event.path("event").asText()) || isOurs(event)) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            String what = event.path("event").asText() + " " + event.path("id").asText();
            if (inbox.enter(SOURCE, key, creditor.id(), what) == Inbox.Entry.NEW) {
                schedules.hint(creditor.id(), Job.CHANGES.name());
                inbox.worked(SOURCE, key);
            }
        });
    }

    /** Our own vouchers change nothing that we do not know; what else they are part of is read every night. */
    private boolean isOurs(JsonNode event) {
        String key = event.path("value").path("externalVoucherNumber").asText("");
        return !key.isEmpty() && bookings.find(key).isPresent();
    }

    private static void answer(Message message, int status) {
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setBody(null);
    }
}
