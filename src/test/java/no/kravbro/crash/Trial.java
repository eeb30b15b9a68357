package no.kravbro.crash;

import java.util.ArrayList;
import java.util.List;

/** Lives a story through in every way there is: each point, each pair of points, each call in each trouble, and by seeds. */
final class Trial {

    private static final int MOST_ATTEMPTS = 5;

    private final Ground ground;
    private final Story story;
    private final Hour hour;
    private final Tally tally;
    private final List<Effect> faultless;
    private final int calls;

    /** Prepares the story and lives it without a fault. */
    Trial(Ground ground, Story story) {
        this.ground = ground;
        this.story = story;
        story.prepare();
        this.hour = new Hour(ground);
        hour.keep();
        this.tally = new Tally(story);
        this.faultless = faultless();
        this.calls = ground.wires.calls();
    }

    /** Twice the same: else nobody could say which point is struck. An event that a busy machine is slow to take comes again. */
    private List<Effect> faultless() {
        List<Effect> before = List.of();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            List<Effect> effects = live(Destiny.deaths(story.name(), List.of()), List.of())
                    .processes()
                    .get(0);
            if (effects.equals(before)) {
                return effects;
            }
            before = effects;
        }
        throw new IllegalStateException(story + " is never lived twice in the same way");
    }

    Tally tally() {
        return tally;
    }

    List<Effect> effects() {
        return faultless;
    }

    private Life.Lived live(Destiny destiny, List<Effect> first) {
        Life.Lived lived = Life.live(ground, story, hour, destiny);
        tally.add(lived, first);
        return lived;
    }

    /** The process dies before the first effect, and after each. @return what each second process did */
    List<List<Effect>> points() {
        List<List<Effect>> seconds = new ArrayList<>();
        for (int effects = 0; effects <= faultless.size(); effects++) {
            seconds.add(dies(List.of(effects)).processes().get(1));
            tally.singles++;
        }
        return seconds;
    }

    Life.Lived dies(List<Integer> deaths) {
        return live(Destiny.deaths(story.name(), deaths), faultless);
    }

    /**
     * The second process dies too, after each of its effects. Where nothing lasting happened between two points, nobody can
     * tell them apart, and one stands for both.
     *
     * @param all also where the second process has recovered, that is, does from there on what a faultless one does: these
     *     points are single ones over again
     */
    void pairs(List<List<Effect>> seconds, boolean all) {
        for (int first = 0; first <= faultless.size(); first++) {
            if (first > 0 && !faultless.get(first - 1).durable()) {
                continue;
            }
            List<Effect> second = seconds.get(first);
            int end = all ? second.size() : recovered(second);
            for (int effects = 1; effects <= end; effects++) {
                if (second.get(effects - 1).durable()) {
                    dies(List.of(first, effects));
                    tally.pairs++;
                }
            }
        }
    }

    /** After how many effects the rest is how a faultless life ends. */
    private int recovered(List<Effect> second) {
        int same = 0;
        while (same < Math.min(second.size(), faultless.size())
                && second.get(second.size() - 1 - same).equals(faultless.get(faultless.size() - 1 - same))) {
            same++;
        }
        return second.size() - same;
    }

    /** Every call meets every trouble, alone, and with an end of the process at each point of that life. */
    void troubles() {
        for (int call = 0; call < calls; call++) {
            for (Trouble trouble : Trouble.values()) {
                int effects = troubled(call, trouble, List.of());
                for (int end = 0; end <= effects; end++) {
                    troubled(call, trouble, List.of(end));
                }
            }
        }
    }

    /** @return how many effects the first process had */
    private int troubled(int call, Trouble trouble, List<Integer> deaths) {
        Life.Lived lived = live(Destiny.trouble(story.name(), call, trouble, deaths), faultless);
        tally.troubled++;
        return lived.processes().get(0).size();
    }

    void seed(long seed) {
        live(Destiny.seeded(seed, faultless.size()), faultless);
        tally.seeds++;
    }

    /** The story is over for good; the next one begins where it ends. */
    void end() {
        Life.live(ground, story, hour, Destiny.deaths(story.name(), List.of()));
    }
}
