package no.kravbro.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.kravbro.Settings;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.web.server.ResponseStatusException;

/** The button that moves the sandbox one day on: there only where a clock is followed, and honest when that does not answer. */
class SandboxButtonTest {

    @Test
    void oneDayIsAskedForAndWhatCameOfItIsTold() throws IOException {
        List<String> asked = new ArrayList<>();
        HttpServer clock = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        clock.createContext("/clock/advance", exchange -> {
            asked.add(exchange.getRequestMethod() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(asked.size() == 1 ? 200 : 500, -1);
            exchange.close();
        });
        clock.start();
        SandboxButton button = new SandboxButton(
                settings("http://localhost:" + clock.getAddress().getPort() + "/clock"));
        try {
            assertThat(button.advance()).isEqualTo("redirect:/?advanced=yes");
            assertThat(asked).containsExactly("POST {\"days\":1}");
            assertThat(button.advance()).isEqualTo("redirect:/?advanced=no");
        } finally {
            clock.stop(0);
        }
        assertThat(button.advance()).isEqualTo("redirect:/?advanced=no");
    }

    @Test
    void whereNoClockIsFollowedThereIsNoButton() {
        assertThatThrownBy(() -> new SandboxButton(settings(null)).advance())
                .isInstanceOf(ResponseStatusException.class);
    }

    private static Settings settings(String clock) {
        Map<String, String> given = clock == null
                ? Map.of("kravbro.node", "test")
                : Map.of("kravbro.node", "test", "kravbro.clock.url", clock);
        return new Binder(new MapConfigurationPropertySource(given))
                .bind("kravbro", Bindable.of(Settings.class))
                .get();
    }
}
