package no.kravbro.contract;

import no.kravbro.routes.Proves;

/** KK2 keeps the contract of all agencies: its answer is the verdict, one claim a call. */
@Proves({"kk2.call", "kk2.send", "kk2.fetch-token", "kk2.submit-claim", "kk2.inquire-claim"})
class Kk2ContractTest extends HttpContractTest {

    @Override
    AgencyWorld open() {
        return new Kk2World();
    }
}
