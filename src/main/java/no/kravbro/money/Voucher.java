package no.kravbro.money;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A voucher ready to be posted. No instance exists whose postings do not sum to zero: the constructor itself refuses
 * it, whether it is called by the builder, a mapper or a test ({@link IllegalArgumentException}).
 *
 * @param key what the booking is found by again; at most {@value #LONGEST_KEY} characters (Tripletex: externalVoucherNumber)
 * @param postings at least two, all of one currency
 */
public record Voucher(LocalDate date, String description, String key, List<Posting> postings) {

    /** Tripletex refuses longer external voucher numbers. */
    public static final int LONGEST_KEY = 70;

    public Voucher {
        Objects.requireNonNull(date, "date");
        postings = List.copyOf(postings);
        demandText("description", description);
        demandText("key", key);
        if (key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("Voucher key " + key + " is longer than " + LONGEST_KEY);
        }
        if (postings.isEmpty()) {
            throw new IllegalArgumentException("Voucher " + key + " has no postings");
        }
        Money sum = sum(postings);
        if (sum.ore() != 0) {
            throw new IllegalArgumentException("Voucher " + key + " does not balance: postings sum to " + sum);
        }
    }

    public static Builder on(LocalDate date, String key, String description) {
        return new Builder(date, key, description);
    }

    public String currency() {
        return postings.get(0).amount().currency();
    }

    /** What was posted on an account or role, debit positive; zero when nothing was. */
    public Money on(String account) {
        return postings.stream()
                .filter(posting -> posting.account().equals(account))
                .map(Posting::amount)
                .reduce(new Money(0, currency()), Money::plus);
    }

    private static Money sum(List<Posting> postings) {
        // Adding refuses mixed currencies.
        return postings.stream().map(Posting::amount).reduce(Money::plus).orElseThrow();
    }

    private static void demandText(String name, String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("A voucher needs a " + name);
        }
    }

    /** Collects postings in order; {@link #build} refuses what does not balance. */
    public static final class Builder {
        private final LocalDate date;
        private final String key;
        private final String description;
        private final List<Posting> postings = new ArrayList<>();

        private Builder(LocalDate date, String key, String description) {
            this.date = date;
            this.key = key;
            this.description = description;
        }

        public Builder add(Posting posting) {
            postings.add(posting);
            return this;
        }

        public boolean isEmpty() {
            return postings.isEmpty();
        }

        public Voucher build() {
            return new Voucher(date, description, key, postings);
        }
    }
}
