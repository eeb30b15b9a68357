package no.kravbro.delivery;

import java.time.Instant;

/**
 * A recurring job of one creditor.
 *
 * @param farSide the agency, or the accounting system, that it asks
 * @param dueAt business time
 * @param cursor where its last run stopped reading, in the job's own words, or null
 * @param holder who runs it now, or null
 * @param lastRunAt machine time of the last end, or null
 */
public record DueJob(
        String creditorId,
        String farSide,
        String job,
        Instant dueAt,
        String cursor,
        String holder,
        Instant lastRunAt,
        String lastResult) {}
