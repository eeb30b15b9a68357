package no.kravbro.bundle;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Tells operations which bundle runs. A refused file is a detail, not a failure: the last good version keeps running. */
public final class BundleHealth implements HealthIndicator {

    private final BundleStatus status;

    public BundleHealth(BundleStatus status) {
        this.status = status;
    }

    @Override
    public Health health() {
        BundleStatus.View view = status.view();
        Health.Builder health = view.running().isEmpty() ? Health.down() : Health.up();
        return health.withDetail("running", view.running())
                .withDetail("since", view.since().toString())
                .withDetail("tried", view.tried())
                .withDetail("startedWithLastGood", view.steppedBack())
                .withDetail(
                        "refused",
                        view.refusals().stream().map(Problem::toString).toList())
                .build();
    }
}
