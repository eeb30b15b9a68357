package no.kravbro.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.kravbro.claim.Debtor;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.InvoicePosting;
import no.kravbro.claim.decision.Decision;
import no.kravbro.claim.decision.Reason;
import no.kravbro.claim.decision.ReasonCode;

/** Synthetic invoices and claims. */
final class Samples {
    static final Decision TRANSFER = new Decision(Decision.Kind.TRANSFER, List.of());
    static final Decision HOLD = new Decision(
            Decision.Kind.HOLD,
            List.of(new Reason(ReasonCode.TOO_EARLY, Map.of("untilDay", "2026-01-14"), LocalDate.of(2026, 1, 14))));
    static final Decision EXCLUDE =
            new Decision(Decision.Kind.EXCLUDE, List.of(new Reason(ReasonCode.PAID, Map.of(), null)));

    private Samples() {}

    static Invoice invoice(long id, long outstandingOre) {
        var day = LocalDate.of(2025, 12, 15);
        return new Invoice(
                id,
                "1" + id,
                day.minusDays(14),
                day,
                "0000" + id,
                "NOK",
                1_000_000,
                outstandingOre,
                false,
                false,
                null,
                debtor(),
                List.of(new InvoicePosting(id * 10, day, 1500, 1_000_000, null)));
    }

    private static Debtor debtor() {
        return new Debtor(
                7,
                "10007",
                "Kari Testesen",
                true,
                null,
                "kari@example.com",
                null,
                "Prøveveien 1",
                null,
                "0150",
                "OSLO",
                "NO",
                false,
                false);
    }

    static NewClaim claim(long invoiceId, int submission) {
        var key = "310245674-" + invoiceId;
        var payload = "{\"key\":\"" + key + "\",\"submission\":" + submission + "}";
        return new NewClaim(key, submission, "nordlys", invoiceId, "1" + invoiceId, "autocollect", 1_000_000, payload);
    }
}
