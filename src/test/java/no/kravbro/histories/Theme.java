package no.kravbro.histories;

import no.kravbro.agency.Action;

/** What happens to a claim of the quarter at the stage that it is meant for. */
enum Theme {
    /** A word to the case handler, and some days later a part is credited. */
    MESSAGE(Action.MESSAGE, Action.CREDIT_PART),
    /** The debtor objects, and some days later the creditor says why it is owed all the same. */
    DISPUTE(Action.DISPUTE, Action.ANSWER_DISPUTE),
    PAID(Action.REPORT_PAYMENT, null),
    CREDIT(Action.CREDIT, null),
    WITHDRAW(Action.WITHDRAW, null),
    /** A part is paid to the creditor, and taken back some days later. */
    PAYMENT(Action.REPORT_PAYMENT, Action.REVERSE_PAYMENT),
    PAUSE(Action.PAUSE, Action.RESUME),
    NEW_DUE_DATE(Action.NEW_DUE_DATE, null),
    NO_TO_THE_LIST(Action.ANSWER_LIST, null),
    /** Nothing, to the end. */
    SILENCE(null, null);

    private final Action first;
    private final Action then;

    Theme(Action first, Action then) {
        this.first = first;
        this.then = then;
    }

    Action first() {
        return first;
    }

    /** What is done some days later, or null. */
    Action then() {
        return then;
    }
}
