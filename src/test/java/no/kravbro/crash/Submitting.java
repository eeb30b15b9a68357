package no.kravbro.crash;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.kravbro.claim.ClaimKey;
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.TripletexStory;

/** Two invoices have become overdue: they are read, decided about, and handed over in one batch where the agency takes batches. */
final class Submitting extends Story {

    private static final LocalDate ISSUED = LocalDate.of(2025, 11, 3);
    private static final long CUSTOMER = 29_999;
    private static final int CLAIMS = 2;

    private final List<String> keys = new ArrayList<>();

    Submitting(Ground ground, String agency) {
        super(ground, "submit-claim", agency);
    }

    @Override
    void prepare() {
        long company = Agencies.company(agency());
        TripletexStory.bulk(ground.town.tripletex(), company, 0);
        Accountant accountant = ground.town.tripletex().accountant(company);
        String organization = TripletexStory.organization(company);
        for (int number = 0; number < CLAIMS; number++) {
            LocalDate date = ISSUED.minusDays(number);
            long invoice = accountant.invoice(accountant.customerId(CUSTOMER), date, date.plusDays(14), 123_400);
            keys.add(new ClaimKey(organization, invoice).toString());
        }
        ground.doorbell.hears(Set.of("BATCH_COMPLETED"));
        ground.onlyDue(creditor(), "SCAN");
    }

    @Override
    void judge(Count count) {
        for (String key : keys) {
            count.once("claim " + key, Agencies.claims(ground.town, agency(), key));
            String state = ground.driver()
                    .eyes()
                    .sql("select state from claim where claim_key = :key")
                    .param("key", key)
                    .query(String.class)
                    .optional()
                    .orElse("not known");
            count.same("state of " + key, "ACCEPTED", state);
        }
    }
}
