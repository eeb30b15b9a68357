package no.kravbro.sandbox.tripletex;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import no.kravbro.sandbox.Reply;

/** What is set up in the ledger and only read by us: accounts, periods, VAT types, voucher types, posting rules. */
final class LedgerApi {

    void register(Router router) {
        router.get("/ledger/account", LedgerApi::accounts)
                .get("/ledger/accountingPeriod", LedgerApi::periods)
                .get("/ledger/vatType", LedgerApi::vatTypes)
                .get("/ledger/voucherType", LedgerApi::voucherTypes)
                .get(
                        "/ledger/postingRules",
                        request -> request.read(
                                request.books().all("PostingRules").iterator().next()))
                .get("/currency", LedgerApi::currencies)
                .get("/department", LedgerApi::departments)
                .get("/project", request -> Listing.plain(request, "Project", byId(request, "Project")))
                .get("/product", LedgerApi::products)
                .get("/ledger/account/{id}", one("Account"))
                .get("/ledger/accountingPeriod/{id}", one("AccountingPeriod"))
                .get("/ledger/vatType/{id}", one("VatType"))
                .get("/ledger/voucherType/{id}", one("VoucherType"))
                .get("/currency/{id}", one("Currency"));
    }

    private static Function<Request, Reply> one(String type) {
        return request -> request.read(request.object(type));
    }

    private static Reply accounts(Request request) {
        Set<Long> numbers = request.ids("number");
        String ledger = request.param("ledgerType");
        String bank = request.param("isBankAccount");
        String inactive = request.param("isInactive");
        return Listing.summed(
                request,
                "Account",
                byId(request, "Account")
                        .filter(row -> numbers == null || numbers.contains(row.number("number")))
                        .filter(row -> ledger == null || ledger.equals(row.text("ledgerType")))
                        .filter(row -> bank == null || bank.equals(Boolean.toString(row.flag("isBankAccount"))))
                        .filter(row -> inactive == null || inactive.equals(Boolean.toString(row.flag("isInactive")))));
    }

    private static Reply periods(Request request) {
        Period start = request.period("startFrom", "startTo", false);
        Period end = request.period("endFrom", "endTo", false);
        return Listing.plain(
                request,
                "AccountingPeriod",
                byId(request, "AccountingPeriod")
                        .filter(row -> start.contains(row.day("start")) && end.contains(row.day("end"))));
    }

    private static Reply vatTypes(Request request) {
        Set<Long> numbers = request.ids("number");
        String kind = request.param("typeOfVat");
        return Listing.plain(
                request,
                "VatType",
                byId(request, "VatType")
                        .filter(row -> numbers == null || numbers.contains(row.id()))
                        .filter(row -> kind == null || ofKind(row, kind)));
    }

    private static boolean ofKind(Row vat, String kind) {
        boolean incoming = vat.text("name").contains("inngående");
        boolean outgoing = vat.text("name").contains("tgående");
        return kind.equals("INCOMING") ? !outgoing : !kind.equals("OUTGOING") || !incoming;
    }

    private static Reply voucherTypes(Request request) {
        String name = request.param("name");
        return Listing.plain(
                request,
                "VoucherType",
                request.books().stream("VoucherType")
                        .filter(row -> name == null || row.text("name").contains(name)));
    }

    private static Reply departments(Request request) {
        String number = request.param("departmentNumber");
        return Listing.plain(
                request,
                "Department",
                byId(request, "Department")
                        .filter(row ->
                                number == null || row.text("departmentNumber").contains(number)));
    }

    private static Reply products(Request request) {
        Set<Long> ids = request.ids("ids");
        return Listing.plain(
                request,
                "Product",
                request.books().stream("Product").filter(row -> ids == null || ids.contains(row.id())));
    }

    private static Reply currencies(Request request) {
        String code = request.param("code");
        return Listing.plain(
                request,
                "Currency",
                byId(request, "Currency").filter(row -> code == null || code.equals(row.text("code"))));
    }

    private static Stream<Row> byId(Request request, String type) {
        Set<Long> ids = request.ids("id");
        return request.books().stream(type).filter(row -> ids == null || ids.contains(row.id()));
    }
}
