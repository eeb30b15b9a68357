package no.kravbro.sandbox.autocollect;

import java.util.Map;
import no.kravbro.sandbox.autocollect.SettlementRow.RemittanceRow;
import no.kravbro.sandbox.trade.FeeTable;

/** A settlement as the wire shows it. */
final class SettlementView {

    private final String bankAccount;

    SettlementView(String bankAccount) {
        this.bankAccount = bankAccount;
    }

    Map<String, Object> of(SettlementRow row) {
        return Json.object(
                "settlementId", row.settlementId(),
                "settlementDate", row.settlementDate().toString(),
                "paymentDate",
                        row.paymentDate() == null
                                ? Json.NULL
                                : row.paymentDate().toString(),
                "caseNumber", row.caseNumber(),
                "collectionType", row.collectionType(),
                "customerReference", row.customerReference(),
                "invoiceId", row.invoiceId(),
                "invoiceNumber", row.invoiceNumber(),
                "uniqueSourceInvoiceId", row.key(),
                "currency", "NOK",
                "exchangeRate", 1,
                "reversesSettlementId", row.reverses(),
                "gross", Json.kroner(row.grossOre()),
                "agencyTotal", Json.kroner(row.agencyTotalOre()),
                "netToCreditor", Json.kroner(row.netToCreditorOre()),
                "lines", row.lines().stream().map(SettlementView::line).toList(),
                "remittance", remittance(row.remittance()));
    }

    private static Map<String, Object> line(LineRow line) {
        boolean vat = line.vatBaseOre() != null;
        return Json.object(
                "kind", line.kind(),
                "paid", Json.kroner(line.paidOre()),
                "toCreditor", Json.kroner(line.toCreditorOre()),
                "toAgency", Json.kroner(line.toAgencyOre()),
                "vatBase", vat ? Json.kroner(line.vatBaseOre()) : null,
                "vatRate", vat ? FeeTable.VAT_PERCENT : null,
                "description", line.description());
    }

    private Map<String, Object> remittance(RemittanceRow row) {
        return Json.object(
                "voucherNumber", row.voucherNumber(),
                "bankText", "Ihht samlebilag " + row.voucherNumber(),
                "bankAccount", bankAccount,
                "payoutDate", row.payoutDate().toString(),
                "settlementCount", row.settlementCount(),
                "carriedIn", Json.kroner(row.carriedInOre()),
                "carriedOut", Json.kroner(row.carriedOutOre()),
                "netPayout", Json.kroner(row.netPayoutOre()));
    }
}
