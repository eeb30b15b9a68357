package no.kravbro.sandbox.tripletex;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.kravbro.sandbox.Reply;

/** Who am I, and which companies may I see. */
final class CompanyApi {

    private final Archive archive;

    CompanyApi(Archive archive) {
        this.archive = archive;
    }

    void register(Router router) {
        router.get("/token/session/>whoAmI", this::whoAmI)
                .get("/company/>withLoginAccess", this::clients)
                .get("/company/{id}", this::company);
    }

    private Reply whoAmI(Request request) {
        long company = request.session().company();
        Row info = new Row(company, "LoggedInUserInfo", 0, Map.of())
                .with("employeeId", 1, "actualEmployeeId", 1, "employee", 1)
                .with("companyId", company, "company", company, "language", "no");
        return request.read(info);
    }

    private Reply clients(Request request) {
        List<Long> reachable = request.session().token().ids("_clients").isEmpty()
                ? List.of(request.session().company())
                : request.session().token().ids("_clients");
        Stream<Row> clients = reachable.stream().map(id -> {
            Row company = archive.of(id).get("Company", id);
            return new Row(id, "Client", id, Map.of())
                    .with("name", company.text("name"), "displayName", company.text("name"))
                    .with("organizationNumber", company.text("organizationNumber"), "type", company.text("type"))
                    .with("customerCompanyId", id);
        });
        return Listing.plain(request, "Client", clients);
    }

    private Reply company(Request request) {
        if (request.id() != request.books().company()) {
            throw Refusal.notFound();
        }
        return request.read(request.object("Company"));
    }
}
