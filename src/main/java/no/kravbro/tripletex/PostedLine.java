package no.kravbro.tripletex;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One posting that is ours, as a booking remembers it for the echo guard.
 *
 * @param accountId ledger account id, 0 when the answer did not tell
 * @param amountOre debit positive
 */
public record PostedLine(long id, long accountId, long amountOre) {

    /** As the value of a reference: {@code id:account:øre}, separated by commas. */
    public static String text(Collection<PostedLine> lines) {
        return lines.stream()
                .map(line -> line.id + ":" + line.accountId + ":" + line.amountOre)
                .collect(Collectors.joining(","));
    }

    /** Reads what {@link #text} wrote; null or empty gives none. */
    public static List<PostedLine> parse(String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        return Stream.of(text.split(",")).map(PostedLine::one).toList();
    }

    private static PostedLine one(String text) {
        String[] parts = text.split(":");
        if (parts.length != 3) {
            throw new IllegalArgumentException("Not a posted line");
        }
        return new PostedLine(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }
}
