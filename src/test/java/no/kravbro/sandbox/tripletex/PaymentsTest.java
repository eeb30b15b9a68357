package no.kravbro.sandbox.tripletex;

import static no.kravbro.sandbox.tripletex.TripletexCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import no.kravbro.sandbox.Reply;
import org.junit.jupiter.api.Test;

class PaymentsTest {

    private final TripletexCaller caller = new TripletexCaller();
    private final long invoice = caller.freshInvoice(1_000_000);

    @Test
    void paysAndCloses() {
        JsonNode paid = json(pay("10000.00")).get("value");
        assertThat(paid.get("amountOutstanding").decimalValue()).isEqualByComparingTo("0.00");
        assertThat(paid.get("postings")).hasSize(2);
        assertThat(caller.invoice(invoice).at("/postings/0/closeGroup/id").longValue())
                .isPositive();
        assertThat(caller.accountant.balance(1960)).isEqualTo(1_000_000);
    }

    @Test
    void theVersionStays() {
        int before = caller.invoice(invoice).get("version").intValue();
        pay("10000.00");
        assertThat(caller.invoice(invoice).get("version").intValue()).isEqualTo(before);
    }

    @Test
    void twiceIsTwiceAndTooMuchIsTaken() {
        pay("10000.00");
        pay("10000.00");
        assertThat(caller.outstanding(invoice)).isEqualByComparingTo("-10000.00");
    }

    @Test
    void aNegativeAmountOpensAgain() {
        pay("10000.00");
        pay("-10000.00");
        assertThat(caller.outstanding(invoice)).isEqualByComparingTo("10000.00");
        pay("10000");
        assertThat(caller.outstanding(invoice)).isEqualByComparingTo("0");
        assertThat(caller.invoice(invoice).findValues("closeGroup")).hasSize(4).noneMatch(JsonNode::isNull);
    }

    @Test
    void zeroIsRefused() {
        Reply reply = pay("0");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(json(reply).at("/validationMessages/0/field").textValue()).isEqualTo("amountBasisCurrency");
    }

    @Test
    void anotherCurrencyNeedsItsOwnAmountAndBooksTheGain() {
        JsonNode euro = json(caller.get(
                        "/invoice?invoiceDateFrom=2025-01-01&invoiceDateTo=2026-01-01&fields=id,currency(code)&count=1000"))
                .get("values");
        long id = 0;
        for (JsonNode each : euro) {
            id = each.at("/currency/code").textValue().equals("EUR")
                    ? each.get("id").longValue()
                    : id;
        }
        String path = "/invoice/" + id + "/:payment?paymentDate=2026-01-05&paymentTypeId=" + type();
        assertThat(caller.put(path + "&paidAmount=11800.00").status()).isEqualTo(422);
        assertThat(caller.put(path + "&paidAmount=11800.00&paidAmountCurrency=1000.00")
                        .status())
                .isEqualTo(200);
        assertThat(caller.outstanding(id)).isEqualByComparingTo("0");
        assertThat(caller.accountant.balance(8060)).isEqualTo(-5_000);
    }

    @Test
    void aClosedMonthIsRefusedAndNothingIsBooked() {
        caller.accountant.closePeriod(YearMonth.of(2026, 1));
        assertThat(pay("10000.00").status()).isEqualTo(422);
        assertThat(caller.outstanding(invoice)).isEqualByComparingTo("10000");
    }

    @Test
    void aCreditNoteTakesTheInvoiceAway() {
        Reply credited = caller.put("/invoice/" + invoice + "/:createCreditNote?date=2026-01-05");
        assertThat(json(credited).at("/value/isCreditNote").booleanValue()).isTrue();
        assertThat(json(credited).at("/value/creditedInvoice").longValue()).isEqualTo(invoice);
        assertThat(caller.invoice(invoice).get("isCredited").booleanValue()).isTrue();
        assertThat(caller.outstanding(invoice)).isEqualByComparingTo("0");
        assertThat(caller.put("/invoice/" + invoice + "/:createCreditNote?date=2026-01-05")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aReminderAddsItsFeeToTheTotalOnly() {
        assertThat(caller.put("/invoice/" + invoice
                                + "/:createReminder?type=REMINDER&date=2026-01-05&includeCharge=true")
                        .status())
                .isEqualTo(200);
        JsonNode reminded = caller.invoice(invoice);
        assertThat(reminded.get("amountOutstanding").decimalValue()).isEqualByComparingTo("10000");
        assertThat(reminded.get("amountOutstandingTotal").decimalValue()).isEqualByComparingTo("10037.50");
        assertThat(json(caller.get("/reminder?dateFrom=2026-01-05&dateTo=2026-01-06&invoiceId=" + invoice))
                        .at("/values/0/termOfPayment")
                        .textValue())
                .isEqualTo("2026-01-19");
        assertThat(caller.put("/invoice/" + invoice
                                + "/:createReminder?type=REMINDER&date=2026-01-05&dispatchTypes=NETS_PRINT")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void theBooksBalance() {
        pay("10000.00");
        long all = 0;
        for (Object[] account : ChartOfAccounts.ALL) {
            all += caller.accountant.balance((int) account[0]);
        }
        assertThat(all).isZero();
    }

    private Reply pay(String amount) {
        return caller.put("/invoice/" + invoice + "/:payment?paymentDate=2026-01-05&paymentTypeId=" + type()
                + "&paidAmount=" + amount);
    }

    private long type() {
        return caller.paymentType(TripletexStory.SETTLEMENT_PAYMENT_TYPE);
    }
}
