package no.kravbro.delivery;

import java.time.Instant;
import java.util.List;

/**
 * A job with what is known of its runs; all times but that of the job are machine time.
 *
 * @param askedAt when somebody asked for it last, or null
 * @param begunAt when its last run began, or null
 * @param answeredAt when what was asked for was done; null until then
 * @param notBefore until when it rests after a failure, or null
 * @param leaseUntil until when its holder has it, or null
 */
public record JobRun(
        DueJob job,
        Instant askedAt,
        String askedBy,
        Instant begunAt,
        Instant answeredAt,
        Instant notBefore,
        Instant leaseUntil) {

    /**
     * How far it has come, or null where nobody has asked.
     *
     * @param all those of the same creditor
     */
    public RunState state(List<JobRun> all, Instant now) {
        if (askedAt == null) {
            return null;
        }
        if (answeredAt != null) {
            return RunState.DONE;
        }
        boolean begun = begunAt != null && !begunAt.isBefore(askedAt);
        if (isHeld(now)) {
            return begun ? RunState.RUNNING : RunState.WAITING;
        }
        if (begun && job.lastRunAt() != null && !job.lastRunAt().isBefore(begunAt)) {
            return RunState.FAILED;
        }
        boolean first = begun || rests(now) || all.stream().anyMatch(each -> each.isHeld(now));
        return first ? RunState.WAITING : RunState.ASKED;
    }

    /** A holder whose lease has run out is gone. */
    public boolean isHeld(Instant now) {
        return job.holder() != null && leaseUntil != null && leaseUntil.isAfter(now);
    }

    private boolean rests(Instant now) {
        return notBefore != null && notBefore.isAfter(now);
    }
}
