package no.kravbro.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import no.kravbro.agency.AgencyProfile;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.rates.Law;
import no.kravbro.claim.rates.Rates;
import no.kravbro.creditor.Creditor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The step an agency may start a claim with on this day. Collection at once presumes a notice that the creditor sent itself, so it
 * ends with the act that lets creditors send notices. Source: rules 3.1.
 */
@Component
public class FirstSteps {

    private static final String COLLECTION = "COLLECTION";

    private final AgencyProfiles profiles;
    private final Function<LocalDate, Law> laws;
    private final Clock clock;

    @Autowired
    FirstSteps(AgencyProfiles profiles, Clock clock) {
        this(profiles, Rates.delivered()::law, clock);
    }

    /** @param laws which act is in force on a day */
    public FirstSteps(AgencyProfiles profiles, Function<LocalDate, Law> laws, Clock clock) {
        this.profiles = profiles;
        this.laws = laws;
        this.clock = clock;
    }

    /** As the creditor wishes where its agency and the law let it, else as the agency does. */
    public String of(Creditor creditor) {
        String wished = creditor.wishes().takeover();
        return wished != null && allows(creditor, wished)
                ? wished
                : profiles.of(creditor.agency()).takeover();
    }

    /** Whether the creditor's agency may start with this step today. */
    public boolean allows(Creditor creditor, String step) {
        AgencyProfile profile = profiles.of(creditor.agency());
        boolean possible = profile.takeover().equals(step)
                || profile.capabilities().firstSteps().contains(step);
        return possible
                && (!COLLECTION.equals(step) || laws.apply(OsloDay.today(clock)).creditorMayNotify());
    }
}
