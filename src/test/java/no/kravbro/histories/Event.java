package no.kravbro.histories;

import java.util.Set;

/** What can happen to a claim, and by which words the product may say in the end that both sides differ because of it. */
enum Event {
    PAID_AT_AGENCY,
    PAID_DIRECTLY,
    CREDITED("CREDIT", "CREDIT_NOT_TOLD", "CREDIT_PART", "PARTIAL_CREDIT"),
    WRITTEN_OFF("WRITTEN_OFF"),
    /** Somebody opened what was matched: until it is matched again. */
    OPENED("UNMATCHED"),
    TAKEN_BACK("REVERSE_PAYMENT", "REVERSAL_NOT_TOLD", "UNMATCHED"),
    /** The agency took back what it had been paid: a closed matching is opened by people. */
    CORRECTED("REVERSED_NOT_OPENED", "UNMATCHED"),
    /** Money or a credit after the agency's case has ended, which nobody need tell it. */
    AFTER_THE_END,
    /** Both sides were paid before they could tell each other: who gives what back is for people. */
    OVERPAID(
            "OVERPAID",
            "DIRECT_PAYMENT_NOT_TOLD",
            "CREDIT_NOT_TOLD",
            "PARTIAL_CREDIT",
            "DECIDE_PROPOSAL",
            "BOOKED_NOT_MATCHED");

    private final Set<String> words;

    Event(String... words) {
        this.words = Set.of(words);
    }

    boolean excusedBy(String word) {
        return words.contains(word);
    }
}
