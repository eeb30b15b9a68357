package no.kravbro.agency;

import java.util.Collection;
import java.util.Set;

/** What a creditor may want done with a claim that an agency has. */
public enum Action {
    REPORT_PAYMENT,
    REVERSE_PAYMENT,
    CREDIT,
    CREDIT_PART,
    PAUSE("PAUSE"),
    RESUME("RESUME"),
    NEW_DUE_DATE("NEW_DUE_DATE"),
    ANSWER_LIST("ACCEPT_LIST", "REJECT_LIST"),
    MESSAGE("MESSAGE"),
    DISPUTE("DISPUTE"),
    ANSWER_DISPUTE("DISPUTE_ANSWER"),
    WITHDRAW("WITHDRAW");

    private final Set<String> words;

    /** @param words how a case's own list of allowed actions names it; none where such lists do not speak of it */
    Action(String... words) {
        this.words = Set.of(words);
    }

    /** What an order is made of, as against what is told of money. */
    public boolean isInstruction() {
        return listed() && this != ANSWER_LIST;
    }

    /** Whether the run goes on by it, sooner or later: not while the debtor objects. */
    boolean goesOn() {
        return this == RESUME || this == NEW_DUE_DATE;
    }

    /** Whether a case's own list, where there is one, decides. */
    boolean listed() {
        return !words.isEmpty();
    }

    boolean in(Collection<String> list) {
        return list.stream().anyMatch(words::contains);
    }
}
