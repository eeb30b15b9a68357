package no.kravbro.deadletter;

import no.kravbro.deadletter.Preview.Bucket;
import no.kravbro.deadletter.Preview.Effect;
import no.kravbro.deadletter.Preview.Line;
import no.kravbro.deadletter.Preview.Why;
import no.kravbro.deadletter.Trial.Finding;

/** Sorts a letter by what trying it out has shown: safe, for a person to decide, or sure to fail again. */
final class Sorting {

    private final String running;
    private final String mended;

    /** @param mended what a person says has been mended, or null */
    Sorting(String running, String mended) {
        this.running = running;
        this.mended = mended == null || mended.isBlank() ? null : mended.strip();
    }

    /** True when only an inquiry may follow, so that there is nothing to try. */
    boolean inDoubt(DeadLetter letter) {
        return letter.mayHaveLanded() && (!letter.cause().onceDenied() || mended == null);
    }

    Line sort(DeadLetter letter, Trial trial) {
        if (inDoubt(letter)) {
            return nothing(letter, Bucket.DECISION, Why.MAY_HAVE_LANDED, trial);
        }
        return switch (trial.finding()) {
            case STOPPED -> nothing(letter, Bucket.DECISION, Why.NOT_WANTED, trial);
            case NOT_LOOKED -> nothing(letter, Bucket.DECISION, Why.NOT_LOOKED, trial);
            case NO_DOCUMENT -> nothing(letter, Bucket.FAILS_AGAIN, Why.NO_DOCUMENT, trial);
            case RIGHT, CHANGED -> goes(letter, trial);
        };
    }

    private Line goes(DeadLetter letter, Trial trial) {
        boolean mustChange =
                trial.finding() == Finding.CHANGED || !letter.cause().retryHelps();
        if (mustChange && trial.fresh() != null && !letter.mayHaveLanded()) {
            boolean amount = trial.finding() == Finding.CHANGED;
            return line(letter, Bucket.SAFE, amount ? Why.AMOUNT_CHANGED : Why.CONTENT_CHANGED, Effect.NEW, trial);
        }
        if (!letter.cause().retryHelps()) {
            return nothing(letter, Bucket.FAILS_AGAIN, Why.SAME_CONTENT, trial);
        }
        if (letter.isLocked(running)) {
            return nothing(letter, Bucket.FAILS_AGAIN, Why.LOCKED, trial);
        }
        if (letter.cause().mendFirst() && mended == null) {
            return nothing(letter, Bucket.DECISION, Why.MEND_FIRST, trial);
        }
        Effect effect = letter.deliveryId() == null ? Effect.TAKE_UP : Effect.SAME;
        return line(letter, Bucket.SAFE, letter.cause().mendFirst() ? Why.MENDED : Why.STILL_RIGHT, effect, trial);
    }

    private static Line nothing(DeadLetter letter, Bucket bucket, Why why, Trial trial) {
        return new Line(letter, bucket, why, Effect.NOTHING, trial.why(), trial.openOre(), null);
    }

    private static Line line(DeadLetter letter, Bucket bucket, Why why, Effect effect, Trial trial) {
        return new Line(letter, bucket, why, effect, trial.why(), trial.openOre(), trial.content());
    }
}
