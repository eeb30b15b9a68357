package no.kravbro.sandbox.bahs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Reply;

/** Calls a simulated BAHS as another system would: own envelope, own token. Request and answer are held against the XSD. */
public final class BahsCaller {

    private static final String TYPE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#Password";
    private static final String FRAME =
            """
            <env:Envelope xmlns:env="%s"><env:Header><wsse:Security xmlns:wsse="%s" xmlns:wsu="%s"><wsse:UsernameToken>\
            <wsse:Username>%s</wsse:Username><wsse:Password Type="%s">%s</wsse:Password><wsse:Nonce>%s</wsse:Nonce>\
            <wsu:Created>%s</wsu:Created></wsse:UsernameToken></wsse:Security></env:Header><env:Body>%s</env:Body></env:Envelope>""";

    private final BahsSandbox sandbox;
    private final String user;
    private final String password;
    private final Random nonces = new Random();

    public BahsCaller(BahsSandbox sandbox, String user, String password) {
        this.sandbox = sandbox;
        this.user = user;
        this.password = password;
    }

    /** Calls with a new token; the answer's document, a typed fault's too. */
    Element call(String document, String created) {
        Element request = Element.parse(document);
        assertThat(Schema.broken(request)).as(document).isEmpty();
        Reply reply = send(document, "Digest", Long.toHexString(nonces.nextLong()), created);
        assertThat(Schema.brokenAnswer(reply)).as(reply.text()).isEmpty();
        Element content = Schema.content(Element.parse(reply.body()));
        return content.name().equals("Fault") && content.has("Detail")
                ? content.child("Detail").children().get(0)
                : content;
    }

    /** The same for others: the answer's document as text. */
    public String ask(String document, String created) {
        return Plain.text(call(document, created));
    }

    Reply send(String document, String passwordType, String nonce, String created) {
        byte[] bytes = nonce.getBytes(StandardCharsets.UTF_8);
        String secret = passwordType.equals("Digest") ? Doorkeeper.digest(bytes, created, password) : password;
        String token = Base64.getEncoder().encodeToString(bytes);
        return sendRaw(FRAME.formatted(
                Soap.ENVELOPE, Soap.WSSE, Soap.WSU, user, TYPE + passwordType, secret, token, created, document));
    }

    Reply sendRaw(String envelope) {
        return sandbox.handle(sandbox.named(new Call(
                "POST",
                BahsSandbox.PATH,
                Map.of(),
                Map.of("Content-Type", "application/soap+xml; charset=utf-8"),
                envelope.getBytes(StandardCharsets.UTF_8))));
    }
}
