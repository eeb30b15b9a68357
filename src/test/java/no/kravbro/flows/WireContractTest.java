package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.tripletex.TripletexContract;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.TestSocketUtils;

/**
 * A month of the main job with the agency's events: every request to Tripletex is one of its own document, every request to
 * the agency and every event of it one of the contract. Every other flow test is checked so too when its world ends.
 */
class WireContractTest {

    @Test
    void everyRequestIsInTheContracts() {
        TripletexContract.orSkip();
        int port = TestSocketUtils.findAvailableTcpPort();
        SandboxTown town = World.town(SandboxTown.Story.SHOWN, "http://localhost:" + port + "/webhooks/autocollect");
        try (World world = new World(town, "wire-contract", "server.port=" + port).start()) {
            world.untilWithoutPauses("claims made", () -> world.count("select count(*) from claim") > 30);
            world.untilQuiet();
            for (int week = 0; week < 5; week++) {
                world.days(7);
                world.untilQuiet();
            }
            world.untilWithoutPauses(
                    "money is booked", () -> world.count("select count(*) from booking where state = 'MATCHED'") > 0);
        }
        assertThat(WireContract.broken(town)).isEmpty();
        assertThat(town.tripletexCalls().count("POST", "/v2/ledger/voucher")).isPositive();
        assertThat(town.autoCollectCalls().count("POST", ".*/invoices")).isPositive();
        assertThat(town.autoCollect().webhooks().log().all())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.reply().status()).isEqualTo(204));
    }

    @Test
    void aRequestThatIsNotInThemFails() throws Exception {
        TripletexContract.orSkip();
        try (SandboxTown town = World.town(SandboxTown.Story.SHOWN, null)) {
            String tripletex = setting(town, "kravbro.tripletex.url=");
            String agency = setting(town, "kravbro.agencies.autocollect.url=");
            get(tripletex + "/invoice?invoiceDateFrom=2026-01-01&invoiceDateTo=2026-01-02&customer=1");
            get(agency + "/organisations/1/cases");
            assertThat(WireContract.broken(town))
                    .hasSize(2)
                    .anySatisfy(problem -> assertThat(problem).contains("parameter 'customer' is not known"))
                    .anySatisfy(problem -> assertThat(problem).contains("/organisations/1/cases"));
        }
    }

    private static String setting(SandboxTown town, String key) {
        for (String setting : town.settings()) {
            if (setting.startsWith(key)) {
                return setting.substring(key.length());
            }
        }
        throw new IllegalArgumentException(key);
    }

    private static void get(String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
    }
}
