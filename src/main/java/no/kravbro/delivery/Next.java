package no.kravbro.delivery;

import java.time.Duration;

/**
 * Where a delivery stands after an outcome, and when it is due again.
 *
 * @param pause until it is due; null when nothing more happens by itself
 * @param outcome what a person is told when it is given up
 */
record Next(
        DeliveryState state,
        Purpose purpose,
        int attempts,
        int inquiries,
        int absent,
        Duration pause,
        Outcome outcome,
        String word) {

    /** What follows from an outcome, for one delivery of a work. */
    static Next of(Work work, Delivery delivery, Outcome outcome, Backoff.Pauses pauses, int absencesProve) {
        var counts = work.purpose() == Purpose.SEND
                ? new Counts(delivery.attempts() + (heldBack(outcome) ? 0 : 1), 0, 0)
                : new Counts(delivery.attempts(), delivery.inquiries() + 1, delivery.absent());
        if (outcome instanceof Outcome.Accepted) {
            return counts.to(DeliveryState.DONE, Purpose.SEND, null, outcome, "ACCEPTED");
        }
        if (outcome instanceof Outcome.Rejected) {
            return counts.to(DeliveryState.DEAD, Purpose.SEND, null, outcome, "REJECTED");
        }
        if (work.purpose() == Purpose.INQUIRE) {
            return inquired(work, outcome, counts, pauses, absencesProve);
        }
        return outcome instanceof Outcome.NotSent notSent
                ? notSent(notSent, counts, pauses)
                : asked((Outcome.Unknown) outcome, ((Outcome.Unknown) outcome).handedOver(), counts, pauses, null);
    }

    /** Whoever was told how long to wait has not failed: a backlog must not die of a limit that it only has to wait for. */
    private static boolean heldBack(Outcome outcome) {
        return outcome instanceof Outcome.NotSent notSent
                && notSent.cause().equals("RATE_LIMITED")
                && notSent.pause() != null;
    }

    private static Next notSent(Outcome.NotSent outcome, Counts counts, Backoff.Pauses pauses) {
        var exhausted = counts.attempts >= pauses.policy().maxAttempts() && !outcome.isRefusedTogether();
        if (outcome.needsPerson() || exhausted) {
            return counts.to(DeliveryState.DEAD, Purpose.SEND, null, outcome, "NOT_SENT");
        }
        var pause = pauses.retry(counts.attempts, outcome.pause());
        return counts.to(DeliveryState.WAITING, Purpose.SEND, pause, outcome, "NOT_SENT");
    }

    private static Next inquired(Work work, Outcome outcome, Counts counts, Backoff.Pauses pauses, int absencesProve) {
        if (outcome instanceof Outcome.Unknown unknown) {
            var fresh = new Counts(counts.attempts, counts.inquiries, 0);
            return asked(unknown, unknown.handedOver(), fresh, pauses, null);
        }
        var notSent = (Outcome.NotSent) outcome;
        if (notSent.isRefusedTogether()) {
            return notSent(notSent, new Counts(counts.attempts, 0, 0), pauses);
        }
        if (!notSent.isAbsence()) {
            return notAsked(work, notSent, counts, pauses);
        }
        var seen = new Counts(counts.attempts, counts.inquiries, counts.absent + 1);
        if (seen.absent >= absencesProve) {
            return notSent(notSent, new Counts(seen.attempts, 0, 0), pauses);
        }
        var unknown = new Outcome.Unknown(notSent.cause(), notSent.detail());
        return asked(unknown, work.receipt() != null, seen, pauses, null).called("ABSENT");
    }

    /** The question itself did not get through, so it says nothing about the delivery. */
    private static Next notAsked(Work work, Outcome.NotSent outcome, Counts counts, Backoff.Pauses pauses) {
        var unknown = new Outcome.Unknown(outcome.cause(), outcome.detail());
        if (outcome.needsPerson()) {
            return counts.to(DeliveryState.DEAD, Purpose.INQUIRE, null, unknown, "UNKNOWN");
        }
        return asked(unknown, work.receipt() != null, counts, pauses, outcome.pause());
    }

    private static Next asked(
            Outcome.Unknown outcome, boolean handedOver, Counts counts, Backoff.Pauses pauses, Duration asked) {
        if (counts.inquiries >= pauses.policy().maxInquiries()) {
            return counts.to(DeliveryState.DEAD, Purpose.INQUIRE, null, unproven(outcome), "UNKNOWN");
        }
        if (handedOver && asked == null) {
            var pause = pauses.answer(counts.inquiries);
            return counts.to(DeliveryState.HANDED_OVER, Purpose.INQUIRE, pause, outcome, "HANDED_OVER");
        }
        var pause = pauses.inquiry(counts.inquiries, asked);
        var state = handedOver ? DeliveryState.HANDED_OVER : DeliveryState.UNKNOWN;
        return counts.to(state, Purpose.INQUIRE, pause, outcome, "UNKNOWN");
    }

    /** Absent, but not often enough in a row to prove anything: a person must not read that nothing landed. */
    static Outcome.Unknown unproven(Outcome.Unknown outcome) {
        return Outcome.NotSent.ABSENT.equals(outcome.cause())
                ? new Outcome.Unknown("NO_ANSWER", outcome.detail())
                : outcome;
    }

    private Next called(String other) {
        return new Next(state, purpose, attempts, inquiries, absent, pause, outcome, other);
    }

    boolean givenUp() {
        return state == DeliveryState.DEAD;
    }

    private record Counts(int attempts, int inquiries, int absent) {

        Next to(DeliveryState state, Purpose purpose, Duration pause, Outcome outcome, String word) {
            return new Next(state, purpose, attempts, inquiries, absent, pause, outcome, word);
        }
    }
}
