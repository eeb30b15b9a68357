package no.kravbro.camel;

import no.kravbro.deadletter.StagedWork;
import org.springframework.stereotype.Component;

/** Ticks of what goes on with dead letters. */
@Component("retryDesk")
public class RetryDesk {

    private final StagedWork staged;

    public RetryDesk(StagedWork staged) {
        this.staged = staged;
    }

    public void tick() {
        staged.tick();
    }
}
