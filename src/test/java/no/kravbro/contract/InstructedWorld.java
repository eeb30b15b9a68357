package no.kravbro.contract;

import java.util.EnumSet;
import java.util.Set;
import no.kravbro.agency.Capabilities.Price;
import no.kravbro.claim.Stage;
import no.kravbro.sandbox.Fault;

/** An agency whose wire takes instructions. */
interface InstructedWorld extends AgencyWorld {

    /** The coming instructions meet this. */
    void instructionMeets(Fault fault);

    /** Its own people move the case of this key, which is opened if need be, and tell of it as they do. */
    void moves(String key, Stage stage);

    /** Those that a case of its can be in. */
    default Set<Stage> stages() {
        return EnumSet.complementOf(EnumSet.of(Stage.LIST_PENDING, Stage.CLOSED));
    }

    /** How a withdrawal is priced. */
    Price withdrawal();
}
