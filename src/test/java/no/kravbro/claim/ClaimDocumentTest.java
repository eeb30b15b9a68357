package no.kravbro.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What every mapping starts from holds the invoice as it stands, and nothing of it is lost or exchanged. */
class ClaimDocumentTest {

    private static final ClaimKey KEY = new ClaimKey("310245674", 2_147_524_143L);

    private static ClaimDocument of(Debtor debtor) {
        Invoice invoice = AnInvoice.ordinary()
                .owedBy(debtor)
                .open(900_000)
                .postings(new InvoicePosting(71, AnInvoice.DUE, 1, 900_000, null, 8L, 1500, "Faktura"))
                .build();
        return ClaimDocument.of(invoice, KEY, 2, "NOTICE", 10);
    }

    @Test
    void holdsTheInvoiceAsItStands() {
        ClaimDocument claim = of(AnInvoice.business());
        assertThat(claim.key()).isEqualTo("310245674-2147524143");
        assertThat(claim.submission()).isEqualTo(2);
        assertThat(claim.originalOre()).isEqualTo(1_000_000);
        assertThat(claim.remainingOre()).isEqualTo(900_000);
        assertThat(claim.takeover()).isEqualTo("NOTICE");
        assertThat(claim.earliestFeeNotice()).as("the law's days, not ten").isEqualTo(LocalDate.of(2026, 1, 14));
        assertThat(claim.postings())
                .containsExactly(new ClaimDocument.PostingPart(71, 8L, AnInvoice.DUE, 1500, 900_000, "Faktura"));
    }

    @Test
    void tellsPersonsFromFirms() {
        ClaimDocument.DebtorPart firm = of(AnInvoice.business()).debtor();
        assertThat(firm.type()).isEqualTo("BUSINESS");
        assertThat(firm.organizationNumber()).isEqualTo("310456713");
        assertThat(firm.name()).isEqualTo("Prøve Prøvesen");
        assertThat(firm.postalCode()).isEqualTo("0001");
        assertThat(of(AnInvoice.privatePerson()).debtor().type()).isEqualTo("PRIVATE");
    }

    @Test
    void anObjectionTravelsWithTheSameClaim() {
        ClaimDocument claim = of(AnInvoice.business());
        var objection = new ClaimDocument.DisputePart(
                40_000L, LocalDate.of(2026, 1, 12), "Wrong hours", LocalDate.of(2026, 1, 13));
        ClaimDocument disputed = claim.disputed(objection);
        assertThat(disputed.dispute()).isEqualTo(objection);
        assertThat(disputed).isNotEqualTo(claim);
        assertThat(disputed.disputed(null)).isEqualTo(claim);
    }
}
