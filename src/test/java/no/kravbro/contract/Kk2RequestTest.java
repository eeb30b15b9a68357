package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.kravbro.bundle.ExactJson;
import no.kravbro.bundle.Mappings;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.kk2.Contract;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What our mappings send to KK2 is valid by the contract of the wire. */
class Kk2RequestTest {

    private static final Path SAMPLES = Path.of("routes/kk2/samples");

    private final Mappings mappings = new Mappings(Path.of("routes"));

    @TestFactory
    Stream<DynamicTest> every_claim_is_mapped_to_a_valid_request() throws IOException {
        return valid("submit-claim", "/api/v1/krav/310245674-2147524143");
    }

    @TestFactory
    Stream<DynamicTest> every_answer_is_mapped_to_a_valid_request() throws IOException {
        return valid("answer-proposal", "/api/v1/bokforingsforslag/f-501/svar");
    }

    @Test
    void a_claim_without_customer_is_not_valid() {
        assertThat(problems("/api/v1/krav/310245674-2147524143", "{\"innsendingId\":\"x\"}"))
                .isNotEmpty();
    }

    private Stream<DynamicTest> valid(String document, String path) throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES.resolve(document))) {
            List<Path> inputs =
                    files.filter(file -> file.toString().endsWith(".in.json")).toList();
            assertThat(inputs).isNotEmpty();
            return inputs.stream()
                    .map(in -> DynamicTest.dynamicTest(in.getFileName().toString(), () -> {
                        var mapped =
                                mappings.apply("kk2/map/" + document + ".jslt", ExactJson.read(Files.readString(in)));
                        assertThat(problems(path, ExactJson.write(mapped))).isEmpty();
                    }));
        }
    }

    private static List<String> problems(String path, String body) {
        Map<String, String> headers = Map.of("Authorization", "Bearer test", "Content-Type", "application/json");
        return Contract.brokenRequest(new Call("PUT", path, Map.of(), headers, body.getBytes(StandardCharsets.UTF_8)));
    }
}
