package no.kravbro.sandbox.kk2;

import java.time.Clock;
import java.util.List;

/**
 * How one simulated KK2 is set up.
 *
 * @param creditors organisation numbers of the creditors that the client may speak for
 * @param seed decides how debtors behave
 * @param machine time of tokens
 */
public record Kk2Settings(List<String> creditors, String clientId, String clientSecret, long seed, Clock machine) {

    /** The contract's creditor and its test credentials. */
    public static Kk2Settings story() {
        return new Kk2Settings(List.of("310245674"), "nordlys-elektro", "not-a-secret", 1, Clock.systemUTC());
    }

    public Kk2Settings forCreditors(List<String> numbers) {
        return new Kk2Settings(numbers, clientId, clientSecret, seed, machine);
    }

    public Kk2Settings withSeed(long other) {
        return new Kk2Settings(creditors, clientId, clientSecret, other, machine);
    }

    public Kk2Settings clock(Clock other) {
        return new Kk2Settings(creditors, clientId, clientSecret, seed, other);
    }
}
