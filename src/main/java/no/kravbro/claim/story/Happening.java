package no.kravbro.claim.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One thing that happened to a claim. Amounts in øre.
 *
 * @param recordedAt when it was written down here
 * @param receivedAt when it came in, or null where it did not come from outside
 * @param happenedOn the Oslo day it happened on, as whoever told it says; null where nobody told
 * @param kind what it is about, {@code what} what became of it: codes for programs
 * @param words keys of the words that say it, in their order
 * @param who the person, or null
 * @param amountOre as told, or null where it is about no money
 * @param effect what it does to what is left of the principal
 * @param leftOre what is left of the principal after it; null where it changes nothing, or where that is not known
 */
public record Happening(
        Instant recordedAt,
        Instant receivedAt,
        LocalDate happenedOn,
        Teller teller,
        String kind,
        String what,
        List<String> words,
        String reference,
        String who,
        Long amountOre,
        Effect effect,
        Long leftOre) {

    /** What it does to what is left of the principal. */
    public enum Effect {
        NONE,
        /** An agency has it now: so much is left. */
        BEGINS,
        /** So much less is left; more where the amount is negative. */
        LOWERS
    }

    public Happening {
        words = List.copyOf(words);
        if (effect != Effect.NONE && amountOre == null) {
            throw new IllegalArgumentException(kind + " " + what + " changes what is left, by no amount");
        }
    }

    public static Happening of(Instant recordedAt, Teller teller, String kind, String what, String... words) {
        return new Happening(
                recordedAt, null, null, teller, kind, what, List.of(words), null, null, null, Effect.NONE, null);
    }

    public Happening on(LocalDate day) {
        return new Happening(
                recordedAt, receivedAt, day, teller, kind, what, words, reference, who, amountOre, effect, leftOre);
    }

    public Happening received(Instant at) {
        return new Happening(
                recordedAt, at, happenedOn, teller, kind, what, words, reference, who, amountOre, effect, leftOre);
    }

    public Happening about(String what) {
        return new Happening(
                recordedAt,
                receivedAt,
                happenedOn,
                teller,
                kind,
                this.what,
                words,
                what,
                who,
                amountOre,
                effect,
                leftOre);
    }

    public Happening by(String person) {
        return new Happening(
                recordedAt,
                receivedAt,
                happenedOn,
                teller,
                kind,
                what,
                words,
                reference,
                person,
                amountOre,
                effect,
                leftOre);
    }

    public Happening amount(Long ore) {
        return changing(ore, Effect.NONE);
    }

    public Happening begins(long ore) {
        return changing(ore, Effect.BEGINS);
    }

    public Happening lowers(long ore) {
        return changing(ore, Effect.LOWERS);
    }

    private Happening changing(Long ore, Effect effect) {
        return new Happening(
                recordedAt, receivedAt, happenedOn, teller, kind, what, words, reference, who, ore, effect, leftOre);
    }

    Happening leaving(Long ore) {
        return new Happening(
                recordedAt, receivedAt, happenedOn, teller, kind, what, words, reference, who, amountOre, effect, ore);
    }
}
