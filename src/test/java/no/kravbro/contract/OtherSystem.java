package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Partner;
import no.kravbro.sandbox.Reply;

/**
 * Another system of the same creditor, which calls an agency with a token of its own, beside the product and past all faults.
 *
 * @param tokenPath where the agency gives tokens
 */
record OtherSystem(Partner agency, String tokenPath) {

    String get(String path) {
        return call("GET", path, Map.of(), "").text();
    }

    /** Hands something over; anything but this status is a failure of the test. */
    void send(String method, String path, Map<String, String> headers, String json, int expected) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        Reply taken = call(method, path, all, json);
        assertThat(taken.status()).as(taken.text()).isEqualTo(expected);
    }

    private Reply call(String method, String path, Map<String, String> headers, String body) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Authorization", "Bearer " + token());
        return plainCall(method, path, all, body);
    }

    private String token() {
        Reply reply = plainCall(
                "POST",
                tokenPath,
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "grant_type=client_credentials&client_id=kravbro-test&client_secret=not-a-secret");
        return reply.text().replaceAll(".*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private Reply plainCall(String method, String path, Map<String, String> headers, String body) {
        return agency.handle(new Call(method, path, Map.of(), headers, body.getBytes(StandardCharsets.UTF_8)));
    }
}
