package no.kravbro.console;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import no.kravbro.Settings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Moves the followed clock one day on. Does not exist where no clock is followed, so never in production. */
@Controller
class SandboxButton {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Settings settings;

    SandboxButton(Settings settings) {
        this.settings = settings;
    }

    @PostMapping("/sandbox/advance")
    String advance() {
        if (settings.clock().url() == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/?advanced=" + (oneDay() ? "yes" : "no");
    }

    private boolean oneDay() {
        URI advance = settings.clock().url().resolve("/clock/advance");
        HttpRequest request = HttpRequest.newBuilder(advance)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"days\":1}"))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException unreachable) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
