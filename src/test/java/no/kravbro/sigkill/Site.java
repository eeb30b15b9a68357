package no.kravbro.sigkill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.kravbro.sandbox.SandboxTown;

/** A folder from which the product is started, with a settings file of its own that points at a town. */
final class Site {

    private static final Path CREDITORS = Path.of("src/test/resources/storm/creditors.yaml");
    private static final String RELATIVE = "src/test/resources/";

    private Site() {}

    /** @param port where the product is to listen */
    static void write(Path folder, SandboxTown town, int port, String url, String user) {
        String secrets = "src/test/resources/sandbox/secrets/";
        List<String> lines = new ArrayList<>(List.of(
                "spring.profiles.active=simulated-clock",
                "server.port=" + port,
                "spring.datasource.url=" + url,
                "spring.datasource.username=" + user,
                "kravbro.creditors-file=" + folder.toAbsolutePath().resolve("creditors.yaml"),
                "kravbro.routes.dir=" + Path.of("routes").toAbsolutePath(),
                "kravbro.delivery.poll=100ms",
                "kravbro.master-key-file=" + secrets + "master-key",
                "kravbro.tripletex.consumer-token-file=" + secrets + "tripletex-consumer",
                "kravbro.agencies.autocollect.client-id=kravbro-test",
                "kravbro.agencies.autocollect.client-secret-file=" + secrets + "autocollect-client",
                "kravbro.agencies.autocollect.webhook-secret-file=" + secrets + "autocollect-webhook",
                "kravbro.agencies.kk2.client-id=kravbro-test",
                "kravbro.agencies.kk2.client-secret-file=" + secrets + "kk2-client",
                "kravbro.agencies.ecpay.private-key-file=" + secrets + "ecpay-login",
                "kravbro.agencies.ecpay.host-key-file=" + secrets + "ecpay-host.pub"));
        lines.addAll(List.of(town.settings()));
        try {
            Files.write(
                    folder.resolve("application.properties"),
                    lines.stream().map(Site::absolute).toList());
            Files.writeString(folder.resolve("creditors.yaml"), absolute(Files.readString(CREDITORS)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String absolute(String text) {
        return text.replace(RELATIVE, Path.of(RELATIVE).toAbsolutePath() + "/");
    }
}
