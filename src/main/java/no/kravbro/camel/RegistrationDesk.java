package no.kravbro.camel;

import no.kravbro.creditor.RunningCreditors;
import org.springframework.stereotype.Component;

/** Looks whether creditors were connected or changed, here or on another node, and has their jobs planned. */
@Component("registrationDesk")
public class RegistrationDesk {

    private final RunningCreditors running;
    private final JobDesk jobs;
    /** What the jobs were planned for last; those of the start are planned by it. */
    private volatile long planned;

    public RegistrationDesk(RunningCreditors running, JobDesk jobs) {
        this.running = running;
        this.jobs = jobs;
    }

    public void tick() {
        long now = running.look();
        if (now != planned) {
            jobs.ensureAll();
            planned = now;
        }
    }
}
