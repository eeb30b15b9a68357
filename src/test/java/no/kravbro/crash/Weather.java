package no.kravbro.crash;

import java.util.Random;

/** Which calls of a life meet trouble. Calls are counted over all its processes. */
@FunctionalInterface
interface Weather {

    Weather FAIR = (number, call) -> null;

    /** The trouble of this call, or null. @param number of the call in this life, from 0 */
    Trouble strikes(int number, String call);

    /** One call of a life. */
    static Weather once(int which, Trouble trouble) {
        return (number, call) -> number == which ? trouble : null;
    }

    /** So many calls of a hundred, while the life is young. */
    static Weather stormy(Random random, int percent, int calls) {
        return (number, call) -> {
            int dice = random.nextInt(100);
            Trouble trouble = Trouble.values()[random.nextInt(Trouble.values().length)];
            return dice < percent && number < calls ? trouble : null;
        };
    }
}
