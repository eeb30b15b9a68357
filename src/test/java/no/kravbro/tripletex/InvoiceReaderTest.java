package no.kravbro.tripletex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import no.kravbro.claim.Debtor;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.InvoicePosting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceReaderTest {

    private static final String RICH =
            """
            {"id":2147524143,"invoiceNumber":10023,"invoiceDate":"2025-12-01","invoiceDueDate":"2025-12-15","kid":"0100230",
             "amount":10000.00,"amountCurrency":10000.00,"amountOutstanding":9999.99,"amountCurrencyOutstanding":9999.99,
             "isCreditNote":false,"isCredited":false,"currency":{"code":"NOK"},"voucher":{"id":5},
             "invoiceRemark":{"postponeRemindersTo":"2026-02-01"},
             "customer":{"id":90011,"customerNumber":20011,"name":"Kari Prøve","isPrivateIndividual":true,
              "organizationNumber":"310 456 713","email":"a@example.com","invoiceEmail":"b@example.com; c@example.com",
              "overdueNoticeEmail":"","phoneNumber":"22","phoneNumberMobile":"+4740000011","isFactoring":true,
              "isAutomaticReminderEnabled":true,
              "postalAddress":{"addressLine1":"Prøveveien 1","addressLine2":"","postalCode":"0150","city":"Oslo",
               "country":{"isoAlpha2Code":"NO"}}},
             "postings":[{"id":71,"date":"2025-12-01","amount":10000.0,"account":{"id":1500},"closeGroup":null},
              {"id":72,"date":"2025-12-20","amount":-0.01,"account":{"id":1500},"closeGroup":{"id":8}}]}""";

    private static final String MINIMAL =
            """
            {"id":7,"invoiceNumber":1,"invoiceDate":"2025-12-01","invoiceDueDate":"2025-12-15",
             "amount":1,"amountOutstanding":-0.5}""";

    @Test
    void a_rich_invoice_is_read_to_the_øre() {
        assertThat(one("{\"value\":" + RICH + "}"))
                .isEqualTo(new Invoice(
                        2147524143L,
                        "10023",
                        LocalDate.of(2025, 12, 1),
                        LocalDate.of(2025, 12, 15),
                        "0100230",
                        "NOK",
                        1_000_000,
                        999_999,
                        false,
                        false,
                        LocalDate.of(2026, 2, 1),
                        new Debtor(
                                90011,
                                "20011",
                                "Kari Prøve",
                                true,
                                "310456713",
                                "b@example.com",
                                "+4740000011",
                                "Prøveveien 1",
                                null,
                                "0150",
                                "Oslo",
                                "NO",
                                true,
                                true),
                        List.of(
                                new InvoicePosting(71, LocalDate.of(2025, 12, 1), 1500, 1_000_000, null),
                                new InvoicePosting(72, LocalDate.of(2025, 12, 20), 1500, -1, 8L))));
    }

    @Test
    void what_a_token_may_not_see_is_simply_not_there() {
        Invoice invoice = one("{\"value\":" + MINIMAL + "}");
        assertThat(invoice.outstandingOre()).isEqualTo(-50);
        assertThat(invoice.currency()).isNull();
        assertThat(invoice.debtor().name()).isNull();
        assertThat(invoice.debtor().automaticNotices()).isFalse();
        assertThat(invoice.postings()).isEmpty();
    }

    @Test
    void a_foreign_invoice_is_read_in_its_own_currency() {
        String euro = RICH.replace("\"code\":\"NOK\"", "\"code\":\"EUR\"")
                .replace("\"amountCurrencyOutstanding\":9999.99", "\"amountCurrencyOutstanding\":800.25");
        assertThat(one("{\"value\":" + euro + "}").outstandingOre()).isEqualTo(80_025);
    }

    @Test
    void a_page_is_read_in_its_order_whatever_stands_around() {
        String page = "{\"fullResultSize\":3,\"versionDigest\":{\"a\":[1]},\"values\":[" + RICH + "," + MINIMAL
                + "],\"from\":0}";
        assertThat(InvoiceReader.page(page)).extracting(Invoice::number).containsExactly("10023", "1");
        assertThat(InvoiceReader.page("{\"values\":[]}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "[]",
                "{}",
                "null",
                "{\"values\":{}}",
                "{\"values\":null}",
                "{\"values\":[1]}",
                "{\"values\":[{\"id\":1"
            })
    void a_page_that_is_none_is_refused(String page) {
        assertThatThrownBy(() -> InvoiceReader.page(page)).isInstanceOf(MalformedAnswer.class);
    }

    @Test
    void a_page_cut_short_is_refused_whole() {
        String page = "{\"values\":[" + MINIMAL + "," + RICH;
        for (int end = page.length(); end > 1; end -= 7) {
            String part = page.substring(0, end);
            assertThatThrownBy(() -> InvoiceReader.page(part)).isInstanceOf(MalformedAnswer.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'\"amountOutstanding\":-0.5', '\"x\":1', Invoice 7: field 'amountOutstanding' is missing",
        "'\"amountOutstanding\":-0.5', '\"amountOutstanding\":\"5\"', Invoice 7: field 'amountOutstanding' is not a number",
        "'\"amountOutstanding\":-0.5', '\"amountOutstanding\":0.125', Invoice 7: field 'amountOutstanding' has more than",
        "'\"invoiceDueDate\":\"2025-12-15\"', '\"x\":1', Invoice 7: field 'invoiceDueDate' is missing",
        "'\"invoiceDueDate\":\"2025-12-15\"', '\"invoiceDueDate\":\"15.12\"', Invoice 7: field 'invoiceDueDate' is not a day",
        "'\"id\":7', '\"x\":7', Invoice without id: field 'id' is missing"
    })
    void an_invoice_without_what_makes_it_one_is_refused_by_name(String part, String instead, String message) {
        assertThat(MINIMAL).contains(part);
        assertThatThrownBy(() -> InvoiceReader.page("{\"values\":[" + MINIMAL.replace(part, instead) + "]}"))
                .isInstanceOf(MalformedAnswer.class)
                .hasMessageStartingWith(message);
    }

    private static Invoice one(String answer) {
        return InvoiceForm.invoice(InvoiceReader.value(answer));
    }
}
