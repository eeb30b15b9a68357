package no.kravbro.crash;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts the effects of one process and ends it where a life wants it to end: from then on nothing of it gets out. What runs
 * at the same time waits for its turn, so the same life has the same effects.
 */
final class Fate {

    private final List<Effect> effects = new ArrayList<>();
    private final List<Runnable> atDeath = new ArrayList<>();
    private Strike strike = Strike.NEVER;
    private boolean dead;

    /** Something that changes the world outside. */
    @FunctionalInterface
    interface Act<T> {
        T happens() throws Exception;
    }

    /** To be done at every death. */
    void atDeath(Runnable last) {
        atDeath.add(last);
    }

    /** A new process, which dies when the strike says so. */
    synchronized void begin(Strike next) {
        strike = next;
        dead = false;
        effects.clear();
        if (next.before(0)) {
            die();
        }
    }

    /** The effect happens and is counted, and the process goes on, or not. */
    synchronized <T> T pass(Effect effect, Act<T> act) throws Exception {
        alive();
        T result;
        try {
            result = act.happens();
        } finally {
            effects.add(effect);
            if (strike.before(effects.size())) {
                die();
            }
        }
        alive();
        return result;
    }

    /** Throws when the process is dead. */
    synchronized void alive() {
        if (dead) {
            throw new Died();
        }
    }

    private void die() {
        dead = true;
        atDeath.forEach(Runnable::run);
    }

    synchronized boolean isDead() {
        return dead;
    }

    /** What this process has done so far. */
    synchronized List<Effect> effects() {
        return List.copyOf(effects);
    }

    synchronized int count() {
        return effects.size();
    }
}
