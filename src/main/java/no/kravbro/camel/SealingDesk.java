package no.kravbro.camel;

import no.kravbro.secret.Sweep;
import org.springframework.stereotype.Component;

/** Ticks of what seals rows anew. */
@Component("sealingDesk")
public class SealingDesk {

    private final Sweep sweep;

    public SealingDesk(Sweep sweep) {
        this.sweep = sweep;
    }

    public void tick() {
        sweep.tick();
    }
}
