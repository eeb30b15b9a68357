package no.kravbro.sandbox.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import no.kravbro.sandbox.Reply;

/** {@code /customer}: reading, and partial updates that are refused when the version sent is stale. */
final class CustomerApi {

    private static final Set<String> READ_ONLY = Set.of("id", "version", "changes", "url", "isCustomer", "displayName");

    private final Events events;

    CustomerApi(Events events) {
        this.events = events;
    }

    void register(Router router) {
        router.get("/customer", this::search)
                .get("/customer/{id}", request -> request.read(request.object("Customer")))
                .put("/customer/{id}", this::update);
    }

    /** {@code changedSince} is ignored, as reported of the real one. */
    private Reply search(Request request) {
        Set<Long> ids = request.ids("id");
        boolean inactive = request.flag("isInactive", false);
        String organization = request.param("organizationNumber");
        String name = request.param("customerName");
        String email = request.param("email");
        String invoiceEmail = request.param("invoiceEmail");
        Set<Long> numbers = request.ids("customerAccountNumber");
        return Listing.summed(
                request,
                "Customer",
                request.books().stream("Customer")
                        .filter(row -> ids == null || ids.contains(row.id()))
                        .filter(row -> row.flag("isInactive") == inactive)
                        .filter(row -> organization == null || organization.equals(row.text("organizationNumber")))
                        .filter(row -> name == null || row.text("name").contains(name))
                        .filter(row -> email == null || email.equals(row.text("email")))
                        .filter(row -> invoiceEmail == null || invoiceEmail.equals(row.text("invoiceEmail")))
                        .filter(row -> numbers == null || numbers.contains(row.number("customerNumber"))));
    }

    private Reply update(Request request) {
        JsonNode body = request.body("Customer");
        Row customer = request.object("Customer");
        JsonNode version = body.path("version");
        if (version.isIntegralNumber() && version.longValue() != customer.number("version")) {
            throw new Refusal(409, 8000, "Revision");
        }
        Row changed = customer;
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            if (!READ_ONLY.contains(field.getKey())) {
                changed = changed.with(field.getKey(), value(request.books(), customer, field));
            }
        }
        Row updated = request.books().update(changed);
        events.happened(request.books(), "customer.update", updated.id(), updated);
        return request.show(200, updated);
    }

    private static Object value(Books books, Row customer, Map.Entry<String, JsonNode> field) {
        JsonNode value = field.getValue();
        String kind = Types.fields("Customer").get(field.getKey());
        if (value.isNull()) {
            return null;
        }
        if (kind.equals("Address")) {
            return address(books, customer, field.getKey(), value).id();
        }
        if (value.isObject()) {
            return value.path("id").longValue();
        }
        if (value.isArray()) {
            throw Refusal.mapping(field.getKey(), "Kan ikke endres her.");
        }
        if (kind.equals("number")) {
            return Body.ore(value.decimalValue(), field.getKey());
        }
        return value.isBoolean()
                ? (Object) value.booleanValue()
                : value.isNumber() ? value.longValue() : value.asText();
    }

    private static Row address(Books books, Row customer, String field, JsonNode body) {
        Row had = books.get("Address", customer.number(field));
        Row address = had == null ? books.add("Address", "country", CompanySetup.NORWAY) : had;
        for (String part : new String[] {"addressLine1", "addressLine2", "postalCode", "city"}) {
            if (body.has(part)) {
                address = address.with(part, Body.text(body, part));
            }
        }
        return books.update(address);
    }
}
