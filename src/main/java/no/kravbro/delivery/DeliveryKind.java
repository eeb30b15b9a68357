package no.kravbro.delivery;

/** What a delivery does at the far side. */
public enum DeliveryKind {
    SUBMIT_CLAIM,
    REPORT_PAYMENT,
    /** A payment that was reported stands no more. */
    REVERSE_PAYMENT,
    REPORT_CREDIT,
    INSTRUCT,
    BOOK_VOUCHER,
    BOOK_PAYMENT,
    /** A voucher that waits for a person in the accounting system. */
    BOOK_PROPOSAL,
    CLOSE_POSTINGS,
    /** What became of a proposal, told to the agency that made it. */
    ANSWER_PROPOSAL,
    /** The remittance document, attached to the voucher it explains. */
    ATTACH_DOCUMENT,
    POST_STATUS,
    SEND_MAIL
}
