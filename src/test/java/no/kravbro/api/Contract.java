package no.kravbro.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.List;
import java.util.Set;

/** The API description as the tests see it. */
final class Contract {

    private static final OpenApiInteractionValidator DESCRIPTION =
            OpenApiInteractionValidator.createForSpecificationUrl("src/main/resources/openapi/kravbro.yaml")
                    .withBasePathOverride("/api/v1")
                    .build();

    static final Set<String> TRIED = Set.of(
            "/creditors",
            "/creditors/{creditor}",
            "/creditors/{creditor}/registration",
            "/creditors/{creditor}/token",
            "/creditors/{creditor}/confirmations",
            "/creditors/{creditor}/health",
            "/creditors/{creditor}/decisions",
            "/creditors/{creditor}/scan",
            "/creditors/{creditor}/sync",
            "/claims",
            "/claims/{key}",
            "/claims/{key}/actions",
            "/claims/{key}/instructions",
            "/claims/{key}/withdrawal",
            "/claims/{key}/disputes",
            "/disputes/{id}/answer",
            "/claims/{key}/tasks",
            "/pauses",
            "/agencies",
            "/creditors/{creditor}/pause",
            "/creditors/{creditor}/resume",
            "/agencies/{agency}/pause",
            "/agencies/{agency}/resume",
            "/creditors/{creditor}/exclusions",
            "/exclusions/{id}/lift",
            "/creditors/{creditor}/collection-list",
            "/creditors/{creditor}/collection-list/reject",
            "/creditors/{creditor}/agencies",
            "/creditors/{creditor}/drafts",
            "/creditors/{creditor}/drafts/reject",
            "/creditors/{creditor}/hand-over-previews",
            "/creditors/{creditor}/hand-overs",
            "/tasks",
            "/tasks/{id}/done",
            "/mails",
            "/claims/{key}/evidence",
            "/creditors/{creditor}/credit-losses",
            "/mails/{id}/again",
            "/deliveries",
            "/deliveries/{id}",
            "/settlements",
            "/bookings",
            "/differences",
            "/differences/{id}",
            "/differences/{id}/acknowledge",
            "/differences/{id}/accept",
            "/differences/{id}/fixed",
            "/differences/{id}/reread",
            "/creditors/{creditor}/agreements",
            "/creditors/{creditor}/report",
            "/dead-letters",
            "/dead-letters/{id}",
            "/dead-letters/{id}/inquire",
            "/dead-letters/{id}/retry",
            "/dead-letters/{id}/correct",
            "/dead-letters/{id}/close",
            "/dead-letter-groups",
            "/tokens",
            "/tokens/{token}/revoke",
            "/audit",
            "/audit/verification",
            "/dead-letters/{id}/note",
            "/dead-letters/{id}/assign",
            "/dead-letters/{id}/unlock",
            "/dead-letters/{id}/restore",
            "/dead-letter-groups/{group}/log",
            "/dead-letter-groups/{group}/saying",
            "/dead-letter-corrections",
            "/dead-letter-corrections/{id}/confirm",
            "/dead-letter-corrections/{id}/refuse",
            "/dead-letter-export",
            "/dead-letter-previews",
            "/dead-letter-plans",
            "/dead-letter-plans/{plan}",
            "/dead-letter-plans/{plan}/apply",
            "/dead-letter-retries",
            "/dead-letter-retries/{id}",
            "/dead-letter-retries/{id}/pause",
            "/dead-letter-retries/{id}/resume",
            "/dead-letter-retries/{id}/cancel",
            "/data-keys",
            "/data-keys/rotate",
            "/data-keys/retire",
            "/data-keys/rewrap",
            "/routes/versions",
            "/routes/versions/{version}/back",
            "/routes/plans",
            "/routes/plans/{plan}",
            "/routes/plans/{plan}/apply",
            "/routes/plans/{plan}/withdraw",
            "/status");

    private Contract() {}

    static Set<String> paths() {
        return read().getPaths().keySet();
    }

    /** The values of an enumerated schema. */
    static List<String> codes(String schema) {
        List<?> values = read().getComponents().getSchemas().get(schema).getEnum();
        return values.stream().map(String::valueOf).toList();
    }

    private static OpenAPI read() {
        return new OpenAPIV3Parser().read("src/main/resources/openapi/kravbro.yaml");
    }

    /** The answer is what the description says of this call. */
    static void valid(Request.Method method, String path, Object answer) {
        var response = SimpleResponse.Builder.status(200)
                .withContentType("application/json")
                .withBody(Body.write(answer))
                .build();
        assertThat(DESCRIPTION.validateResponse(path, method, response).getMessages())
                .as(path)
                .isEmpty();
    }
}
