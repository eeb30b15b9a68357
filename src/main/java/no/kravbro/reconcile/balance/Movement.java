package no.kravbro.reconcile.balance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Money that only one side has counted so far.
 *
 * @param countedBy the one side that has
 * @param amountOre by how much it lowers what is left, in øre; negative when it raises it again
 * @param cause why the other side has not counted it, should it be late
 * @param until last Oslo day on which it may still be on its way; null when it is not on its way at all
 * @param reference what a person can look up: a posting, a settlement line, a delivery
 */
public record Movement(Side countedBy, long amountOre, DifferenceCause cause, LocalDate until, String reference) {

    public Movement {
        Objects.requireNonNull(countedBy, "countedBy");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(reference, "reference");
        if (amountOre == 0) {
            throw new IllegalArgumentException("A movement of nothing: " + reference);
        }
    }

    /** Two halves of so many are tried in every combination; a claim with more that is uncertain at once is none we can judge. */
    private static final int HALF = 12;

    /**
     * Of movements that may have been counted or not, those that bring both sides closest together; fewer rather than more, and
     * none that change nothing.
     *
     * @param leftOre agency minus ledger, as far as nothing else accounts for it
     */
    public static List<Movement> closest(long leftOre, List<Movement> perhaps) {
        List<Movement> tried = perhaps.subList(0, Math.min(perhaps.size(), 2 * HALF));
        int cut = Math.min(tried.size(), HALF);
        long[] first = sums(tried.subList(0, cut));
        long[] second = sums(tried.subList(cut, tried.size()));
        NavigableMap<Long, Integer> fewest = new TreeMap<>();
        for (int mask = 0; mask < second.length; mask++) {
            fewest.merge(
                    second[mask], mask, (one, other) -> Integer.bitCount(other) < Integer.bitCount(one) ? other : one);
        }
        Choice best = new Choice(0, Math.abs(leftOre));
        for (int mask = 0; mask < first.length; mask++) {
            long left = Math.subtractExact(leftOre, first[mask]);
            best = best.or(mask, cut, left, fewest.floorEntry(left));
            best = best.or(mask, cut, left, fewest.ceilingEntry(left));
        }
        return chosen(tried, best.mask());
    }

    /** A combination, and how far apart it leaves both sides. */
    private record Choice(int mask, long apart) {

        private Choice or(int mask, int cut, long left, Map.Entry<Long, Integer> rest) {
            if (rest == null) {
                return this;
            }
            int both = mask | rest.getValue() << cut;
            long apart = Math.abs(Math.subtractExact(left, rest.getKey()));
            boolean better =
                    apart < this.apart || apart == this.apart && Integer.bitCount(both) < Integer.bitCount(this.mask);
            return better ? new Choice(both, apart) : this;
        }
    }

    /** Of every combination, by its mask. */
    private static long[] sums(List<Movement> movements) {
        long[] sums = new long[1 << movements.size()];
        for (int mask = 1; mask < sums.length; mask++) {
            int lowest = Integer.numberOfTrailingZeros(mask);
            sums[mask] =
                    Math.addExact(sums[mask & mask - 1], movements.get(lowest).differenceOre());
        }
        return sums;
    }

    private static List<Movement> chosen(List<Movement> all, int mask) {
        return IntStream.range(0, all.size())
                .filter(at -> (mask & 1 << at) != 0)
                .mapToObj(all::get)
                .toList();
    }

    boolean inTransit(LocalDate today) {
        return until != null && !today.isAfter(until);
    }

    /** What it makes of agency minus ledger. */
    long differenceOre() {
        return countedBy == Side.LEDGER ? amountOre : Math.negateExact(amountOre);
    }
}
