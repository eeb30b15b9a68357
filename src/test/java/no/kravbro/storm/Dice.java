package no.kravbro.storm;

/** Throws that depend on nothing but the seed and what they are thrown for, so that a storm can be had again. */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double STEPS = 1L << 53;

    private final long seed;

    Dice(long seed) {
        this.seed = seed;
    }

    long seed() {
        return seed;
    }

    /** From 0 to below 1; the same for the same things. */
    double of(Object... things) {
        long mixed = seed;
        for (Object thing : things) {
            mixed = mix(mixed + GOLDEN + thing.toString().hashCode());
        }
        return (mixed >>> 11) / STEPS;
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
