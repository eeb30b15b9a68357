package no.kravbro.contract;

/** AutoCollect keeps the contract of all agencies. */
class AutoCollectContractTest extends AgencyContractTest {

    @Override
    AgencyWorld open() {
        return new AutoCollectWorld();
    }
}
