package no.kravbro.sandbox.autocollect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.CallLog;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.Faults;
import no.kravbro.sandbox.LoggedCall;
import no.kravbro.sandbox.Reply;
import no.kravbro.sandbox.SandboxServer;
import no.kravbro.sandbox.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Half a year of the agency's life, every answer and every event held against the contract; and that this can fail. */
class ContractTest {

    private static final Call CASES = new Call(
            "GET",
            AutoCollectSandbox.BASE + "/orgs/" + Organization.NORDLYS.id() + "/cases",
            Map.of(),
            Map.of(),
            new byte[0]);

    @Test
    void halfAYearKeepsTheContract() {
        try (SandboxServer product =
                new SandboxServer("product", call -> Reply.empty(204), 0, new Faults(1), new CallLog()).start()) {
            AutoCollectSettings settings =
                    AutoCollectSettings.story().webhooksTo(product.baseUrl() + "/webhooks/autocollect");
            Agency agency = new Agency("2026-01-05T07:00:00Z", new Store(null), settings);
            for (int i = 0; i < 24; i++) {
                Handover invoice = Handover.of("" + (7000 + i), (300 * i + 90) + ".5", "2025-12-" + (10 + i % 20));
                agency.done(
                        "invoices",
                        (i % 3 == 0 ? invoice.business() : i % 3 == 1 ? invoice.withoutVat() : invoice).body());
            }
            for (int month = 2; month < 8; month += 2) {
                agency.until("2026-0" + month + "-02", 9);
                agency.sandbox.deliverEvents();
                readEverything(agency);
            }
            List<LoggedCall> events = agency.sandbox.webhooks().log().all();
            assertThat(events).hasSizeGreaterThan(100).allSatisfy(event -> {
                assertThat(event.reply().status()).isEqualTo(204);
                assertThat(Contract.brokenRequest(event.call())).isEmpty();
                String signature = event.call().headers().get("X-Webhook-Signature");
                long t = Long.parseLong(signature.substring(2, signature.indexOf(',')));
                assertThat(signature)
                        .isEqualTo(Hmac.webhook(
                                settings.webhookSecret(), t, event.call().text()));
            });
            assertThat(events.stream().map(event -> event.call().headers().get("X-Amili-Event")))
                    .contains("BATCH_COMPLETED", "CASE", "CASE_UPDATED", "SETTLEMENT_CREATED");
        }
    }

    private static void readEverything(Agency agency) {
        for (String list : List.of("invoices", "batches", "cases", "settlements")) {
            String id = Map.of("invoices", "id", "batches", "batchId", "cases", "caseId", "settlements", "settlementId")
                    .get(list);
            agency.data(list)
                    .forEach(one -> agency.data(list + "/" + one.get(id).asText()));
        }
        agency.data("cases")
                .forEach(one -> agency.data("cases/" + one.get("caseId").asText() + "/messages"));
    }

    @ParameterizedTest
    @ValueSource(ints = {423, 429, 500, 503})
    void failuresOnDemandKeepTheContract(int status) {
        Agency agency = new Agency("2026-01-05T07:00:00Z");
        Call write = new Call("POST", CASES.path().replace("cases", "invoices"), Map.of(), Map.of(), new byte[0]);
        assertThat(Contract.broken(write, agency.sandbox.failure(status))).isEmpty();
    }

    @Test
    void validatorFailsAWrongAnswer() {
        Agency agency = new Agency("2026-01-14T07:00:00Z");
        agency.done("invoices", Handover.of("57", "2400.00", "2025-12-31").body());
        Reply right = agency.get("cases");
        assertThat(Contract.broken(CASES, right)).isEmpty();
        assertThat(Contract.broken(CASES, changed(right, "\"caseNumber\":5000001", "\"caseNumber\":\"5000001\"")))
                .isNotEmpty();
        assertThat(Contract.broken(CASES, changed(right, "\"status\":\"OPEN\",", "")))
                .isNotEmpty();
        assertThat(Contract.broken(CASES, new Reply(418, right.headers(), right.body())))
                .isNotEmpty();
    }

    @Test
    void validatorFailsAWrongEvent() {
        String body = "{\"id\":\"0c9d7f52-6a57-4f0e-8a0f-6f2d5f4b1a01\",\"type\":\"X\",\"data\":{}}";
        Map<String, String> headers = new LinkedHashMap<>(Map.of(
                "Content-Type", "application/json",
                "X-Amili-Event", "X",
                "IdempotencyKey", "1",
                "X-Amili-Request-Id", "2",
                "X-Webhook-Signature", "t=1,v1=2"));
        assertThat(Contract.brokenRequest(event(headers, body))).isEmpty();
        assertThat(Contract.brokenRequest(event(headers, body.replace("\"data\":{}", "\"date\":{}"))))
                .isNotEmpty();
        headers.remove("X-Webhook-Signature");
        assertThat(Contract.brokenRequest(event(headers, body))).isNotEmpty();
    }

    @Test
    void eventMayComeBeforeTheAnswer() {
        try (SandboxServer product =
                new SandboxServer("product", call -> Reply.empty(204), 0, new Faults(1), new CallLog()).start()) {
            AutoCollectSettings settings =
                    AutoCollectSettings.story().webhooksTo(product.baseUrl() + "/webhooks/autocollect");
            Agency agency = new Agency("2026-01-14T07:00:00Z", new Store(null), settings);
            agency.faults.plan(AutoCollectSandbox.NAME, Fault.next(FaultKind.WEBHOOK_EARLY, 1));
            agency.post("invoices", Handover.of("57", "2400.00", "2025-12-31").body());
            assertThat(agency.sandbox.webhooks().log().total()).isEqualTo(3);
        }
    }

    private static Call event(Map<String, String> headers, String body) {
        return new Call("POST", "/webhooks/autocollect", Map.of(), headers, Agency.bytes(body));
    }

    private static Reply changed(Reply reply, String from, String to) {
        assertThat(reply.text()).contains(from);
        return Reply.json(reply.status(), reply.text().replace(from, to));
    }
}
