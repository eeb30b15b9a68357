package no.kravbro.sandbox.tripletex;

import java.net.URI;
import java.util.Map;

/** Carries one webhook to its receiver. */
public interface WebhookSender {

    /** For a sandbox nobody listens to. */
    WebhookSender NOWHERE = (target, headers, body) -> 503;

    /** @return the receiver's HTTP status; 0 when it was not reached */
    int send(URI target, Map<String, String> headers, byte[] body);
}
