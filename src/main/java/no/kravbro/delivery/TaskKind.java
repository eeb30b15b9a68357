package no.kravbro.delivery;

/** What a person is asked to do; words under {@code task.<KIND>}. */
public enum TaskKind {
    /** Something the agency's wire cannot carry is to be done at its portal; the detail begins with the action. */
    DO_BY_HAND,
    /** What a person wanted done could not be told to the agency in time; the detail begins with the reason. */
    INSTRUCTION_STOPPED,
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
    /** A claim will lapse by limitation unless somebody acts; the detail tells when, and what is open. */
    LIMITATION,
    /** So little is left of a claim that the creditor wants it ended; the detail tells how little. */
    SMALL_REMAINDER,
    /** An agency has taken more than the public rates allow; the detail tells what and how much. */
    CHECK_FEE,
    /** A public rate is not known for a day; the detail tells what to enter where. */
    ENTER_RATE,
    /** A mail about a deadline did not get through; the detail tells to whom and about what. */
    MAIL_LOST,
    /** A claim was taken off a collection list because nobody could see whether it is still owed; the detail tells the list's day. */
    LIST_NOT_READ,
    /** An answer of the agency is overdue. */
    ASK_AGENCY
}
