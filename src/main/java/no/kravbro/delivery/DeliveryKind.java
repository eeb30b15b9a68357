package no.kravbro.delivery;

/** What a delivery does at the far side. */
public enum DeliveryKind {
    SUBMIT_CLAIM,
    REPORT_PAYMENT,
    REPORT_CREDIT,
    INSTRUCT,
    BOOK_VOUCHER,
    BOOK_PAYMENT,
    CLOSE_POSTINGS,
    POST_STATUS,
    SEND_MAIL
}
