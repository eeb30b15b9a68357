package no.kravbro.transfer;

import no.kravbro.agency.AgencyProfiles;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import no.kravbro.delivery.ClaimRow;
import org.springframework.stereotype.Service;

/** Where a person does by hand what an agency's wire cannot: customers of before may use another portal than those of today. */
@Service
public class Portals {

    private final AgencyProfiles profiles;
    private final Creditors creditors;

    Portals(AgencyProfiles profiles, Creditors creditors) {
        this.profiles = profiles;
        this.creditors = creditors;
    }

    /** The name of the portal where the agency's case of this claim is found. */
    public String of(ClaimRow claim) {
        return of(claim.creditorId(), claim.agency());
    }

    String of(String creditorId, String agency) {
        Creditor served = creditors.byId(creditorId).serving(agency);
        return profiles.of(agency).capabilities().portal(served.wishes().activatedOn());
    }
}
