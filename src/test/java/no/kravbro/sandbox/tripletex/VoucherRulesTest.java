package no.kravbro.sandbox.tripletex;

import static no.kravbro.sandbox.tripletex.TripletexCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import no.kravbro.sandbox.Reply;
import org.junit.jupiter.api.Test;

class VoucherRulesTest {

    private final TripletexCaller caller = new TripletexCaller();
    private final long interim = caller.account(1960);
    private final long cost = caller.account(7309);
    private final long receivable = caller.account(1500);

    @Test
    void booksABalancedVoucher() {
        Reply reply = post(balanced().key("INK-1"));
        assertThat(reply.status()).isEqualTo(201);
        JsonNode voucher = json(reply).get("value");
        assertThat(voucher.get("number").intValue()).isPositive();
        assertThat(voucher.at("/postings/0/id").longValue()).isPositive();
        assertThat(json(caller.get("/ledger/voucher/>externalVoucherNumber?externalVoucherNumber=INK-1&fields=id"))
                        .at("/values/0/id"))
                .isEqualTo(voucher.get("id"));
        assertThat(caller.accountant.balance(1960)).isEqualTo(10_000);
    }

    @Test
    void theSameKeyTwiceIsTwoVouchers() {
        post(balanced().key("INK-2"));
        post(balanced().key("INK-2"));
        assertThat(caller.accountant.vouchers("INK-2")).hasSize(2);
    }

    @Test
    void rule1RowsStartAtOne() {
        String row0 =
                "{\"row\":0,\"account\":{\"id\":%d},\"amountGross\":1,\"amountGrossCurrency\":1}".formatted(interim);
        Reply reply = post(new Vouchers().raw(row0).line(cost, "-1"));
        refused(reply, "postings");
        assertThat(json(reply).get("validationMessages")).hasSize(2);
        refused(post(new Vouchers().raw(row0.replace("\"row\":0,", "")).line(cost, "-1")), "postings");
    }

    @Test
    void rule1LinesOfOneRowComeToZero() {
        String line = "{\"row\":1,\"account\":{\"id\":%d},\"amountGross\":%s,\"amountGrossCurrency\":%s}";
        refused(
                post(new Vouchers()
                        .raw(line.formatted(interim, 100, 100))
                        .raw(line.formatted(cost, -60, -60))
                        .raw(line.formatted(cost, -40, -40).replace("\"row\":1", "\"row\":2"))),
                "postings");
    }

    @Test
    void rule2ZeroPerDate() {
        refused(post(new Vouchers().line(interim, "100").line(cost, "-99.99")), "postings");
        refused(post(new Vouchers().line(interim, "100").line(cost, "-100", ",\"date\":\"2026-01-06\"")), "postings");
    }

    @Test
    void rule3GrossInBothCurrenciesWithTwoDecimals() {
        String half = "{\"row\":1,\"account\":{\"id\":%d},\"amountGross\":100}".formatted(interim);
        refused(post(new Vouchers().raw(half).line(cost, "-100")), "postings.amountGross");
        refused(post(new Vouchers().line(interim, "100.001").line(cost, "-100.001")), "postings.amountGross");
    }

    @Test
    void rule5TheReceivablesAccountNeedsACustomer() {
        refused(post(new Vouchers().line(interim, "100").line(receivable, "-100")), "postings.customer.id");
        refused(post(new Vouchers().line(interim, "100").line(caller.account(2400), "-100")), "postings.supplier.id");
    }

    @Test
    void rule6LockedVatAndVatOfItsOwn() {
        refused(
                post(new Vouchers()
                        .line(interim, "100", ",\"vatType\":{\"id\":1}")
                        .line(cost, "-100")),
                "postings.vatType.id");
        JsonNode voucher = json(post(
                        new Vouchers().line(interim, "-750.00").line(cost, "750.00", ",\"vatType\":{\"id\":1}")))
                .get("value");
        assertThat(voucher.get("postings")).hasSize(3);
        assertThat(caller.accountant.balance(2710)).isEqualTo(15_000);
        assertThat(caller.accountant.balance(7309)).isEqualTo(60_000);
        assertThat(caller.accountant.balance(1960)).isEqualTo(-75_000);
    }

