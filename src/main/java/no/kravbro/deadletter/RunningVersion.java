package no.kravbro.deadletter;

import no.kravbro.bundle.BundleStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The version of the routes that runs now; empty where none runs. */
@Component
class RunningVersion {

    private final ObjectProvider<BundleStatus> bundle;

    RunningVersion(ObjectProvider<BundleStatus> bundle) {
        this.bundle = bundle;
    }

    String version() {
        return bundle.stream()
                .findFirst()
                .map(status -> status.view().running())
                .orElse("");
    }
}
