package no.kravbro.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How a life goes.
 *
 * @param name how to live this one alone
 * @param deaths after how many effects each of its processes dies; the one after these lives on
 * @param weather which calls meet trouble
 * @param pause how long it takes until the next process is started
 */
record Destiny(String name, List<Integer> deaths, Weather weather, Duration pause) {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final List<Duration> PAUSES =
            List.of(SOON, Duration.ofMinutes(1), Duration.ofMinutes(3), Duration.ofMinutes(11), Duration.ofMinutes(40));
    private static final int MOST_DEATHS = 4;
    private static final int STORMY_CALLS = 10;

    /** Dies after so many effects, again and again, in fair weather. */
    static Destiny deaths(String story, List<Integer> deaths) {
        String text = deaths.toString().replaceAll("[\\[\\] ]", "");
        return new Destiny("-Dcrash.life=" + story + "@" + text, deaths, Weather.FAIR, SOON);
    }

    /** One call meets trouble, and the process dies once or never. */
    static Destiny trouble(String story, int call, Trouble trouble, List<Integer> deaths) {
        String name = "call " + call + " of " + story + " meets " + trouble + ", deaths " + deaths;
        return new Destiny(name, deaths, Weather.once(call, trouble), SOON);
    }

    /** Whatever the dice say. @param effects how many a faultless life has */
    static Destiny seeded(long seed, int effects) {
        Random random = new Random(seed);
        List<Integer> deaths = new ArrayList<>();
        for (int left = 1 + random.nextInt(MOST_DEATHS); left > 0; left--) {
            deaths.add(random.nextInt(effects + 1));
        }
        int percent = random.nextBoolean() ? 0 : 10 + random.nextInt(30);
        Duration pause = PAUSES.get(random.nextInt(PAUSES.size()));
        return new Destiny("-Dcrash.seed=" + seed, deaths, Weather.stormy(random, percent, STORMY_CALLS), pause);
    }

    boolean isFair() {
        return weather == Weather.FAIR;
    }
}
