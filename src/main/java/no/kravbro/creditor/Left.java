package no.kravbro.creditor;

import java.util.ArrayList;
import java.util.List;
import no.kravbro.money.NorwegianFormat;

/**
 * What an agency still has to end for a creditor.
 *
 * @param claims open ones, on their way to it too
 * @param openOre principal that is open of them, in øre
 * @param settling closed ones that both sides do not agree on yet
 * @param deliveries on their way to it
 * @param bookings money it has received that is not in the books yet
 * @param payouts announced by it and not arrived
 * @param letters open dead letters about it
 * @param received from it and not worked on yet
 */
public record Left(
        long claims,
        long openOre,
        long settling,
        long deliveries,
        long bookings,
        long payouts,
        long letters,
        long received) {

    /** Whether the creditors file may do without the agency. */
    public boolean none() {
        return claims + settling + deliveries + bookings + payouts + letters + received == 0;
    }

    /** As in {@code 3 claims (1 234,00 kr), 1 payout}. */
    String words() {
        List<String> words = new ArrayList<>();
        add(words, claims, "claim(s) with " + NorwegianFormat.amount(openOre) + " open");
        add(words, settling, "closed claim(s) not settled");
        add(words, deliveries, "delivery(ies) on their way");
        add(words, bookings, "booking(s) not ended");
        add(words, payouts, "payout(s) not arrived");
        add(words, letters, "dead letter(s)");
        add(words, received, "received and not worked on");
        return String.join(", ", words);
    }

    private static void add(List<String> words, long count, String what) {
        if (count > 0) {
            words.add(count + " " + what);
        }
    }
}
