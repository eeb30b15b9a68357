package no.kravbro.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each operation of the API names the right it needs, in the contract, in the routes and on the page. */
class RightsTest {

    @Test
    void theContractNamesTheSameRightAsTheRoute() throws Exception {
        assertThat(contract())
                .isEqualTo(ApiRoutes.ALL.stream().collect(Collectors.toMap(ApiRoutes.Operation::id, each -> each.right()
                        .name())));
    }

    /** No operation without a right: it would be in the map under an empty text. */
    private static Map<String, String> contract() throws Exception {
        Map<String, String> rights = new TreeMap<>();
        JsonNode paths = new com.fasterxml.jackson.databind.ObjectMapper(new YAMLFactory())
                .readTree(Path.of("src/main/resources/openapi/kravbro.yaml").toFile())
                .path("paths");
        paths.forEach(path -> path.forEach(operation -> {
            if (operation.has("operationId")) {
                rights.put(
                        operation.path("operationId").asText(),
                        operation.path("x-right").asText());
            }
        }));
        return rights;
    }

    @Test
    void theGeneratedPageIsFresh() {
        assertThat(RightsTable.PAGE)
                .as("src/docs/rights.md is stale: run 'make docs' and commit what it writes")
                .exists()
                .hasContent(RightsTable.text());
    }
}
