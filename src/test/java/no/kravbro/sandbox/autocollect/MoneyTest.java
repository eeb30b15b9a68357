package no.kravbro.sandbox.autocollect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import no.kravbro.sandbox.Store;
import org.junit.jupiter.api.Test;

/** Receipts, deductions, direct payments, credits, and how they are settled. */
class MoneyTest {

    private final Agency agency = new Agency("2026-01-05T07:00:00Z");
    private final Handover invoice = Handover.of("57", "2400.00", "2025-12-15");

    private String handOver(Handover some, Plan plan) {
        agency.sandbox.script(some.key(), plan);
        return agency.done("invoices", some.body()).at("/succeeded/0/invoiceId").asText();
    }

    private JsonNode theCase() {
        return agency.data("cases?UniqueSourceInvoiceId=" + invoice.key()).get(0);
    }

    private static String lines(JsonNode settlement) {
        StringBuilder text = new StringBuilder();
        settlement.get("lines").forEach(line -> text.append(line.get("kind").asText())
                .append(' ')
                .append(kr(line, "paid"))
                .append('/')
                .append(kr(line, "toCreditor"))
                .append('/')
                .append(kr(line, "toAgency"))
                .append("; "));
        return text.toString();
    }

    private static String kr(JsonNode node, String name) {
        return node.get(name).decimalValue().setScale(2).toPlainString();
    }

    @Test
    void lateWithdrawalIsTheContractsDeduction() {
        handOver(invoice, Plan.of(Behaviour.STAYS_SILENT, 0));
        agency.until("2026-01-30", 9);
        agency.done("cases/" + theCase().get("caseId").asText() + "/withdraw", "{}");
        agency.until("2026-01-31", 9);
        JsonNode settlement = agency.data("settlements").get(0);
        assertThat(lines(settlement)).isEqualTo("AGENCY_DEDUCTION 0.00/-300.00/300.00; VAT 0.00/-75.00/75.00; ");
        assertThat(settlement.get("paymentDate").isNull()).isTrue();
        assertThat(kr(settlement, "netToCreditor")).isEqualTo("-375.00");
        JsonNode remittance = settlement.get("remittance");
        assertThat(kr(remittance, "carriedOut")).isEqualTo("-375.00");
        assertThat(kr(remittance, "netPayout")).isEqualTo("0.00");

        Handover next = Handover.of("58", "1000.00", "2025-12-15");
        handOver(next, Plan.of(Behaviour.STAYS_SILENT, 0));
        agency.sandbox.debtorPays(next.key(), 500_00);
        agency.until("2026-02-07", 9);
        JsonNode paid =
                agency.data("settlements?fromDate=2026-02-06&toDate=2026-02-06").get(0);
        assertThat(kr(paid.get("remittance"), "carriedIn")).isEqualTo("-375.00");
        assertThat(kr(paid.get("remittance"), "netPayout")).isEqualTo("87.50");
        assertThat(paid.at("/remittance/voucherNumber").asText()).isEqualTo("48214");
    }

    @Test
    void withdrawalInTheFreePeriodCostsNothing() {
        handOver(invoice, Plan.of(Behaviour.STAYS_SILENT, 0));
        agency.until("2026-01-19", 9);
        assertThat(theCase().get("freeWithdrawalUntil").asText()).isEqualTo("2026-01-19");
        agency.done("cases/" + theCase().get("caseId").asText() + "/withdraw", "{}");
        agency.until("2026-02-15", 9);
        assertThat(agency.data("settlements")).isEmpty();
    }

    @Test
    void debtorPaysTheVatOfACreditorWithoutRegistration() {
        Handover plain = Handover.of("57", "10000.00", "2025-12-15").withoutVat();
        handOver(plain, Plan.of(Behaviour.PAYS_AT_COLLECTION, 14));
        agency.until("2026-02-28", 9);
        JsonNode settlement = agency.data("settlements").get(0);
        assertThat(lines(settlement))
                .startsWith("PRINCIPAL 10000.00/10000.00/0.00; LATE_INTEREST ")
                .endsWith("COLLECTION_FEE 600.00/0.00/600.00; VAT 150.00/0.00/150.00; ");
        assertThat(theCase().get("closeReason").asText()).isEqualTo("PAID");
    }

    @Test
    void instalmentsCoverCostsFirstAndEndPaid() {
        handOver(invoice, Plan.of(Behaviour.PAYS_BY_INSTALMENTS, 10));
        agency.until("2026-02-07", 9);
        assertThat(theCase().get("flags").get(0).asText()).isEqualTo("INSTALMENT");
        agency.until("2026-05-09", 9);
        JsonNode settlements = agency.data("settlements");
        assertThat(settlements).hasSize(3);
        assertThat(lines(settlements.get(0))).contains("COLLECTION_FEE 300.00/0.00/300.00; VAT 0.00/-75.00/75.00");
        assertThat(lines(settlements.get(1))).doesNotContain("FEE").doesNotContain("VAT");
        assertThat(sum(settlements, "PRINCIPAL", "paid")).isEqualByComparingTo("2400.00");
        assertThat(theCase().get("closeReason").asText()).isEqualTo("PAID");
        assertThat(theCase().at("/balances/principal").decimalValue()).isZero();
    }

