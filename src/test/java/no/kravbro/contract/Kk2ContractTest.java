package no.kravbro.contract;

/** KK2 keeps the contract of all agencies: its answer is the verdict, one claim a call. */
class Kk2ContractTest extends AgencyContractTest {

    @Override
    AgencyWorld open() {
        return new Kk2World();
    }
}
