package no.kravbro.sandbox.tripletex;

import static no.kravbro.sandbox.tripletex.TripletexCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import no.kravbro.sandbox.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {

    private final TripletexCaller caller = new TripletexCaller();
    private final long invoice = caller.freshInvoice(1_000_000);
    private final long number = caller.invoice(invoice).get("invoiceNumber").longValue();
    private final long customer = NewCustomer.id(20011);

    @ParameterizedTest
    @CsvSource({"AT_ONCE,0,0,10000", "AFTER_CLOSING,10000,0,10000", "NEVER,10000,10000,10000"})
    void aVoucherLowersTheInvoiceWhenTheSwitchSaysSo(Effect effect, String booked, String closed, String reversed) {
        caller.sandbox.effect(effect);
        JsonNode voucher = book("-10000.00");
        assertThat(caller.outstanding(invoice)).isEqualByComparingTo(booked);
        assertThat(json(close(voucher)).get("values")).isEmpty();
        assertThat(caller.outstanding(invoice)).isEqualByComparingTo(closed);
        caller.put("/ledger/voucher/" + voucher.get("id").longValue() + "/:reverse?date=2026-01-05");
        assertThat(caller.outstanding(invoice)).isEqualByComparingTo(reversed);
    }

    @Test
    void aPartPaymentStaysOpenUntilTheRestComes() {
        caller.sandbox.effect(Effect.AT_ONCE);
        JsonNode first = book("-4000.00");
        Reply part = close(first);
        assertThat(part.status()).isEqualTo(200);
        assertThat(json(part).get("values")).hasSize(2);
        JsonNode rest = book("-6000.00");
        String all = "[" + receivable() + "," + onInvoice(first) + "," + onInvoice(rest) + "]";
        assertThat(json(caller.send("PUT", "/ledger/posting/:closePostings", all))
                        .get("values"))
                .isEmpty();
        assertThat(json(caller.send("PUT", "/ledger/posting/:closePostings", all))
                        .get("values"))
                .hasSize(3);
    }

    @Test
    void anotherCustomersPostingIsRefused() {
        String line = new Vouchers()
                .line(caller.account(1960), "10000.00")
                .receivable(caller.account(1500), "-10000.00", NewCustomer.id(20034), number)
                .json();
        JsonNode voucher = json(caller.send("POST", "/ledger/voucher", line)).get("value");
        assertThat(json(close(voucher)).get("values")).hasSize(2);
    }

    @Test
    void openPostsAreThoseWithoutAGroup() {
        String open = "/ledger/posting/openPost?date=2026-01-06&customerId=" + customer + "&fields=id,closeGroup";
        int before = json(caller.get(open)).get("values").size();
        JsonNode voucher = book("-10000.00");
        assertThat(json(caller.get(open)).get("values")).hasSize(before + 1);
        close(voucher);
        assertThat(json(caller.get(open)).get("values")).hasSize(before - 1);
        assertThat(caller.get("/ledger/posting/openPost").status()).isEqualTo(422);
    }

    @Test
    void unmatchingOpensBothAndTheInvoice() {
        JsonNode voucher = book("-10000.00");
        close(voucher);
        long group = caller.invoice(invoice).at("/postings/0/closeGroup/id").longValue();
        assertThat(json(caller.get("/ledger/closeGroup/" + group)).at("/value/postings"))
                .hasSize(2);
        caller.accountant.unmatch(group);
        assertThat(caller.outstanding(invoice)).isEqualByComparingTo("10000");
        assertThat(caller.invoice(invoice).at("/postings/0/closeGroup").isNull())
                .isTrue();
    }

    private JsonNode book(String amount) {
        String opposite = amount.substring(1);
        String document = new Vouchers()
                .line(caller.account(1960), opposite)
                .receivable(caller.account(1500), amount, customer, number)
                .json();
        return json(caller.send("POST", "/ledger/voucher", document)).get("value");
    }

    private Reply close(JsonNode voucher) {
        return caller.send(
                "PUT", "/ledger/posting/:closePostings", "[" + receivable() + "," + onInvoice(voucher) + "]");
    }

    private long receivable() {
        return caller.invoice(invoice).at("/postings/0/id").longValue();
    }

    private static long onInvoice(JsonNode voucher) {
        return voucher.at("/postings/1/id").longValue();
    }
}
