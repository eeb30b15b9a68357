package no.kravbro.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/** Lives a story through, with as many processes as it takes. */
final class Life {

    private static final int ROUNDS = 600;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Ground ground;
    private final Story story;
    private final Destiny destiny;
    private final List<List<Effect>> processes = new ArrayList<>();
    private int born;

    private Life(Ground ground, Story story, Destiny destiny) {
        this.ground = ground;
        this.story = story;
        this.destiny = destiny;
    }

    /** What happened. @param processes effects of each process, in order */
    record Lived(Destiny destiny, List<List<Effect>> processes, Verdict verdict) {

        int crashes() {
            return processes.size() - 1;
        }
    }

    /** From the hour that is kept to the end. */
    static Lived live(Ground ground, Story story, Hour hour, Destiny destiny) {
        hour.rewind();
        return new Life(ground, story, destiny).live();
    }

    /** From here to the end, with nothing in the way. */
    static Lived goOn(Ground ground, Story story) {
        return new Life(ground, story, Destiny.deaths(story.name(), List.of())).live();
    }

    private Lived live() {
        ground.wires.begin(destiny.weather());
        story.begin();
        ground.throwsTheSameDice();
        beBorn();
        boolean ended = false;
        for (int round = 0; round < ROUNDS && !ended; round++) {
            ground.machine.pass(Duration.ofMillis(1));
            ended = !goesOn();
        }
        processes.add(ground.fate.effects());
        return new Lived(destiny, processes, story.verdict(ended));
    }

    private void beBorn() {
        if (!ground.driver().isDrained()) {
            // A thread that has just given its answer may still be putting its things away.
            Awaitility.await("nothing of the dead process is under way")
                    .atMost(PATIENCE)
                    .until(ground.driver()::isDrained);
        }
        Memory.forget(ground.world);
        ground.fate.begin(
                born < destiny.deaths().size() ? new Strike(destiny.deaths().get(born)) : Strike.NEVER);
        born++;
    }

    /** False when nothing will happen any more. */
    private boolean goesOn() {
        if (ground.fate.isDead()) {
            processes.add(ground.fate.effects());
            ground.machine.pass(destiny.pause());
            beBorn();
            return true;
        }
        if (ground.driver().step() || ground.fate.isDead()) {
            return true;
        }
        ground.town.work();
        ground.doorbell.quiet();
        story.others();
        if (ground.fate.isDead() || ground.driver().step() || ground.fate.isDead()) {
            return true;
        }
        Optional<Instant> next = ground.driver().next();
        next.ifPresent(ground.machine::set);
        return next.isPresent();
    }
}
