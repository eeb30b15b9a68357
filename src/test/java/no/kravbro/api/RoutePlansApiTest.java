package no.kravbro.api;

import com.atlassian.oai.validator.model.Request;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.kravbro.bundle.BundleDiff;
import no.kravbro.bundle.BundleEffect;
import no.kravbro.bundle.BundleFigures;
import no.kravbro.bundle.BundlePlan;
import no.kravbro.bundle.BundlePlan.Hindrance;
import no.kravbro.bundle.Occasion;
import no.kravbro.bundle.Rollout;
import no.kravbro.bundle.Snapshot;
import no.kravbro.bundle.StoredVersions;
import org.junit.jupiter.api.Test;

/** Plans of routes are told as openapi/kravbro.yaml says; that they do what they say is walked in the flows. */
class RoutePlansApiTest {

    private static final Instant NOW = Instant.parse("2026-01-14T07:00:00Z");
    private static final BundlePlan PLAN = new BundlePlan(
            "p", "a", "b", BundlePlan.Origin.UPLOAD, "ines", NOW, NOW, BundlePlan.State.OPEN, null, null, null);

    @Test
    void aListIsAsDescribed() {
        Rollout.Answer answer = new Rollout.Answer("n", false, "no", NOW);
        Rollout rollout = new Rollout(
                7,
                "p",
                "a",
                "b",
                Occasion.of(Occasion.Cause.PLAN),
                "n",
                Rollout.State.STOPPED,
                NOW,
                NOW,
                new BundleFigures.Figures(1, 2, 3),
                null,
                List.of(answer));
        Contract.valid(
                Request.Method.GET,
                "/api/v1/routes/plans",
                new RoutePlansApi.Plans(
                        List.of(new RoutePlansApi.Listed(PLAN, null), new RoutePlansApi.Listed(PLAN, Hindrance.OWN)),
                        List.of(rollout),
                        List.of(new StoredVersions.Kept("a", "routes", "1.2.3", NOW, null))));
    }

    @Test
    void whatAPlanChangesIsAsDescribed() {
        BundleDiff diff = BundleDiff.between(bundle("x/a.yaml", "a: 1"), bundle("x/b.yaml", "b: 2"));
        List<BundleEffect.Concerned> concerned = List.of(new BundleEffect.Concerned("bahs", 1, 2, 3));
        for (String path : List.of("/api/v1/routes/plans/p", "/api/v1/routes/plans/q")) {
            Contract.valid(
                    Request.Method.GET,
                    path,
                    new DeploymentsApi.PlanView(PLAN, null, path.endsWith("p") ? diff : null, concerned));
        }
    }

    private static Snapshot bundle(String file, String text) {
        return new Snapshot(new TreeMap<>(Map.of(file, text)));
    }
}
