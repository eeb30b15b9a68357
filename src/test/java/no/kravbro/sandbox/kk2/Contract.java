package no.kravbro.sandbox.kk2;

import java.util.List;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.OpenApiContract;
import no.kravbro.sandbox.Reply;

/** KK2's wire contract, asked whether a request or an answer keeps it. */
public final class Contract {

    private static final OpenApiContract DOCUMENT = new OpenApiContract("contracts/kk2/openapi.yaml", Kk2Sandbox.BASE);

    private Contract() {}

    /** What is wrong with the answer; empty when it keeps the contract. */
    public static List<String> broken(Call call, Reply reply) {
        return DOCUMENT.broken(call, reply);
    }

    /** What is wrong with the request. */
    public static List<String> brokenRequest(Call call) {
        return DOCUMENT.brokenRequest(call);
    }
}
