package no.kravbro.sigkill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import no.kravbro.sandbox.Onlooker.Stage;

/**
 * Which call the product is to die at, and when: the first of some kinds to come, and after a moment any, so that no cycle waits
 * for a rare one.
 */
final class Aim {

    private static final int KINDS = 6;
    private static final int SKIPPED = 3;
    /** Milliseconds after an answer: within them it is read, judged and written down. */
    private static final List<Integer> SWEEP = List.of(0, 1, 2, 3, 5, 8, 12, 20, 30, 50);
    /** Milliseconds after the first call: most of what a start finds to do is done within two seconds. */
    private static final List<Integer> PATIENCE = List.of(100, 400, 1_000, 2_000);

    private final Set<String> kinds;
    private final Stage stage;
    private final Duration afterwards;
    private final Duration patience;
    private final AtomicInteger skip;

    private Aim(Set<String> kinds, Stage stage, int afterwards, int patience, int skip) {
        this.kinds = kinds;
        this.stage = stage;
        this.afterwards = Duration.ofMillis(afterwards);
        this.patience = Duration.ofMillis(patience);
        this.skip = new AtomicInteger(skip);
    }

    /** Kinds that were struck least so far come first. @param known kinds that have been seen */
    static Aim choose(Random random, Set<String> known, Map<String, Integer> struck) {
        List<String> all = new ArrayList<>(known);
        Collections.shuffle(all, random);
        all.sort(Comparator.comparing(kind -> struck.getOrDefault(kind, 0)));
        Stage[] stages = {Stage.ARRIVED, Stage.PROCESSED, Stage.ANSWERED, Stage.ANSWERED};
        return new Aim(
                new HashSet<>(all.subList(0, Math.min(KINDS, all.size()))),
                stages[random.nextInt(stages.length)],
                SWEEP.get(random.nextInt(SWEEP.size())),
                PATIENCE.get(random.nextInt(PATIENCE.size())),
                random.nextInt(SKIPPED));
    }

    /** Any call, but the first few. */
    static Aim any(Random random) {
        Stage[] stages = {Stage.ARRIVED, Stage.PROCESSED, Stage.ANSWERED};
        return new Aim(
                Set.of(),
                stages[random.nextInt(stages.length)],
                SWEEP.get(random.nextInt(SWEEP.size())),
                -1,
                random.nextInt(SKIPPED));
    }

    /** @param since how long ago the product called for the first time */
    boolean hits(String kind, Stage now, Duration since) {
        boolean any = since.compareTo(patience) > 0;
        return now == stageOf(kind) && (any && worth(kind) || kinds.contains(kind)) && skip.getAndDecrement() <= 0;
    }

    /** Each start begins with asking for access: it gets its turn, but no more. */
    private static boolean worth(String kind) {
        return !kind.contains("token");
    }

    /** A file operation has no moment after its answer that could be seen; an event is answered by the product itself. */
    private Stage stageOf(String kind) {
        if (kind.startsWith("ecpay")) {
            return stage == Stage.ANSWERED ? Stage.PROCESSED : stage;
        }
        return kind.startsWith("webhook") && stage == Stage.PROCESSED ? Stage.ARRIVED : stage;
    }

    Duration delay(String kind, Stage now) {
        boolean under = kind.startsWith("webhook") && now == Stage.ARRIVED;
        return under || stage == Stage.ANSWERED ? afterwards : Duration.ZERO;
    }
}
