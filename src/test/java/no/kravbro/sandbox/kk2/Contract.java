package no.kravbro.sandbox.kk2;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.util.List;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Reply;

/** KK2's wire contract, asked whether a request or an answer keeps it. */
public final class Contract {

    private static final OpenApiInteractionValidator VALIDATOR = OpenApiInteractionValidator.createFor(
                    "contracts/kk2/openapi.yaml")
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
        return errors(VALIDATOR.validateResponse(path(call), Request.Method.valueOf(call.method()), response.build()));
    }

    /** What is wrong with the request. */
    public static List<String> brokenRequest(Call call) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(call.method(), path(call));
        if (call.body().length > 0) {
            request.withBody(call.text());
        }
        call.headers().forEach(request::withHeader);
        call.query().forEach((name, values) -> request.withQueryParam(name, values));
        return errors(VALIDATOR.validateRequest(request.build()));
    }

    private static String path(Call call) {
        return call.path().replaceFirst("^" + Kk2Sandbox.BASE, "");
    }

    private static List<String> errors(ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> message.getKey() + ": " + message.getMessage() + message.getAdditionalInfo())
                .toList();
    }
}