    @Test
    void rule7AReconciledMonthIsShutForTheBankAccount() {
        caller.accountant.reconcile(1920, YearMonth.of(2026, 1));
        refused(post(new Vouchers().line(caller.account(1920), "100").line(cost, "-100")), "Internal field (account)");
        assertThat(post(balanced()).status()).isEqualTo(201);
    }

    @Test
    void rule8AClosedPeriod() {
        caller.accountant.closePeriod(YearMonth.of(2026, 1));
        refused(post(balanced()), "date");
        assertThat(json(caller.get("/ledger/accountingPeriod?startTo=2026-01-06&endFrom=2026-01-06&fields=isClosed"))
                        .at("/values/0/isClosed")
                        .booleanValue())
                .isTrue();
        caller.accountant.openPeriod(YearMonth.of(2026, 1));
        assertThat(post(balanced()).status()).isEqualTo(201);
    }

    @Test
    void rule9ADimensionTheAccountDemands() {
        caller.accountant.set("Account", cost, "requiresDepartment", true);
        refused(post(balanced()), "postings.department.id");
    }

    @Test
    void theHeadIsCheckedToo() {
        refused(post(balanced().key("X".repeat(71))), "externalVoucherNumber");
        assertThat(post(balanced().key("X".repeat(70))).status()).isEqualTo(201);
        refused(post(balanced().head("\"date\":\"2026-01-05\"")), "description");
        refused(post(balanced().head("\"description\":\"Oppgjør\"")), "date");
        refused(caller.send("POST", "/ledger/voucher", "{\"date\":\"2026-01-05\",\"description\":\"a\"}"), "postings");
    }

    @Test
    void namesAndKindsItDoesNotKnowAreRefused() {
        Reply unknown = post(balanced().head("\"date\":\"2026-01-05\",\"description\":\"a\",\"externalNumber\":\"1\""));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(json(unknown).get("code").intValue()).isEqualTo(16000);
        assertThat(json(post(new Vouchers().line(interim, "\"100\"")))
                        .get("code")
                        .intValue())
                .isEqualTo(16000);
        assertThat(json(caller.send("POST", "/ledger/voucher", "{nonsense"))
                        .get("code")
                        .intValue())
                .isEqualTo(22000);
    }

    @Test
    void waitsForAPersonWhenNotSentToTheLedger() {
        caller.sandbox.deny(TripletexStory.NORDLYS_TOKEN, "ADVANCED_VOUCHER");
        assertThat(post(balanced()).status()).isEqualTo(403);
        long id = json(caller.send(
                        "POST", "/ledger/voucher?sendToLedger=false", balanced().json()))
                .at("/value/id")
                .longValue();
        assertThat(caller.accountant.balance(1960)).isZero();
        assertThat(json(caller.get("/ledger/voucher/>nonPosted?includeNonApproved=false&fields=id"))
                        .at("/values/0/id")
                        .longValue())
                .isEqualTo(id);
        assertThat(caller.put("/ledger/voucher/" + id + "/:sendToLedger?version=0&number=0")
                        .status())
                .isEqualTo(200);
        assertThat(caller.accountant.balance(1960)).isEqualTo(10_000);
    }

    @Test
    void aReversedVoucherLeavesNothing() {
        long id = json(post(balanced())).at("/value/id").longValue();
        Reply reversed = caller.put("/ledger/voucher/" + id + "/:reverse?date=2026-01-05");
        assertThat(json(reversed).at("/value/reverseVoucher/id").longValue()).isEqualTo(id);
        assertThat(caller.accountant.balance(1960)).isZero();
        assertThat(caller.put("/ledger/voucher/" + id + "/:reverse?date=2026-01-05")
                        .status())
                .isEqualTo(422);
        assertThat(json(caller.get("/ledger/voucher/" + id + "/options"))
                        .at("/value/delete/available")
                        .booleanValue())
                .isFalse();
        assertThat(caller.send("DELETE", "/ledger/voucher/" + id, "").status()).isEqualTo(422);
    }

    private Vouchers balanced() {
        return new Vouchers().line(interim, "100.00").line(cost, "-100.00");
    }

    private Reply post(Vouchers voucher) {
        return caller.send("POST", "/ledger/voucher", voucher.json());
    }

    private static void refused(Reply reply, String field) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(json(reply).get("code").intValue()).isEqualTo(18000);
        assertThat(json(reply).at("/validationMessages/0/field").textValue()).isEqualTo(field);
    }
}
