package no.kravbro.sandbox.autocollect;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.util.List;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Reply;

/** AutoCollect's wire contract, asked whether an answer or an event keeps it. */
public final class Contract {

    private static final OpenApiInteractionValidator VALIDATOR = OpenApiInteractionValidator.createFor(
                    "contracts/autocollect/openapi.yaml")
            .withBasePathOverride("/")
            .build();

    private Contract() {}

    /** What is wrong with the answer; empty when it keeps the contract. */
    public static List<String> broken(Call call, Reply reply) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(reply.status());
        reply.headers().forEach(response::withHeader);
        if (reply.body().length > 0) {
            response.withBody(reply.text());
        }
        String path = call.path().replaceFirst("^" + AutoCollectSandbox.BASE, "");
        return errors(VALIDATOR.validateResponse(path, Request.Method.valueOf(call.method()), response.build()));
    }

    /** What is wrong with a request, of ours to them or (a webhook) of theirs to us. */
    public static List<String> brokenRequest(Call call) {
        String path = call.path().replaceFirst("^" + AutoCollectSandbox.BASE, "");
        SimpleRequest.Builder request = new SimpleRequest.Builder(call.method(), path).withBody(call.text());
        call.headers().forEach(request::withHeader);
        call.query().forEach((name, values) -> request.withQueryParam(name, values));
        return errors(VALIDATOR.validateRequest(request.build()));
    }

    private static List<String> errors(ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> message.getKey() + ": " + message.getMessage() + message.getAdditionalInfo())
                .toList();
    }
}
