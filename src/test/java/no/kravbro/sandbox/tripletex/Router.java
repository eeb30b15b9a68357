package no.kravbro.sandbox.tripletex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.kravbro.sandbox.Reply;

/** Which code answers which method and path. A path written out goes before one with variables. */
final class Router {

    private static final String BASE = "/v2";

    private final List<Endpoint> endpoints = new ArrayList<>();

    /** One method and path template. */
    record Endpoint(String method, List<String> template, Function<Request, Reply> answer) {

        private Map<String, String> match(List<String> path) {
            if (path.size() != template.size()) {
                return null;
            }
            Map<String, String> variables = new HashMap<>();
            for (int i = 0; i < path.size(); i++) {
                String part = template.get(i);
                if (part.startsWith("{")) {
                    variables.put(part.substring(1, part.length() - 1), path.get(i));
                } else if (!part.equals(path.get(i))) {
                    return null;
                }
            }
            return variables;
        }
    }

    /** What was found: the endpoint and the variables of its path. */
    record Match(Endpoint endpoint, Map<String, String> variables) {}

    Router get(String template, Function<Request, Reply> answer) {
        return on("GET", template, answer);
    }

    Router put(String template, Function<Request, Reply> answer) {
        return on("PUT", template, answer);
    }

    Router post(String template, Function<Request, Reply> answer) {
        return on("POST", template, answer);
    }

    Router delete(String template, Function<Request, Reply> answer) {
        return on("DELETE", template, answer);
    }

    private Router on(String method, String template, Function<Request, Reply> answer) {
        endpoints.add(new Endpoint(method, parts(template), answer));
        return this;
    }

    /** @throws Refusal 404 no such path, 405 not with this method */
    Match find(String method, String path) {
        if (!path.startsWith(BASE + "/")) {
            throw Refusal.notFound();
        }
        List<String> parts = parts(path.substring(BASE.length()));
        Match best = null;
        boolean known = false;
        for (Endpoint endpoint : endpoints) {
            Map<String, String> variables = endpoint.match(parts);
            known |= variables != null;
            if (variables != null
                    && endpoint.method().equals(method)
                    && (best == null || variables.size() < best.variables().size())) {
                best = new Match(endpoint, variables);
            }
        }
        if (best == null) {
            throw known ? new Refusal(405, 4000, "Method not allowed: " + method) : Refusal.notFound();
        }
        return best;
    }

    private static List<String> parts(String path) {
        return List.of(path.substring(1).split("/"));
    }
}
