package no.kravbro.sandbox.autocollect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Forms;
import no.kravbro.sandbox.Reply;

/** Which call goes where: token, bearer, organisation, then the paths of the contract and no others. */
final class Gateway {

    private static final Pattern IN_ORGANIZATION = Pattern.compile(AutoCollectSandbox.BASE + "/orgs/([^/]+)/(.+)");
    private static final String ID = "([^/]+)";

    private final AutoCollectSettings settings;
    private final Tokens tokens;
    private final List<Route> routes = new ArrayList<>();
    private final Set<String> forbidden = new TreeSet<>();

    private interface Answer {
        Reply to(Organization organization, String id, Call call);
    }

    private record Route(String method, Pattern path, Answer answer) {}

    Gateway(AutoCollectSettings settings, Tokens tokens, Queries queries, Writes writes) {
        this.settings = settings;
        this.tokens = tokens;
        get("invoices", (org, id, call) -> queries.invoices(org, call));
        get("invoices/" + ID, (org, id, call) -> queries.invoice(org, id));
        get("batches", (org, id, call) -> queries.batches(org, call));
        get("batches/" + ID, (org, id, call) -> queries.batch(org, id));
        get("cases", (org, id, call) -> queries.cases(org, call));
        get("cases/" + ID, (org, id, call) -> queries.aCase(org, id));
        get("cases/" + ID + "/messages", (org, id, call) -> queries.messages(org, id));
        get("settlements", (org, id, call) -> queries.settlements(org, call));
        get("settlements/" + ID, (org, id, call) -> queries.settlement(org, id));
        post(writes, "invoices");
        post(writes, "payments");
        post(writes, "corrections");
        for (CaseWork.Action action : CaseWork.Action.values()) {
            post(writes, "cases/" + ID + "/" + action.path());
        }
    }

    private void get(String path, Answer answer) {
        routes.add(new Route("GET", Pattern.compile(path), answer));
    }

    private void post(Writes writes, String path) {
        routes.add(new Route("POST", Pattern.compile(path), (org, id, call) -> writes.enter(org, rest(call), call)));
    }

    private static String rest(Call call) {
        Matcher path = IN_ORGANIZATION.matcher(call.path());
        return path.matches() ? path.group(2) : "";
    }

    void forbid(String organizationId, boolean on) {
        if (on) {
            forbidden.add(organizationId);
        } else {
            forbidden.remove(organizationId);
        }
    }

    Reply answer(Call call) {
        if (call.path().equals("/token") && call.method().equals("POST")) {
            return tokens.create(call, Forms.parse(call.text()));
        }
        tokens.check(call);
        Matcher path = IN_ORGANIZATION.matcher(call.path());
        if (!path.matches()) {
            throw ApiError.notFound("path");
        }
        Organization organization = organization(path.group(1));
        for (Route route : routes) {
            Matcher rest = route.path().matcher(path.group(2));
            if (route.method().equals(call.method()) && rest.matches()) {
                return route.answer().to(organization, rest.groupCount() == 0 ? null : rest.group(1), call);
            }
        }
        throw ApiError.notFound("path");
    }

    private Organization organization(String id) {
        if (forbidden.contains(id)) {
            throw new ApiError(403, "FORBIDDEN", "No access to this organisation", null);
        }
        return settings.organizations().stream()
                .filter(organization -> organization.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ApiError.notFound("organisation"));
    }
}
