package no.kravbro.sandbox.autocollect;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How one simulated AutoCollect is set up.
 *
 * @param webhookUrl where events go, or null for nowhere
 * @param webhookSecret base64
 * @param batchDelay machine time a batch stays QUEUED when the heartbeat runs; tests call {@code processBatches}
 * @param settlementDays evenings (23:00) on which everything received is settled
 * @param seed decides how debtors behave
 * @param machine time of batches and of events' retries
 * @param signing time that events are signed with
 */
public record AutoCollectSettings(
        List<Organization> organizations,
        String clientId,
        String clientSecret,
        String webhookUrl,
        String webhookSecret,
        String bankAccount,
        Duration batchDelay,
        Set<DayOfWeek> settlementDays,
        long seed,
        Clock machine,
        Clock signing) {

    /** The contract's story: one creditor, its test credentials and secret, settlement on Fridays, no events. */
    public static AutoCollectSettings story() {
        return new AutoCollectSettings(
                List.of(Organization.NORDLYS),
                "kravbro-test",
                "not-a-secret",
                null,
                "a3JhdmJyby13ZWJob29rLXRlc3Qtc2VjcmV0LTAwMDE=",
                "99990123450",
                Duration.ofSeconds(2),
                Set.of(DayOfWeek.FRIDAY),
                1,
                Clock.systemUTC(),
                Clock.systemUTC());
    }

    public AutoCollectSettings webhooksTo(String url) {
        return new AutoCollectSettings(
                organizations,
                clientId,
                clientSecret,
                url,
                webhookSecret,
                bankAccount,
                batchDelay,
                settlementDays,
                seed,
                machine,
                signing);
    }

    public AutoCollectSettings settlingOn(Set<DayOfWeek> days) {
        return new AutoCollectSettings(
                organizations,
                clientId,
                clientSecret,
                webhookUrl,
                webhookSecret,
                bankAccount,
                batchDelay,
                days,
                seed,
                machine,
                signing);
    }

    public AutoCollectSettings withSeed(long other) {
        return new AutoCollectSettings(
                organizations,
                clientId,
                clientSecret,
                webhookUrl,
                webhookSecret,
                bankAccount,
                batchDelay,
                settlementDays,
                other,
                machine,
                signing);
    }

    public AutoCollectSettings forCreditors(List<Organization> some) {
        return new AutoCollectSettings(
                some,
                clientId,
                clientSecret,
                webhookUrl,
                webhookSecret,
                bankAccount,
                batchDelay,
                settlementDays,
                seed,
                machine,
                signing);
    }

    /** @param machineTime for batches and retries; @param signingTime for the signature's {@code t} */
    public AutoCollectSettings clocks(Clock machineTime, Clock signingTime) {
        return new AutoCollectSettings(
                organizations,
                clientId,
                clientSecret,
                webhookUrl,
                webhookSecret,
                bankAccount,
                batchDelay,
                settlementDays,
                seed,
                machineTime,
                signingTime);
    }
}
