package no.kravbro.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import no.kravbro.bundle.ExactJson;
import no.kravbro.bundle.Mappings;
import no.kravbro.camel.MapComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapComponentTest {

    private final DefaultCamelContext context = new DefaultCamelContext();

    @TempDir
    private Path directory;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(directory.resolve("x/map"));
        Files.writeString(directory.resolve("x/map/a.jslt"), "{\"day\": .day, \"kr\": kroner(.ore)}");
        context.addComponent("map", new MapComponent(new Mappings(directory)));
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void text_stream_tree_and_value_are_mapped_alike() throws Exception {
        String json = "{\"day\":\"2026-01-05\",\"ore\":5}";
        Object[] bodies = {
            json,
            json.getBytes(StandardCharsets.UTF_8),
            new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
            ExactJson.read(json),
            new Value(LocalDate.of(2026, 1, 5), 5)
        };
        for (Object body : bodies) {
            assertThat(mapped(body)).isEqualTo("{\"day\":\"2026-01-05\",\"kr\":0.05}");
        }
    }

    @Test
    void no_body_is_refused() {
        assertThatThrownBy(() -> mapped(null)).hasRootCauseMessage("x/map/a.jslt:0: the input is not a JSON document");
    }

    @Test
    void a_missing_file_is_refused_when_the_endpoint_is_built() {
        assertThatThrownBy(() -> context.getEndpoint("map:x/map/none.jslt"))
                .hasRootCauseMessage("x/map/none.jslt:0: no such mapping file");
    }

    private String mapped(Object body) {
        return context.createProducerTemplate().requestBody("map:x/map/a.jslt", body, String.class);
    }

    private record Value(LocalDate day, long ore) {}
}
