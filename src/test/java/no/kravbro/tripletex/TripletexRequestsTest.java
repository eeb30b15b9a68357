package no.kravbro.tripletex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TripletexRequestsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);

    @Test
    void a_page_names_its_half_open_window_and_its_fields() {
        String query = TripletexRequests.invoices(DayWindow.through(DAY, DAY), 2000, 1000)
                .pathAndQuery();
        assertThat(query)
                .startsWith(
                        "/invoice?invoiceDateFrom=2026-02-28&invoiceDateTo=2026-03-01&from=2000&count=1000&sorting=id"
                                + "&fields=id%2CinvoiceNumber")
                .contains("customer%28id%2C")
                .doesNotContain("+")
                .doesNotContain("*");
    }

    @Test
    void the_search_for_a_voucher_is_encoded_once() {
        assertThat(TripletexRequests.findVoucher("INK-a b+c&d~1").pathAndQuery())
                .startsWith("/ledger/voucher/%3EexternalVoucherNumber?externalVoucherNumber=INK-a%20b%2Bc%26d%7E1&");
    }

    @Test
    void a_session_is_asked_for_in_the_body_only() {
        TripletexRequest request = TripletexRequests.createSession("c\"c", "e", DAY);
        assertThat(request.pathAndQuery()).isEqualTo("/token/session/:create");
        assertThat(request.body())
                .isEqualTo("{\"consumerToken\":\"c\\\"c\",\"employeeToken\":\"e\",\"expirationDate\":\"2026-02-28\"}");
    }

    @Test
    void a_period_that_ends_with_the_day_before_is_not_asked_for() {
        assertThat(TripletexRequests.accountingPeriods(DayWindow.through(DAY, DAY))
                        .pathAndQuery())
                .startsWith("/ledger/accountingPeriod?startTo=2026-03-01&endFrom=2026-03-01&");
    }

    @Test
    void a_payment_is_written_with_two_decimals_and_never_zero() {
        assertThat(TripletexRequests.payInvoice(7, DAY, 3, -150).pathAndQuery())
                .isEqualTo("/invoice/7/:payment?paymentDate=2026-02-28&paymentTypeId=3&paidAmount=-1.50");
        assertThatThrownBy(() -> TripletexRequests.payInvoice(7, DAY, 3, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void re_reads_go_by_the_hundred() {
        DayWindow window = DayWindow.through(DAY, DAY);
        List<Long> ids = LongStream.rangeClosed(1, 201).boxed().toList();
        List<TripletexRequest> calls = Scan.rereads(ids, window);
        assertThat(calls).hasSize(3);
        assertThat(calls.get(2).query()).containsEntry("id", "201");
        assertThat(Scan.rereads(List.of(), window)).isEmpty();
        assertThatThrownBy(() -> TripletexRequests.invoicesById(ids, window))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void matching_needs_two() {
        assertThat(TripletexRequests.closePostings(List.of(3L, 4L)).body()).isEqualTo("[3,4]");
        assertThatThrownBy(() -> TripletexRequests.closePostings(List.of(3L)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
