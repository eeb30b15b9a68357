package no.kravbro.sandbox.bahs;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * How one simulated BAHS is set up.
 *
 * @param operationDelay machine time an operation stays UNDER_ARBEID when time passes by itself
 * @param seed decides how debtors behave
 * @param machine what tokens' times are held against
 */
public record BahsSettings(List<User> users, Duration operationDelay, long seed, Clock machine) {

    /** @param creditors organisation numbers that the user serves */
    public record User(String name, String password, List<String> creditors) {}

    /** The contract's creditor, its user and test password. */
    public static BahsSettings story() {
        return new BahsSettings(
                List.of(new User("nordlys-elektro", "prove-passord", List.of("310245674"))),
                Duration.ofSeconds(2),
                1,
                Clock.systemUTC());
    }

    public BahsSettings withUsers(List<User> some) {
        return new BahsSettings(some, operationDelay, seed, machine);
    }

    public BahsSettings withSeed(long other) {
        return new BahsSettings(users, operationDelay, other, machine);
    }

    public BahsSettings withMachine(Clock other) {
        return new BahsSettings(users, operationDelay, seed, other);
    }
}
