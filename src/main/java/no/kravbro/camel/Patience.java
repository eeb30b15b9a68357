package no.kravbro.camel;

import java.time.Duration;
import no.kravbro.agency.AgencyProfile;
import no.kravbro.delivery.BackoffPolicy;

/** How patient we are with an agency: as its profile says, and as with everybody where it says nothing. */
final class Patience {

    private Patience() {}

    static BackoffPolicy of(AgencyProfile profile) {
        BackoffPolicy usual = BackoffPolicy.USUAL;
        return new BackoffPolicy(
                usual.firstRetry(),
                usual.longestRetry(),
                usual.maxAttempts(),
                seconds(profile, "handed-over", usual.answerAfter()),
                seconds(profile, "unknown", usual.firstInquiry()),
                usual.longestInquiry(),
                usual.maxInquiries(),
                profile.absentAfter(),
                usual.jitter());
    }

    private static Duration seconds(AgencyProfile profile, String step, Duration otherwise) {
        Integer seconds = profile.answerAfter().get(step);
        return seconds == null ? otherwise : Duration.ofSeconds(seconds);
    }
}
