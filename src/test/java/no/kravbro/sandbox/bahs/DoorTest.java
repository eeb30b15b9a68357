package no.kravbro.sandbox.bahs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.kravbro.sandbox.Reply;
import org.junit.jupiter.api.Test;

/** Nobody comes in without a fresh UsernameToken. */
class DoorTest {

    private static final String NOW = "2026-01-28T09:00:00Z";
    private static final String ASK = Ground.status("inn-1");

    private final Ground ground = new Ground(NOW);
    private final BahsCaller stranger = new BahsCaller(ground.sandbox, "nordlys-elektro", "feil");

    @Test
    void digest_and_text_are_taken() {
        assertThat(fault(ground.caller.send(ASK, "Digest", "n1", NOW))).isEqualTo("IkkeFunnetFeil");
        assertThat(fault(ground.caller.send(ASK, "Text", "n2", NOW))).isEqualTo("IkkeFunnetFeil");
    }

    @Test
    void the_contracts_envelope_is_taken() throws IOException {
        String envelope = Files.readString(
                Path.of("src/test/resources/contracts/bahs/examples/envelope/request-usernametoken.xml"));
        assertThat(fault(ground.caller.sendRaw(envelope))).isEqualTo("IkkeFunnetFeil");
    }

    @Test
    void a_wrong_password_is_not() {
        assertThat(subcode(stranger.send(ASK, "Digest", "n1", NOW))).isEqualTo("wsse:FailedAuthentication");
        assertThat(subcode(stranger.send(ASK, "Text", "n2", NOW))).isEqualTo("wsse:FailedAuthentication");
        assertThat(subcode(new BahsCaller(ground.sandbox, "ukjent", "x").send(ASK, "Text", "n3", NOW)))
                .isEqualTo("wsse:FailedAuthentication");
    }

    @Test
    void a_nonce_is_taken_once() {
        ground.caller.send(ASK, "Digest", "n1", NOW);
        assertThat(subcode(ground.caller.send(ASK, "Digest", "n1", NOW))).isEqualTo("wsse:InvalidSecurityToken");
    }

    @Test
    void five_minutes_off_is_the_most() {
        assertThat(fault(ground.caller.send(ASK, "Digest", "n1", "2026-01-28T08:55:00Z")))
                .isEqualTo("IkkeFunnetFeil");
        assertThat(subcode(ground.caller.send(ASK, "Digest", "n2", "2026-01-28T08:54:59Z")))
                .isEqualTo("wsu:MessageExpired");
        assertThat(subcode(ground.caller.send(ASK, "Digest", "n3", "2026-01-28T09:05:01Z")))
                .isEqualTo("wsu:MessageExpired");
    }

    @Test
    void without_a_token_nothing_is_done() {
        String bare =
                "<env:Envelope xmlns:env=\"" + Soap.ENVELOPE + "\"><env:Body>" + ASK + "</env:Body></env:Envelope>";
        assertThat(subcode(ground.caller.sendRaw(bare))).isEqualTo("wsse:InvalidSecurity");
        assertThat(ground.caller.sendRaw("hei").status()).isEqualTo(400);
    }

    @Test
    void a_user_serves_its_own_creditors() {
        String other = Ground.request("inn-1", Ground.claim(1, "100.00", "2025-12-15", "VARSEL", null))
                .replace("310245674", "310456713");
        assertThat(ground.call(other).name()).isEqualTo("TilgangNektetFeil");
    }

    private static String fault(Reply reply) {
        return Schema.content(Element.parse(reply.body()))
                .child("Detail")
                .children()
                .get(0)
                .name();
    }

    private static String subcode(Reply reply) {
        return Schema.content(Element.parse(reply.body())).text("Code/Subcode/Value");
    }
}
