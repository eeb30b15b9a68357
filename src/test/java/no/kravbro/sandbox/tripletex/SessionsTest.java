package no.kravbro.sandbox.tripletex;

import static no.kravbro.sandbox.tripletex.TripletexCaller.TODAY;
import static no.kravbro.sandbox.tripletex.TripletexCaller.json;
import static no.kravbro.sandbox.tripletex.TripletexCaller.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import no.kravbro.sandbox.Reply;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private final TripletexCaller caller = new TripletexCaller();

    @Test
    void createsASessionThatSaysWhoItIs() {
        Reply created = create(TripletexStory.NORDLYS_TOKEN, 2);
        assertThat(created.status()).isEqualTo(201);
        assertThat(json(created).at("/value/token").textValue()).isNotBlank();
        assertThat(json(caller.get("/token/session/>whoAmI?fields=companyId,company(organizationNumber)"))
                        .at("/value/company/organizationNumber")
                        .textValue())
                .isEqualTo("310245674");
    }

    @Test
    void theOldWayTakesTokensInTheAddress() {
        String query = "?consumerToken=%s&employeeToken=%s&expirationDate=%s"
                .formatted(TripletexStory.CONSUMER_TOKEN, TripletexStory.NORDLYS_TOKEN, TODAY.plusDays(1));
        assertThat(caller.raw("PUT", "/token/session/:create" + query, "", Map.of())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesADateThatIsNotLaterThanToday() {
        assertThat(create(TripletexStory.NORDLYS_TOKEN, 0).status()).isEqualTo(422);
        assertThat(json(create(TripletexStory.NORDLYS_TOKEN, 0)).get("code").intValue())
                .isEqualTo(15000);
    }

    @Test
    void refusesUnknownTokens() {
        assertThat(create("test-nobody", 2).status()).isEqualTo(401);
    }

    @Test
    void diesWhenItsDateBeginsInOslo() {
        String plain = "0:"
                + json(create(TripletexStory.NORDLYS_TOKEN, 1))
                        .at("/value/token")
                        .textValue();
        Map<String, String> header = Map.of(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8)));
        caller.clock.advance(Duration.ofHours(15).plusMinutes(59));
        assertThat(caller.raw("GET", "/customer", "", header).status()).isEqualTo(200);
        caller.clock.advance(Duration.ofMinutes(1));
        Reply late = caller.raw("GET", "/customer", "", header);
        assertThat(late.status()).isEqualTo(401);
        assertThat(json(late).get("code").intValue()).isEqualTo(3000);
        assertThat(late.headers()).containsKey("x-tlx-request-id");
    }

    @Test
    void aDeletedSessionIsGone() {
        String token =
                json(create(TripletexStory.NORDLYS_TOKEN, 2)).at("/value/token").textValue();
        assertThat(caller.raw("DELETE", "/token/session/" + token, "", Map.of()).status())
                .isEqualTo(204);
        assertThat(caller.raw("DELETE", "/token/session/" + token, "", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void anAccountantsTokenReachesItsClientsByCompanyIdOnly() {
        caller.login(TripletexStory.ACCOUNTANT_TOKEN);
        assertThat(caller.get("/customer").status()).isEqualTo(403);
        assertThat(json(caller.get("/company/>withLoginAccess")).get("values")).hasSize(2);
        caller.company = Long.toString(TripletexStory.BERGVIK);
        assertThat(json(caller.get("/company/" + TripletexStory.BERGVIK))
                        .at("/value/name")
                        .textValue())
                .isEqualTo("Bergvik Renhold AS");
        caller.company = "999";
        assertThat(caller.get("/customer").status()).isEqualTo(403);
    }

    @Test
    void aMissingRightIsForbidden() {
        caller.sandbox.deny(TripletexStory.NORDLYS_TOKEN, "POST /voucherStatus");
        Reply reply = caller.send("POST", "/voucherStatus", "{}");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(json(reply).get("code").intValue()).isEqualTo(9000);
        assertThat(caller.get("/voucherStatus").status()).isEqualTo(200);
    }

    @Test
    void anotherCompanysObjectIsNotFound() {
        long foreign = caller.sandbox.accountant(TripletexStory.BERGVIK).invoiceId(10001);
        assertThat(caller.get("/invoice/" + foreign).status()).isEqualTo(404);
        assertThat(json(caller.get("/invoice/" + foreign)).get("code").intValue())
                .isEqualTo(6000);
    }

    private Reply create(String employee, int days) {
        return caller.raw("POST", "/token/session/:create", tokens(employee, TODAY.plusDays(days)), Map.of());
    }
}
