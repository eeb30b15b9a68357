package no.kravbro.sandbox.tripletex;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import no.kravbro.sandbox.Reply;

/** Tripletex' own OpenAPI document, asked whether an answer is one of its answers. */
final class DocumentCheck {

    /** Where the document lies: {@code -Dtest.shared}, else beside the project. */
    static final Path FILE = Path.of(System.getProperty("test.shared", "../shared"), "tripletex", "openapi.json");

    private final OpenApiInteractionValidator validator;

    DocumentCheck() {
        OpenAPI document = new OpenAPIV3Parser().read(FILE.toAbsolutePath().toString());
        document.getPaths().values().forEach(path -> path.readOperations().forEach(DocumentCheck::complete));
        validator = OpenApiInteractionValidator.createFor(document).build();
    }

    static boolean present() {
        return Files.isReadable(FILE);
    }

    /** The document lists only answers that succeed, and gives its 204 an empty JSON body. */
    private static void complete(Operation operation) {
        operation.getResponses().addApiResponse("default", error());
        operation.getResponses().computeIfPresent("204", (status, nothing) -> nothing.content(null));
    }

    private static ApiResponse error() {
        Schema<?> schema = new Schema<>().$ref("#/components/schemas/ApiError");
        return new ApiResponse()
                .description("refused")
                .content(new Content().addMediaType("application/json", new MediaType().schema(schema)));
    }

    /** What is wrong with the answer; empty when nothing is. */
    List<String> problems(String method, String path, Reply reply) {
        SimpleResponse.Builder answer = SimpleResponse.Builder.status(reply.status());
        reply.headers().forEach(answer::withHeader);
        if (reply.body().length > 0) {
            answer.withBody(
                    reply.headers().getOrDefault("Content-Type", "").contains("json")
                            ? withoutNulls(TripletexCaller.json(reply)).toString()
                            : reply.text());
        }
        return validator.validateResponse(path, Request.Method.valueOf(method), answer.build()).getMessages().stream()
                .map(ValidationReport.Message::toString)
                .toList();
    }

    /** The document cannot say that a value may be absent, so it has no null; Tripletex sends null for absent. */
    private static JsonNode withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Iterator<JsonNode> values = object.elements(); values.hasNext(); ) {
                if (values.next().isNull()) {
                    values.remove();
                }
            }
        }
        node.forEach(DocumentCheck::withoutNulls);
        return node;
    }
}
