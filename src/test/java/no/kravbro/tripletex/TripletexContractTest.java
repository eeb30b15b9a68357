package no.kravbro.tripletex;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.bundle.ExactJson;
import no.kravbro.bundle.Mappings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every request we can make is one that Tripletex' document knows; and the check itself can fail. */
class TripletexContractTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 30);
    private static final DayWindow WINDOW = Scan.reachingBack(DAY, 400);

    private TripletexContract contract;

    @BeforeEach
    void load() {
        contract = TripletexContract.orSkip();
    }

    @Test
    void every_request_is_in_the_document() throws IOException {
        List<TripletexRequest> all = List.of(
                TripletexRequests.createSession("consumer", "employee", DAY),
                TripletexRequests.invoices(WINDOW, 0, 2000),
                TripletexRequests.invoicesById(List.of(1L, 2L), WINDOW),
                TripletexRequests.invoiceReadBack(1),
                TripletexRequests.accounts(List.of(1500, 1920)),
                TripletexRequests.accountingPeriods(WINDOW),
                TripletexRequests.paymentTypes(),
                TripletexRequests.createVoucher(voucher(), true),
                TripletexRequests.createVoucher(voucher(), false),
                TripletexRequests.findVoucher("INK-autocollect-1"),
                TripletexRequests.payInvoice(1, DAY, 2, -4_075_000),
                TripletexRequests.closePostings(List.of(1L, 2L)),
                new PaymentIntent(1, DAY, 2, 100, Set.of()).request());
        assertThat(all)
                .allSatisfy(request -> assertThat(contract.check(request)).isEmpty());
    }

    /** Reads the voucher that the mapping makes of the rich golden sample. */
    private static String voucher() throws IOException {
        Path sample = Path.of("routes/tripletex/samples/voucher/rich.in.json");
        JsonNode document = ExactJson.read(Files.readString(sample));
        return ExactJson.write(new Mappings(Path.of("routes")).apply("tripletex/map/voucher.jslt", document));
    }

    @Test
    void calls_of_the_sandbox_come_decoded_and_with_the_version() {
        assertThat(contract.check(
                        "GET", "/v2/ledger/voucher/>externalVoucherNumber", Map.of("externalVoucherNumber", "x"), ""))
                .isEmpty();
    }

    @Test
    void what_the_document_does_not_know_fails() {
        assertThat(contract.check("GET", "/ledger/posting/openPost", Map.of("date", "2026-01-05", "sorted", "x"), null))
                .containsExactly("GET /ledger/posting/openPost: parameter 'sorted' is not known");
        assertThat(contract.check("GET", "/invoice", Map.of("invoiceDateFrom", "2026-01-05"), null))
                .containsExactly("GET /invoice: parameter 'invoiceDateTo' is missing");
        assertThat(contract.check("GET", "/invoice/1", Map.of("fields", "id,customer(name,birthday)"), null))
                .containsExactly("GET /invoice/1: fields names 'birthday', which is not known");
        assertThat(contract.check("PUT", "/invoice/1/:payment", payment("12,50"), null))
                .containsExactly("PUT /invoice/1/:payment: parameter 'paidAmount' is no number");
        assertThat(contract.check("PATCH", "/invoice/1", Map.of(), null)).hasSize(1);
        assertThat(contract.check("GET", "/nothing", Map.of(), null)).hasSize(1);
        assertThat(contract.check("POST", "/ledger/voucher", Map.of(), "")).hasSize(1);
        assertThat(contract.check("PUT", "/ledger/posting/:closePostings", Map.of(), "[\"1\"]"))
                .hasSize(1);
        assertThat(contract.check("POST", "/ledger/voucher", Map.of(), "{\"number\":1,\"postings\":[{\"kid\":\"1\"}]}"))
                .containsExactly(
                        "POST /ledger/voucher: body.number is read-only",
                        "POST /ledger/voucher: body.postings[].kid is not known");
    }

    private static Map<String, String> payment(String amount) {
        return Map.of("paymentDate", "2026-01-05", "paymentTypeId", "1", "paidAmount", amount);
    }
}
