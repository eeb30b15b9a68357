package no.kravbro.deadletter;

import no.kravbro.delivery.Outcome;

/** What the far side, or we, said about an outcome. */
final class Words {

    private Words() {}

    static String of(Outcome outcome) {
        if (outcome instanceof Outcome.Rejected rejected) {
            return rejected.detail();
        }
        if (outcome instanceof Outcome.NotSent notSent) {
            return notSent.detail();
        }
        return outcome instanceof Outcome.Unknown unknown ? unknown.detail() : null;
    }
}
