package no.kravbro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    private static final Instant SENT = Instant.ofEpochSecond(1768370405);
    private static final String MAC = "9a4c70d77b3c80e06593f0e995ff316254c66735352740369abfe5ac82b59bbb";
    private static final byte[] BODY =
            ("{\"id\":\"0c9d7f52-6a57-4f0e-8a0f-6f2d5f4b1a01\",\"type\":\"BATCH_COMPLETED\",\"source\":\"COLLECTION\","
                            + "\"timeStamp\":\"2026-01-14T06:00:05Z\",\"data\":{\"batchId\":\"b7a1c0de-0000-4000-8000-000000000042\","
                            + "\"organizationId\":\"5b1f3c1e-8f0a-4c55-9a53-0d5a5f6e1001\",\"status\":\"PARTIAL\"}}")
                    .getBytes(StandardCharsets.UTF_8);

    private final WebhookSignature signature =
            new WebhookSignature(Base64.getDecoder().decode("a3JhdmJyby13ZWJob29rLXRlc3Qtc2VjcmV0LTAwMDE="));

    @Test
    void acceptsTheContractsVector() {
        assertThat(signature.valid("t=1768370405,v1=" + MAC, BODY, SENT)).isTrue();
    }

    @Test
    void acceptsOneOfSeveralWhileASecretChanges() {
        assertThat(signature.valid("t=1768370405,v1=" + "0".repeat(64) + ",v1=" + MAC, BODY, SENT))
                .isTrue();
    }

    @Test
    void refusesAnotherBody() {
        byte[] other = BODY.clone();
        other[10] ^= 1;
        assertThat(signature.valid("t=1768370405,v1=" + MAC, other, SENT)).isFalse();
    }

    @Test
    void refusesAnotherTimeThanTheSignedOne() {
        assertThat(signature.valid("t=1768370406,v1=" + MAC, BODY, SENT)).isFalse();
    }

    @Test
    void keepsToFiveMinutesBothWays() {
        assertThat(signature.valid("t=1768370405,v1=" + MAC, BODY, SENT.plusSeconds(300)))
                .isTrue();
        assertThat(signature.valid("t=1768370405,v1=" + MAC, BODY, SENT.plusSeconds(301)))
                .isFalse();
        assertThat(signature.valid("t=1768370405,v1=" + MAC, BODY, SENT.minusSeconds(301)))
                .isFalse();
    }

    @Test
    void refusesWhatIsMalformed() {
        for (String header : new String[] {
            null,
            "",
            "t=,v1=" + MAC,
            "v1=" + MAC,
            "t=1768370405",
            "t=1768370405,t=1768370405,v1=" + MAC,
            "t=1768370405,v1=" + MAC.toUpperCase(Locale.ROOT),
            "t=99999999999999999999,v1=" + MAC
        }) {
            assertThat(signature.valid(header, BODY, SENT)).as(header).isFalse();
        }
    }

    @Test
    void whatIsMadeHereIsTakenHere() {
        Instant now = Instant.parse("2026-01-14T07:00:00Z");
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        WebhookSignature ours = new WebhookSignature("0123456789".getBytes(StandardCharsets.UTF_8));
        String header = ours.of(body, now);
        assertThat(ours.valid(header, body, now.plusSeconds(60))).isTrue();
        assertThat(ours.valid(header, "[]".getBytes(StandardCharsets.UTF_8), now))
                .isFalse();
        assertThat(new WebhookSignature(new byte[] {1}).valid(header, body, now))
                .isFalse();
    }
}
