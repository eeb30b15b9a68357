package no.kravbro.bench;

import java.nio.file.Path;
import java.util.List;

/** How the product is set up for the bench: as it comes, but for addresses, secrets and a quicker look for work. */
final class ProductSettings {

    private static final String SECRETS = "src/test/resources/sandbox/secrets/";

    private ProductSettings() {}

    static List<String> of(String address, Path folder) {
        return List.of(
                "--server.port=0",
                "--kravbro.node=bench",
                "--kravbro.data-dir=" + folder.resolve("data"),
                "--kravbro.master-key-file=" + SECRETS + "master-key",
                "--kravbro.creditors-file=src/test/resources/bench/creditors.yaml",
                "--kravbro.delivery.poll=100ms",
                "--kravbro.tripletex.url=" + address + "/v2",
                "--kravbro.tripletex.consumer-token-file=" + SECRETS + "tripletex-consumer",
                "--kravbro.agencies.autocollect.url=" + address + "/collection/v1",
                "--kravbro.agencies.autocollect.token-url=" + address + "/token",
                "--kravbro.agencies.autocollect.client-id=kravbro-test",
                "--kravbro.agencies.autocollect.client-secret-file=" + SECRETS + "autocollect-client",
                "--kravbro.agencies.autocollect.webhook-secret-file=" + SECRETS + "autocollect-webhook");
    }
}
