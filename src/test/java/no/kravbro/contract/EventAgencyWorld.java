package no.kravbro.contract;

import no.kravbro.sandbox.FaultKind;

/** An agency that tells of its verdicts by events. */
interface EventAgencyWorld extends AgencyWorld {

    /** The event that tells of the coming verdict meets this. */
    void eventMeets(FaultKind fault);

    /** Sends the events that wait. */
    void tells();

    /** Sends the last event once more, as it was. */
    void tellsAgain();
}
