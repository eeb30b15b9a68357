package no.kravbro.delivery;

/** What a person is asked to do; words under {@code task.<KIND>}. */
public enum TaskKind {
    /** Something the agency's wire cannot carry is to be done at its portal; the detail begins with the action. */
    DO_BY_HAND,
    /** The agency has asked something about a case. */
    ANSWER_AGENCY,
    /** A debtor objects, and waits for the creditor's answer. */
    ANSWER_DEBTOR,
    /** What was given up of a disputed claim is to be credited in the accounting system. */
    CREDIT_DISPUTED,
    /** The agency proposes what only a person may decide, such as writing a claim off. */
    DECIDE_PROPOSAL,
    /** A posting on the invoice of a claim that an agency has: what it is decides what the agency is told. */
    EXPLAIN_POSTING,
    /** A voucher that was to book settled money was deleted. */
    BOOK_BY_HAND,
    /** An answer of the agency is overdue. */
    ASK_AGENCY
}
