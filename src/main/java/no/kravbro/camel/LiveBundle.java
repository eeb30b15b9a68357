package no.kravbro.camel;

import java.util.List;
import no.kravbro.bundle.BundleNode;
import no.kravbro.bundle.Occasion;
import no.kravbro.bundle.Problem;
import no.kravbro.bundle.Snapshot;
import org.springframework.stereotype.Component;

/** The running bundle, for those that are made before it runs. */
@Component
class LiveBundle implements BundleNode {

    private volatile BundleNode node;

    void is(BundleNode running) {
        node = running;
    }

    @Override
    public Snapshot running() {
        return node().running();
    }

    @Override
    public List<Problem> check(Snapshot candidate) {
        return node().check(candidate);
    }

    @Override
    public List<Problem> takeUp(Snapshot wanted, Occasion why) {
        return node().takeUp(wanted, why);
    }

    private BundleNode node() {
        if (node == null) {
            throw new IllegalStateException("No bundle runs yet");
        }
        return node;
    }
}
