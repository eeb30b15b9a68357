package no.kravbro.sandbox.tripletex;

import java.util.Set;
import no.kravbro.sandbox.Reply;

/** {@code /reminder}. */
final class ReminderApi {

    void register(Router router) {
        router.get("/reminder", ReminderApi::search)
                .get("/reminder/{id}", request -> request.read(request.object("Reminder")));
    }

    private static Reply search(Request request) {
        Period dates = request.period("dateFrom", "dateTo", true);
        Period terms = request.period("termOfPaymentFrom", "termOfPaymentTo", false);
        Set<Long> ids = request.ids("id");
        Long invoice = request.number("invoiceId");
        Long customer = request.number("customerId");
        Books books = request.books();
        return Listing.plain(
                request,
                "Reminder",
                books.stream("Reminder")
                        .filter(row -> ids == null || ids.contains(row.id()))
                        .filter(row -> dates.contains(row.day("reminderDate")))
                        .filter(row -> terms.contains(row.day("termOfPayment")))
                        .filter(row -> invoice == null || row.refers("_invoice", invoice))
                        .filter(row -> customer == null
                                || books.get("Invoice", row.number("_invoice")).refers("customer", customer)));
    }
}
