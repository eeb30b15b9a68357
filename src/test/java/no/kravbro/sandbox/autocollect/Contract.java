package no.kravbro.sandbox.autocollect;

import java.util.List;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.OpenApiContract;
import no.kravbro.sandbox.Reply;

/** AutoCollect's wire contract, asked whether an answer or an event keeps it. */
public final class Contract {

    private static final OpenApiContract DOCUMENT =
            new OpenApiContract("contracts/autocollect/openapi.yaml", AutoCollectSandbox.BASE);

    private Contract() {}

    /** What is wrong with the answer; empty when it keeps the contract. */
    public static List<String> broken(Call call, Reply reply) {
        return DOCUMENT.broken(call, reply);
    }

    /** What is wrong with a request, of ours to them or (a webhook) of theirs to us. */
    public static List<String> brokenRequest(Call call) {
        return DOCUMENT.brokenRequest(call);
    }
}