    @Test
    void partPaymentLeavesTheRestOpen() {
        handOver(invoice, Plan.of(Behaviour.PAYS_PART, 10));
        agency.until("2026-03-15", 9);
        assertThat(agency.data("settlements")).hasSize(1);
        assertThat(theCase().get("status").asText()).isEqualTo("OPEN");
        BigDecimal paid = sum(agency.data("settlements"), "PRINCIPAL", "paid");
        assertThat(paid).isBetween(new BigDecimal("700"), new BigDecimal("1000"));
        assertThat(theCase().at("/invoices/0/remainingPrincipal").decimalValue())
                .isEqualByComparingTo(new BigDecimal("2400.00").subtract(paid));
    }

    @Test
    void directPaymentAndCreditLowerThePrincipal() {
        String id = handOver(invoice, Plan.of(Behaviour.STAYS_SILENT, 0));
        assertThat(pay(id, "500.00").get("status").asText()).isEqualTo("SUCCESS");
        assertThat(credit(id, "250.00").get("status").asText()).isEqualTo("SUCCESS");
        assertThat(kr(theCase().at("/invoices/0"), "remainingPrincipal")).isEqualTo("1650.00");
        assertThat(pay(id, "9999.00").at("/failed/0/code").asText()).isEqualTo("AMOUNT");
        assertThat(credit(id, "1650.01").at("/failed/0/code").asText()).isEqualTo("AMOUNT");
        assertThat(credit(id, "1650.00").get("status").asText()).isEqualTo("SUCCESS");
        assertThat(theCase().get("closeReason").asText()).isEqualTo("CREDITED");
        assertThat(pay(id, "1.00").at("/failed/0/code").asText()).isEqualTo("CASE_CLOSED");
        assertThat(agency.post("payments", payment("11111111-0000-4000-8000-000000099999", "1.00"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void reversalIsASettlementOfItsOwn() {
        handOver(invoice, Plan.of(Behaviour.STAYS_SILENT, 0));
        agency.sandbox.debtorPays(invoice.key(), 1000_00);
        agency.until("2026-01-10", 9);
        String id = agency.data("settlements").get(0).get("settlementId").asText();
        agency.sandbox.reverse(id);
        agency.until("2026-01-17", 9);
        JsonNode reversal = agency.data("settlements").get(1);
        assertThat(reversal.get("reversesSettlementId").asText()).isEqualTo(id);
        assertThat(kr(reversal, "gross")).isEqualTo("-1000.00");
    }

    /** README 5 on half a year of forty seeded debtors: every line, every settlement, every bank line. */
    @Test
    void sumsHoldForWhateverDebtorsDo() {
        AutoCollectSettings daily = AutoCollectSettings.story().settlingOn(EnumSet.allOf(DayOfWeek.class));
        Agency busy = new Agency("2026-01-05T07:00:00Z", new Store(null), daily);
        for (int i = 0; i < 40; i++) {
            Handover some = Handover.of("" + (7000 + i), (317 * i + 90) + ".55", "2025-12-" + (10 + i % 20));
            busy.done("invoices", (i % 2 == 0 ? some : some.withoutVat()).body());
        }
        busy.until("2026-12-05", 9);
        JsonNode settlements = busy.data("settlements?pageSize=1000");
        assertThat(settlements.size()).isGreaterThan(30);
        Map<String, BigDecimal> net = new HashMap<>();
        settlements.forEach(settlement -> {
            settlement.get("lines").forEach(line -> assertThat(decimal(line, "paid"))
                    .isEqualByComparingTo(decimal(line, "toCreditor").add(decimal(line, "toAgency"))));
            net.merge(
                    settlement.at("/remittance/voucherNumber").asText(),
                    decimal(settlement, "netToCreditor"),
                    BigDecimal::add);
        });
        settlements.forEach(settlement -> {
            JsonNode remittance = settlement.get("remittance");
            BigDecimal payout = net.get(remittance.get("voucherNumber").asText())
                    .add(decimal(remittance, "carriedIn"))
                    .subtract(decimal(remittance, "carriedOut"));
            assertThat(decimal(remittance, "netPayout")).isEqualByComparingTo(payout);
        });
        assertThat(busy.data("cases?PageSize=1000"))
                .extracting(one -> one.path("closeReason").asText())
                .contains("PAID", "NO_ASSETS", "PARTIAL_SETTLEMENT", "CREDITOR_SILENT");
    }

    private static BigDecimal decimal(JsonNode node, String name) {
        return new BigDecimal(node.get(name).asText());
    }

    private static BigDecimal sum(JsonNode settlements, String kind, String column) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode settlement : settlements) {
            for (JsonNode line : settlement.get("lines")) {
                sum = line.get("kind").asText().equals(kind) ? sum.add(decimal(line, column)) : sum;
            }
        }
        return sum;
    }

    private JsonNode pay(String id, String kroner) {
        return agency.done("payments", payment(id, kroner));
    }

    private static String payment(String id, String kroner) {
        return "{\"payments\":[{\"invoiceId\":\"" + id + "\",\"type\":\"DIRECT_PAYMENT\",\"amount\":" + kroner
                + ",\"currency\":\"NOK\",\"date\":\"2026-01-05\"}]}";
    }

    private JsonNode credit(String id, String kroner) {
        return agency.done(
                "corrections",
                "{\"corrections\":[{\"invoiceId\":\"" + id + "\",\"amount\":" + kroner
                        + ",\"currency\":\"NOK\",\"date\":\"2026-01-05\",\"description\":\"Kreditnota 10066\"}]}");
    }
}
