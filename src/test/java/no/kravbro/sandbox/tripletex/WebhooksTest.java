package no.kravbro.sandbox.tripletex;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import no.kravbro.sandbox.Reply;
import org.junit.jupiter.api.Test;

class WebhooksTest {

    private static final String SECRET = "a-shared-secret";

    private final TripletexCaller caller = new TripletexCaller();

    @Test
    void aSignedEventArrivesOnce() throws IOException, GeneralSecurityException {
        subscribe(
                "invoice.charged",
                ",\"fields\":\"id,amountOutstanding\",\"authHeaderName\":\"X-Who\","
                        + "\"authHeaderValue\":\"tripletex\"");
        long invoice = caller.freshInvoice(70_000);
        assertThat(caller.sandbox.deliverWebhooks()).isEqualTo(1);
        assertThat(caller.sandbox.deliverWebhooks()).isZero();
        TripletexCaller.Sent sent = caller.sent.get(0);
        JsonNode body = TripletexCaller.JSON.readTree(sent.body());
        assertThat(body.at("/value/id").longValue()).isEqualTo(invoice);
        assertThat(body.get("value")).hasSize(2);
        assertThat(sent.headers()).containsEntry("X-Who", "tripletex");
        Mac mac = Mac.getInstance("HmacSHA512");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
        String signed = sent.headers().get("idempotency-key") + "&" + sent.body();
        assertThat(sent.headers().get("x-request-signature"))
                .isEqualTo(Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aPaymentShowsAsVoucherAndGroupAndADissolvedGroupHasNoValue() throws IOException {
        subscribe("voucher.create", "");
        subscribe("closeGroup.create", "");
        subscribe("closeGroup.delete", "");
        caller.accountant.directPayment(2147524143L, TripletexCaller.TODAY, 1_000_000);
        assertThat(caller.sandbox.deliverWebhooks()).isEqualTo(2);
        caller.accountant.unmatch(
                caller.invoice(2147524143L).at("/postings/0/closeGroup/id").longValue());
        caller.sandbox.deliverWebhooks();
        JsonNode gone = TripletexCaller.JSON.readTree(caller.sent.get(2).body());
        assertThat(gone.get("event").textValue()).isEqualTo("closeGroup.delete");
        assertThat(gone.get("value").isNull()).isTrue();
    }

    @Test
    void aFailedOneComesAgainWithTheSameKeyAlsoAfterARestart() {
        subscribe("invoice.charged", "");
        caller.receiverAnswers = 500;
        caller.freshInvoice(70_000);
        assertThat(caller.sandbox.deliverWebhooks()).isZero();
        assertThat(caller.sandbox.deliverWebhooks()).isZero();
        assertThat(caller.sent).hasSize(1);
        caller.restart();
        caller.receiverAnswers = 204;
        caller.clock.advance(Duration.ofSeconds(31));
        assertThat(caller.sandbox.deliverWebhooks()).isEqualTo(1);
        assertThat(caller.sent.get(1).headers().get("idempotency-key"))
                .isEqualTo(caller.sent.get(0).headers().get("idempotency-key"));
    }

    @Test
    void aWeekOfFailuresDisablesTheSubscription() {
        String path = subscribe("invoice.charged", "");
        caller.receiverAnswers = 0;
        caller.freshInvoice(70_000);
        caller.sandbox.deliverWebhooks();
        caller.clock.advance(Duration.ofDays(8));
        caller.freshInvoice(70_000);
        caller.sandbox.deliverWebhooks();
        assertThat(status(path)).isEqualTo("DISABLED_TOO_MANY_ERRORS");
        caller.send("PUT", path, "{\"status\":\"ACTIVE\"}");
        assertThat(status(path)).isEqualTo("ACTIVE");
    }

    @Test
    void badSubscriptionsAreRefused() {
        assertThat(post("invoice.overdue", "https://a.invalid", "").status()).isEqualTo(422);
        assertThat(post("invoice.charged", "http://a.invalid", "").status()).isEqualTo(422);
        assertThat(post("invoice.charged", "https://a.invalid", ",\"hmacSharedSecret\":\"short\"")
                        .status())
                .isEqualTo(422);
        assertThat(post("invoice.charged", "https://a.invalid", "").status()).isEqualTo(201);
        assertThat(post("invoice.charged", "https://b.invalid", "").status()).isEqualTo(409);
        caller.sandbox.allowPlainHttp();
        assertThat(post("voucher.create", "http://localhost:8080/hook", "").status())
                .isEqualTo(201);
    }

    @Test
    void secretsAreNeverShown() {
        assertThat(caller.get(subscribe("invoice.charged", "") + "?fields=*").text())
                .doesNotContain(SECRET);
    }

    private String status(String path) {
        return TripletexCaller.json(caller.get(path)).at("/value/status").textValue();
    }

    private String subscribe(String event, String more) {
        Reply reply = post(event, "https://kravbro.invalid/hook", ",\"hmacSharedSecret\":\"" + SECRET + "\"" + more);
        return "/event/subscription/"
                + TripletexCaller.json(reply).at("/value/id").longValue();
    }

    private Reply post(String event, String target, String more) {
        return caller.send(
                "POST",
                "/event/subscription",
                "{\"event\":\"%s\",\"targetUrl\":\"%s\"%s}".formatted(event, target, more));
    }
}
