package no.kravbro.delivery;

import java.time.Duration;

/**
 * How patient we are with one target.
 *
 * @param firstRetry pause after the first NotSent; doubles up to {@code longestRetry}
 * @param maxAttempts sends before it is given up
 * @param answerAfter how long to wait for an owed answer before asking
 * @param firstInquiry pause before the first inquiry after an unknown outcome; doubles up to {@code longestInquiry}
 * @param maxInquiries inquiries without a clear answer before it is given up as "may have landed"
 * @param absencesProve how many inquiries in a row must find nothing until it counts as not sent
 * @param jitter part of a pause that is added at random, 0 to 1
 */
public record BackoffPolicy(
        Duration firstRetry,
        Duration longestRetry,
        int maxAttempts,
        Duration answerAfter,
        Duration firstInquiry,
        Duration longestInquiry,
        int maxInquiries,
        int absencesProve,
        double jitter) {

    /** Good manners towards a far side we know nothing about. */
    public static final BackoffPolicy USUAL = new BackoffPolicy(
            Duration.ofSeconds(5),
            Duration.ofMinutes(30),
            12,
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofHours(1),
            30,
            2,
            0.2);

    public BackoffPolicy {
        if (maxAttempts < 1 || maxInquiries < 1 || absencesProve < 1 || jitter < 0 || jitter > 1) {
            throw new IllegalArgumentException("Counts start at 1 and jitter lies between 0 and 1");
        }
    }
}
