package no.kravbro.api;

import java.time.Instant;
import java.util.List;
import no.kravbro.access.Right;
import no.kravbro.bundle.BundleStatus;
import no.kravbro.bundle.Problem;
import no.kravbro.bundle.StoredVersions;
import org.springframework.stereotype.Service;

/** {@code /api/v1/routes}: which versions of the route bundle have run, and what was refused. */
@Service
public class RoutesApi {

    private final BundleStatus status;
    private final StoredVersions versions;

    RoutesApi(BundleStatus status, StoredVersions versions) {
        this.status = status;
        this.versions = versions;
    }

    /**
     * @param running version that runs on the node that answers
     * @param tried version that it tried last
     * @param refused why files of that one do not run
     * @param startedWithLastGood whether the node started with the version that ran last, because the folder's did not pass
     * @param trials what was tried on any node, newest first
     */
    public record Versions(
            String running,
            Instant since,
            String tried,
            List<String> refused,
            boolean startedWithLastGood,
            List<StoredVersions.Trial> trials) {}

    public Versions versions(Caller caller) {
        caller.need(Right.READ_MACHINE);
        BundleStatus.View view = status.view();
        return new Versions(
                view.running(),
                view.since(),
                view.tried(),
                view.refusals().stream().map(Problem::toString).toList(),
                view.steppedBack(),
                versions.trials());
    }
}
