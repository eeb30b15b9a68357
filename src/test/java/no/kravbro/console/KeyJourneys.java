package no.kravbro.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An administrator makes a key for a program and ends it, in the browser. */
interface KeyJourneys {

    String KEYS = "/program-keys?lang=nb";

    Town town();

    @Test
    @DisplayName("a key is shown once, opens what was chosen and nothing more, and is revoked at once")
    default void aKeyIsShownOnceAndRevokedAtOnce() throws Exception {
        Tab ada = town().login("ada");
        ada.go(KEYS);
        ada.type("#name", "erp");
        ada.click("#r-SUPPORT");
        ada.click("#c-bergvik");
        ada.type("#ends", "2999-12-31");
        ada.follow("main .stack button");
        String key = ada.run("document.querySelector('#value').textContent").asText();
        assertThat(key).startsWith("kravbro_");
        assertThat(ada.axe()).isEmpty();
        assertThat(line(ada)).contains("ingen person", "Support", "bergvik", "ada", "aldri", "01.01.3000", "Gjelder");

        assertThat(ask(key, "/claims/" + PageStory.OTHERS).statusCode()).isEqualTo(200);
        assertThat(ask(key, "/claims/" + PageStory.CLAIM).statusCode()).isEqualTo(404);
        assertThat(ask(key, "/tokens").statusCode()).isEqualTo(403);

        ada.go(KEYS);
        assertThat(ada.run("document.documentElement.outerHTML").asText()).doesNotContain(key);
        assertThat(line(ada)).doesNotContain("aldri");
        ada.follow("#k-erp button");
        assertThat(line(ada)).contains("Trukket tilbake");
        assertThat(ada.run("document.querySelector('#k-erp button') === null").asBoolean())
                .isTrue();
        assertThat(ask(key, "/claims/" + PageStory.OTHERS).statusCode()).isEqualTo(401);
        assertThat(town().world()
                        .count("select count(*) from audit where who = 'ada' and subject = 'tokens/erp'"
                                + " and deed in ('TOKEN_MADE', 'TOKEN_REVOKED')"))
                .isEqualTo(2);
        assertThat(ada.complaints()).isEmpty();
    }

    @Test
    @DisplayName("a key that acts for a person has no role the person has not, and only administrators make keys")
    default void aKeyNeverOpensMoreThanItsPersonMay() {
        Tab ada = town().login("ada");
        ada.go(KEYS);
        ada.type("#name", "for-siri");
        ada.type("#owner", "siri");
        ada.click("#r-OPERATIONS");
        assertThat(ada.follow("main .stack button")).isEqualTo(409);
        assertThat(ada.text()).contains("En nøkkel kan ikke ha roller som eieren ikke har.");
        ada.go(KEYS);
        assertThat(ada.run("document.querySelector('#k-for-siri') === null").asBoolean())
                .isTrue();
        assertThat(town().as("odd").go(KEYS)).isEqualTo(403);
    }

    private static String line(Tab tab) {
        return tab.run("document.querySelector('#k-erp').innerText").asText();
    }

    private HttpResponse<String> ask(String key, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://localhost:" + town().world().port() + "/api/v1" + path))
                                .header("Authorization", "Bearer " + key)
                                .build(),
                        BodyHandlers.ofString());
    }
}
