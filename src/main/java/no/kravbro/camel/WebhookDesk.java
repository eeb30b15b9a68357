package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import no.kravbro.Secrets;
import no.kravbro.Settings;
import no.kravbro.Texts;
import no.kravbro.WebhookSignature;
import no.kravbro.agency.AgencyProfile;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.api.ApiProblem;
import no.kravbro.api.Body;
import no.kravbro.api.LimitedBody;
import no.kravbro.api.Problem;
import no.kravbro.bundle.ExactJson;
import no.kravbro.bundle.JsonFault;
import no.kravbro.delivery.Inbox;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The door for events. What does not carry a valid signature is answered 401 and forgotten; what does is stored before it is
 * answered 204. A repeated event is answered 204 again and not worked on again.
 */
@Component("webhookDesk")
public class WebhookDesk {

    static final String AGENCY = "agency";
    static final String EVENT = "event";

    private static final String KEY = "event-key";

    private static final Logger LOG = LoggerFactory.getLogger(WebhookDesk.class);
    private static final int LONGEST_KEY = 200;

    private final Settings settings;
    private final AgencyProfiles profiles;
    private final Inbox inbox;
    private final Clock clock;
    private final Clock machine;
    private final Texts texts;

    public WebhookDesk(
            Settings settings,
            AgencyProfiles profiles,
            Inbox inbox,
            Clock clock,
            @Qualifier("machine") Clock machine,
            Texts texts) {
        this.settings = settings;
        this.profiles = profiles;
        this.inbox = inbox;
        this.clock = clock;
        this.machine = machine;
        this.texts = texts;
    }

    public void receive(Exchange exchange) {
        Message message = exchange.getMessage();
        String agency = message.getHeader(AGENCY, String.class);
        byte[] body = LimitedBody.of(message.getHeader(ApiDesk.REQUEST, HttpServletRequest.class));
        try {
            enter(exchange, agency, body);
            answer(message, 204);
        } catch (ApiProblem refused) {
            LOG.warn("An event for {} was refused: {}", printable(agency), refused.getMessage());
            refuse(message, refused);
        } catch (DataAccessException | TransactionException memory) {
            LOG.error("An event of {} could not be stored; it is asked for again", printable(agency), memory);
            answer(message, 503);
        }
    }

    private void enter(Exchange exchange, String agency, byte[] body) {
        AgencyProfile.Webhook shape = shape(agency);
        Message message = exchange.getMessage();
        byte[] secret = Secrets.bytes(settings.agencies().get(agency).webhookSecretFile());
        String signature = message.getHeader(shape.signature(), String.class);
        WebhookSignature valid = new WebhookSignature(secret);
        // Senders stamp with their own time, which in a simulation may be the simulated one; outside both are the same.
        if (!valid.valid(signature, body, machine.instant()) && !valid.valid(signature, body, clock.instant())) {
            throw new ApiProblem(
                    ApiProblem.Code.SIGNATURE,
                    "The signature in " + shape.signature() + " is missing, wrong, or of a time too far from ours");
        }
        String key = message.getHeader(shape.key(), String.class);
        String event = message.getHeader(shape.event(), String.class);
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw new ApiProblem(
                    ApiProblem.Code.BAD_PARAMETER, shape.key() + " has 1 to " + LONGEST_KEY + " characters");
        }
        if (event == null || event.isBlank()) {
            throw new ApiProblem(ApiProblem.Code.BAD_PARAMETER, shape.event() + " is missing");
        }
        String text = json(body);
        Inbox.Entry entry = inbox.enter(agency + ".webhook", key, null, text);
        if (entry == Inbox.Entry.CHANGED) {
            throw new ApiProblem(
                    ApiProblem.Code.KEY_REUSED, "The same " + shape.key() + " came before with other content");
        }
        if (entry == Inbox.Entry.NEW) {
            exchange.setVariable(AGENCY, agency);
            exchange.setVariable(EVENT, event);
            exchange.setVariable(KEY, key);
            exchange.setVariable(HintDesk.PAYLOAD, text);
        }
    }

    /** What cannot be read is refused at the door: nobody could work on it later. */
    private static String json(byte[] body) {
        String text = Body.text(body);
        try {
            ExactJson.read(text);
            return text;
        } catch (JsonProcessingException garbled) {
            throw new ApiProblem(ApiProblem.Code.BAD_BODY, "The body " + JsonFault.words(garbled));
        }
    }

    /** The hint has been followed. */
    public void worked(Exchange exchange) {
        String agency = Notebook.need(exchange, AGENCY, String.class);
        inbox.worked(agency + ".webhook", Notebook.need(exchange, KEY, String.class));
    }

    private AgencyProfile.Webhook shape(String agency) {
        if (agency == null
                || !profiles.ids().contains(agency)
                || profiles.of(agency).webhook() == null
                || settings.agencies().get(agency) == null
                || settings.agencies().get(agency).webhookSecretFile() == null) {
            throw new ApiProblem(ApiProblem.Code.NOT_FOUND, "No such agency sends events here");
        }
        return profiles.of(agency).webhook();
    }

    private void refuse(Message message, ApiProblem refused) {
        String language = message.getHeader("Accept-Language", String.class);
        answer(message, refused.status());
        message.setHeader(Exchange.CONTENT_TYPE, Problem.MEDIA_TYPE);
        message.setBody(Body.write(Problem.of(refused, texts, language)));
    }

    private static void answer(Message message, int status) {
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setBody(null);
    }

    /** Who it was for may be any words of anybody. */
    private String printable(String agency) {
        return agency != null && profiles.ids().contains(agency) ? agency : "an unknown agency";
    }
}
