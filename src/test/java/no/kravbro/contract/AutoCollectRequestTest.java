package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.kravbro.bundle.ExactJson;
import no.kravbro.bundle.Mappings;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What our mapping sends to AutoCollect is valid by the contract of the wire. */
class AutoCollectRequestTest {

    private static final Path SAMPLES = Path.of("routes/autocollect/samples/submit-claim");
    private static final String INVOICES = "/orgs/5b1f3c1e-8f0a-4c55-9a53-0d5a5f6e1001/invoices";

    private final OpenApiInteractionValidator contract = OpenApiInteractionValidator.createFor(
                    "contracts/autocollect/openapi.yaml")
            .build();
    private final Mappings mappings = new Mappings(Path.of("routes"));

    @TestFactory
    Stream<DynamicTest> every_sample_is_mapped_to_a_valid_request() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            List<Path> inputs =
                    files.filter(file -> file.toString().endsWith(".in.json")).toList();
            assertThat(inputs).isNotEmpty();
            return inputs.stream()
                    .map(in -> DynamicTest.dynamicTest(in.getFileName().toString(), () -> {
                        JsonNode mapped = mappings.apply(
                                "autocollect/map/submit-claim.jslt", ExactJson.read(Files.readString(in)));
                        assertThat(problems(ExactJson.write(mapped))).isEmpty();
                    }));
        }
    }

    @Test
    void a_claim_without_debtor_is_not_valid() {
        assertThat(problems("{\"invoices\":[{\"type\":\"NOTICE\"}]}")).isNotEmpty();
    }

    private List<String> problems(String body) {
        SimpleRequest request = SimpleRequest.Builder.post(INVOICES)
                .withHeader("IdempotencyKey", "s-0001")
                .withHeader("Authorization", "Bearer test")
                .withContentType("application/json")
                .withBody(body)
                .build();
        return contract.validateRequest(request).getMessages().stream()
                .map(ValidationReport.Message::toString)
                .toList();
    }
}
