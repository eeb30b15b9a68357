package no.kravbro.sandbox;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.util.List;

/** A wire contract in the form of an OpenAPI document, asked whether a request or an answer keeps it. */
public final class OpenApiContract {

    private final OpenApiInteractionValidator validator;
    private final String base;

    /**
     * @param document where it stands on the class path
     * @param base path under which the sandbox serves it, which the document does not name
     */
    public OpenApiContract(String document, String base) {
        this.validator = OpenApiInteractionValidator.createFor(document)
                .withBasePathOverride("/")
                .build();
        this.base = base;
    }

    /** What is wrong with the answer; empty when it keeps the contract. */
    public List<String> broken(Call call, Reply reply) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(reply.status());
        reply.headers().forEach(response::withHeader);
        if (reply.body().length > 0) {
            response.withBody(reply.text());
        }
        return errors(validator.validateResponse(path(call), Request.Method.valueOf(call.method()), response.build()));
    }

    /** What is wrong with the request; empty when it keeps the contract. */
    public List<String> brokenRequest(Call call) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(call.method(), path(call));
        if (call.body().length > 0) {
            request.withBody(call.text());
        }
        call.headers().forEach(request::withHeader);
        call.query().forEach((name, values) -> request.withQueryParam(name, values));
        return errors(validator.validateRequest(request.build()));
    }

    private String path(Call call) {
        return call.path().replaceFirst("^" + base, "");
    }

    private static List<String> errors(ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> message.getKey() + ": " + message.getMessage() + message.getAdditionalInfo())
                .toList();
    }
}
