package no.kravbro.delivery;

import java.time.Instant;

/**
 * One recorded exchange with the far side.
 *
 * @param outcome ACCEPTED, REJECTED, NOT_SENT, UNKNOWN, HANDED_OVER or ABSENT
 */
public record Attempt(
        long deliveryId,
        Purpose purpose,
        String outcome,
        String cause,
        String detail,
        String transmissionId,
        String holder,
        Run run,
        Instant endedAt) {}
