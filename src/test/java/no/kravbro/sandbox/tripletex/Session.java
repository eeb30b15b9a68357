package no.kravbro.sandbox.tripletex;

import java.util.List;

/**
 * Who calls.
 *
 * @param accountant a token that reaches clients' companies instead of an own one
 */
record Session(Row token, long company, boolean accountant) {

    /** Calls are counted per token owner and consumer. */
    String owner() {
        return token.text("token") + "|" + token.text("consumer");
    }

    boolean denied(String right) {
        return token.get("_denied") instanceof List<?> denied && denied.contains(right);
    }

    boolean deniedPath(String methodAndPath) {
        return token.get("_denied") instanceof List<?> denied
                && denied.stream().anyMatch(each -> methodAndPath.startsWith((String) each));
    }
}
