package no.kravbro.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import no.kravbro.Secrets;
import no.kravbro.Settings;
import no.kravbro.Texts;
import no.kravbro.WebhookSignature;
import no.kravbro.deadletter.Alerts;
import no.kravbro.deadletter.LetterGroup;
import no.kravbro.deadletter.LetterGroups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/**
 * Tells another machine of new, returned and grown groups of dead letters, each alert by itself, signed. An alert keeps its id in
 * every attempt, so that one whose answer was lost is known again there. Goes wherever the settings say and nowhere else: it
 * follows nobody's redirect.
 */
@Service
public class AlertCaller {

    /** Who checks the signature finds it here. */
    public static final String SIGNATURE = "Kravbro-Signature";

    private static final Logger LOG = LoggerFactory.getLogger(AlertCaller.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration NEWS = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int AT_ONCE = 20;
    private static final int HUNDREDS = 100;

    private final AlertHooks hooks;
    private final LetterGroups groups;
    private final Letterhead letterhead;
    private final Texts texts;
    private final Settings settings;
    private final Clock machine;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    AlertCaller(
            AlertHooks hooks,
            LetterGroups groups,
            Letterhead letterhead,
            Texts texts,
            Settings settings,
            @Qualifier("machine") Clock machine) {
        this.hooks = hooks;
        this.groups = groups;
        this.letterhead = letterhead;
        this.texts = texts;
        this.settings = settings;
        this.machine = machine;
    }

    /** One look around; does nothing where no address is set. Whoever is interrupted goes on the next time. */
    public void go() throws InterruptedException {
        if (settings.alert().webhookUrl() == null) {
            return;
        }
        for (AlertHooks.Due due : hooks.due(AT_ONCE)) {
            if (due.alert().raisedAt().isBefore(machine.instant().minus(NEWS))) {
                giveUp(due);
            } else if (hooks.take(due)) {
                call(due);
            }
        }
    }

    private void giveUp(AlertHooks.Due due) {
        hooks.tooOld(due);
        if (due.attempts() > 0) {
            LOG.error(
                    "Alert {} could not be told by webhook within a day",
                    due.alert().id());
        }
    }

    private void call(AlertHooks.Due due) throws InterruptedException {
        String failure = sent(due.alert());
        if (failure == null) {
            hooks.told(due);
        } else if (hooks.failed(due)) {
            LOG.error(
                    "Alert {} could not be told by webhook, it is given up: {}",
                    due.alert().id(),
                    failure);
        } else {
            LOG.warn("Alert {} is told by webhook again later: {}", due.alert().id(), failure);
        }
    }

    /** Null when it has arrived, else why not. */
    private String sent(Alerts.Alert alert) throws InterruptedException {
        byte[] body = body(alert);
        HttpRequest request = HttpRequest.newBuilder(settings.alert().webhookUrl())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(
                        SIGNATURE,
                        new WebhookSignature(Secrets.bytes(settings.alert().webhookSecretFile()))
                                .of(body, machine.instant()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status / HUNDREDS == 2 ? null : "answered " + status;
        } catch (IOException unreachable) {
            return unreachable.getClass().getSimpleName();
        }
    }

    /** Codes, counts and words of ours: nothing that was received or sent stands in it. */
    private byte[] body(Alerts.Alert alert) {
        String cause = groups.find(alert.fingerprint())
                .map(LetterGroup::cause)
                .map(String::valueOf)
                .orElse(null);
        var language = Texts.language(settings.mail().language());
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", alert.id());
        told.put("kind", alert.kind().name());
        told.put("text", texts.of(alert.kind().key(), language));
        told.put("group", alert.fingerprint());
        told.put("cause", cause);
        told.put("title", cause == null ? null : texts.of("cause." + cause + ".title", language));
        told.put("letters", alert.letters());
        told.put("amountOre", alert.amountOre());
        told.put("raisedAt", alert.raisedAt().toString());
        told.put("page", letterhead.link("/dead-letters/groups/" + alert.fingerprint()));
        try {
            return JSON.writeValueAsString(told).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An alert is plain data", impossible);
        }
    }
}
