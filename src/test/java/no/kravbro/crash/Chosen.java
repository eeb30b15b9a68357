package no.kravbro.crash;

import java.util.Arrays;
import java.util.List;

/** Which lives are lived: the usual ones, many more in the long run, or a single one that somebody wants to see again. */
final class Chosen {

    private static final int SEEDS = 400;
    private static final int SEEDS_LONG = 2_000;

    private final String life;
    private final Long seed;
    private final boolean many;

    private Chosen(String life, Long seed, boolean many) {
        this.life = life;
        this.seed = seed;
        this.many = many;
    }

    /** By {@code crash.life}, {@code crash.seed} and {@code test.long}; {@code crash.seeds} says how many seeds. */
    static Chosen bySettings() {
        return new Chosen(
                System.getProperty("crash.life"), Long.getLong("crash.seed"), Boolean.getBoolean("test.long"));
    }

    boolean isAll() {
        return life == null && seed == null;
    }

    void live(Trial trial, Story story) {
        int place = Stories.names().indexOf(story.name());
        int stories = Stories.names().size();
        if (life != null) {
            if (life.startsWith(story.name() + "@")) {
                trial.dies(effects(life));
            }
        } else if (seed != null) {
            if (seed % stories == place) {
                trial.seed(seed);
            }
        } else {
            trial.pairs(trial.points(), many);
            if (many) {
                trial.troubles();
            }
            int seeds = Integer.getInteger("crash.seeds", many ? SEEDS_LONG : SEEDS);
            for (long each = place; each < seeds; each += stories) {
                trial.seed(each);
            }
        }
    }

    private static List<Integer> effects(String life) {
        String numbers = life.substring(life.indexOf('@') + 1);
        return numbers.isEmpty()
                ? List.of()
                : Arrays.stream(numbers.split(",")).map(Integer::valueOf).toList();
    }
}
