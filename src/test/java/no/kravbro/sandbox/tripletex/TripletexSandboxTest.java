package no.kravbro.sandbox.tripletex;

import static no.kravbro.sandbox.tripletex.TripletexCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import no.kravbro.sandbox.Reply;
import no.kravbro.sandbox.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TripletexSandboxTest {

    private static final String ALL = "/invoice?invoiceDateFrom=2020-01-01&invoiceDateTo=2027-01-01&count=1000";

    private final TripletexCaller caller = new TripletexCaller();

    @Test
    void countsCallsPerTokenAndRefusesOneTooMany() {
        caller.sandbox.rateLimit(2, true);
        assertThat(caller.get("/currency").headers()).containsEntry("X-Rate-Limit-Remaining", "1");
        caller.machine.now = caller.machine.now.plusSeconds(15);
        assertThat(caller.get("/currency").headers()).containsEntry("X-Rate-Limit-Reset", "45");
        Reply refused = caller.get("/currency");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers()).containsKeys("X-Rate-Limit-Reset", "x-tlx-request-id");
        caller.machine.now = caller.machine.now.plus(Duration.ofMinutes(1));
        assertThat(caller.get("/currency").status()).isEqualTo(200);
    }

    @Test
    void aRefusalMayLackTheReset() {
        caller.sandbox.rateLimit(0, false);
        assertThat(caller.get("/currency").headers())
                .containsEntry("X-Rate-Limit-Remaining", "0")
                .doesNotContainKey("X-Rate-Limit-Reset");
    }

    @Test
    void aRefusedWriteChangesNothing() {
        String before = caller.get(ALL).text();
        caller.put("/invoice/2147524143/:payment?paymentDate=2026-01-05&paymentTypeId=1&paidAmount=1");
        caller.send("PUT", "/customer/" + NewCustomer.id(20011), "{\"name\":\"X\",\"bankAccounts\":[]}");
        assertThat(caller.get(ALL).text()).isEqualTo(before);
        assertThat(json(caller.get("/customer/" + NewCustomer.id(20011)))
                        .at("/value/name")
                        .textValue())
                .isEqualTo("Kari Prøve");
    }

    @Test
    void goesOnAfterARestartFromItsFile(@TempDir Path directory) {
        String file = directory.resolve("tripletex.mv").toString();
        long invoice;
        try (Store store = new Store(file)) {
            TripletexSandbox sandbox =
                    new TripletexSandbox(store, caller.clock, Clock.systemUTC(), WebhookSender.NOWHERE);
            TripletexStory.tell(sandbox);
            Accountant accountant = sandbox.accountant(TripletexStory.NORDLYS);
            invoice = accountant.invoice(
                    NewCustomer.id(20011), TripletexCaller.TODAY, TripletexCaller.TODAY.plusDays(14), 123_45);
            accountant.directPayment(invoice, TripletexCaller.TODAY, 23_45);
        }
        try (Store store = new Store(file)) {
            TripletexSandbox sandbox =
                    new TripletexSandbox(store, caller.clock, Clock.systemUTC(), WebhookSender.NOWHERE);
            TripletexStory.tell(sandbox);
            Accountant accountant = sandbox.accountant(TripletexStory.NORDLYS);
            assertThat(accountant.outstanding(invoice)).isEqualTo(100_00);
            assertThat(accountant.invoice(
                            NewCustomer.id(20011), TripletexCaller.TODAY, TripletexCaller.TODAY.plusDays(14), 1))
                    .isGreaterThan(invoice);
        }
    }

    @Test
    void unknownPathsAndMethods() {
        assertThat(caller.get("/nothing").status()).isEqualTo(404);
        assertThat(caller.send("POST", "/invoice/1/:payment", "").status()).isEqualTo(405);
        assertThat(json(caller.get("/invoice/one")).get("code").intValue()).isEqualTo(12000);
    }

    @Test
    void theStoryIsAlwaysTheSameAndHasEveryCase() throws IOException {
        String fields =
                "&fields=id,invoiceNumber,invoiceDueDate,amountOutstanding,isCredited,isCreditNote,currency(code),"
                        + "customer(name,isFactoring,isAutomaticNoticeOfDebtCollectionEnabled,postalAddress(id)),reminders(type)";
        String told = caller.get(ALL + fields).text();
        assertThat(new TripletexCaller().get(ALL + fields).text()).isEqualTo(told);
        JsonNode invoices = TripletexCaller.JSON.readTree(told).get("values");
        Set<String> due = new HashSet<>();
        invoices.forEach(each -> due.add(each.get("invoiceDueDate").textValue()));
        assertThat(due).contains("2025-12-23", "2025-12-22", "2025-12-21", "2025-11-26", "2026-01-05", "2026-01-12");
        assertThat(told)
                .contains("\"isCredited\":true", "\"isCreditNote\":true", "\"EUR\"", "\"isFactoring\":true")
                .contains("\"isAutomaticNoticeOfDebtCollectionEnabled\":true")
                .contains("\"postalAddress\":null", "NOTICE_OF_DEBT_COLLECTION", "\"amountOutstanding\":0.40")
                .contains("\"amountOutstanding\":-500.00", "\"amountOutstanding\":-3600.00");
    }

    @Test
    void newInvoicesAppearWhenTheirDayHasCome() {
        int before = json(caller.get(ALL)).get("values").size();
        caller.sandbox.onTimeMoved();
        assertThat(json(caller.get(ALL)).get("values")).hasSize(before);
        caller.clock.advance(Duration.ofDays(7));
        caller.sandbox.onTimeMoved();
        caller.sandbox.onTimeMoved();
        assertThat(json(caller.get(ALL)).get("values")).hasSize(before + 2);
        assertThat(caller.sandbox.overview()).containsEntry("Nordlys Elektro AS: invoices", before + 2);
    }

    @Test
    void statusesAreAddedAndTheLatestWins() {
        long voucher = caller.invoice(2147524143L).at("/voucher/id").longValue();
        String body = "{\"voucher\":{\"id\":%d},\"type\":\"DEBT_COLLECTION\",\"status\":\"%s\"}";
        caller.send("POST", "/voucherStatus", body.formatted(voucher, "PROCESSING"));
        caller.send("POST", "/voucherStatus", body.formatted(voucher, "DONE"));
        JsonNode lines = json(caller.get("/voucherStatus?type=DEBT_COLLECTION&voucherIds=" + voucher))
                .get("values");
        assertThat(lines).hasSize(2);
        assertThat(lines.at("/1/status").textValue()).isEqualTo("DONE");
        assertThat(caller.send("POST", "/voucherStatus", body.formatted(voucher, "LOST"))
                        .status())
                .isEqualTo(422);
        assertThat(caller.send("POST", "/voucherStatus", body.formatted(1, "DONE"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void inactiveCustomersHideAndStaleVersionsLose() {
        int shown = json(caller.get("/customer")).get("values").size();
        assertThat(json(caller.get("/customer?isInactive=true")).get("values")).hasSize(1);
        String path = "/customer/" + NewCustomer.id(20011);
        assertThat(caller.send("PUT", path, "{\"isInactive\":true,\"version\":0}")
                        .status())
                .isEqualTo(200);
        Reply stale = caller.send("PUT", path, "{\"isInactive\":false,\"version\":0}");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(json(stale).get("code").intValue()).isEqualTo(8000);
        assertThat(json(caller.get("/customer")).get("values")).hasSize(shown - 1);
    }
}
