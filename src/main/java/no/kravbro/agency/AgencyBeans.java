package no.kravbro.agency;

import java.time.Duration;
import java.util.Map;
import no.kravbro.RunningRoutes;
import no.kravbro.delivery.BackoffPolicies;
import no.kravbro.delivery.BackoffPolicy;
import no.kravbro.delivery.BatchSizes;
import no.kravbro.delivery.DeliveryKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The agencies of the routes directory that the settings name. A faulty profile stops the start. */
@Configuration(proxyBeanMethods = false)
class AgencyBeans {

    private static final String ACCOUNTING = "tripletex";

    @Bean
    AgencyProfiles agencyProfiles(RunningRoutes routes) {
        return new AgencyProfiles(routes.path());
    }

    /**
     * The accounting system takes no key of ours with a write, so absence is all that proves it was not done: asked about only
     * when a late commit is out of the question, and three times.
     */
    private static final BackoffPolicy BOOKKEEPING = new BackoffPolicy(
            BackoffPolicy.USUAL.firstRetry(),
            BackoffPolicy.USUAL.longestRetry(),
            BackoffPolicy.USUAL.maxAttempts(),
            BackoffPolicy.USUAL.answerAfter(),
            Duration.ofSeconds(60),
            BackoffPolicy.USUAL.longestInquiry(),
            BackoffPolicy.USUAL.maxInquiries(),
            3,
            BackoffPolicy.USUAL.jitter());

    @Bean
    AnswerTables answerTables(AgencyProfiles profiles, RunningRoutes routes) {
        return new AnswerTables(profiles, routes.path(), ACCOUNTING);
    }

    /** Only claims travel together; whatever else goes out, goes one by one. */
    @Bean
    BatchSizes batchSizes(AgencyProfiles profiles) {
        return (target, kind) ->
                kind == DeliveryKind.SUBMIT_CLAIM && profiles.ids().contains(target)
                        ? profiles.of(target).batchSize()
                        : 1;
    }

    @Bean
    BackoffPolicies backoffPolicies(AgencyProfiles profiles) {
        return target -> profiles.ids().contains(target) ? patience(profiles.of(target)) : BOOKKEEPING;
    }

    private static BackoffPolicy patience(AgencyProfile profile) {
        BackoffPolicy usual = BackoffPolicy.USUAL;
        Map<String, Integer> after = profile.answerAfter();
        return new BackoffPolicy(
                usual.firstRetry(),
                usual.longestRetry(),
                usual.maxAttempts(),
                seconds(after.get("handed-over"), usual.answerAfter()),
                seconds(after.get("unknown"), usual.firstInquiry()),
                usual.longestInquiry(),
                usual.maxInquiries(),
                profile.absentAfter(),
                usual.jitter());
    }

    private static Duration seconds(Integer given, Duration otherwise) {
        return given == null ? otherwise : Duration.ofSeconds(given);
    }
}
