package no.kravbro.claim.decision;

import static no.kravbro.claim.decision.Decision.Kind.EXCLUDE;
import static no.kravbro.claim.decision.Decision.Kind.HOLD;

/**
 * Why an invoice is not transferred. Each has a text in both languages under {@code reason.<CODE>}, whose placeholders
 * are the reason's params in the order in which its rule gives them.
 */
public enum ReasonCode {
    NOT_OVERDUE(HOLD),
    TOO_EARLY(HOLD),
    BEFORE_START_DATE(HOLD),
    PAID(EXCLUDE),
    OVERPAID(EXCLUDE),
    CREDITED(EXCLUDE),
    CREDIT_NOTE(EXCLUDE),
    BELOW_MINIMUM(HOLD),
    ABOVE_MAXIMUM(HOLD),
    TOO_OLD(HOLD),
    EXCLUDED_INVOICE(EXCLUDE),
    EXCLUDED_CUSTOMER(EXCLUDE),
    KEPT_BACK_INVOICE(HOLD),
    KEPT_BACK_CUSTOMER(HOLD),
    DISPUTED(HOLD),
    FACTORED(HOLD),
    AUTOMATIC_NOTICES(HOLD),
    FOREIGN_CURRENCY(EXCLUDE),
    MISSING_DEBTOR_DATA(HOLD),
    REMINDERS_POSTPONED(HOLD),
    NO_RECEIVABLE_POSTING(HOLD),
    ALREADY_TRANSFERRED(EXCLUDE);

    private final Decision.Kind kind;

    ReasonCode(Decision.Kind kind) {
        this.kind = kind;
    }

    /** HOLD: time or a person's fix may lift it. EXCLUDE: this invoice, as it is, never goes. */
    public Decision.Kind kind() {
        return kind;
    }

    /** Key of its text in the messages. */
    public String messageKey() {
        return "reason." + name();
    }
}
