package no.kravbro.flows;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import no.kravbro.agency.Action;
import no.kravbro.agency.Capabilities.Permission;
import no.kravbro.claim.DisputeOutcome;
import no.kravbro.delivery.Attempts;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.transfer.instruct.Instructions;
import no.kravbro.transfer.instruct.Wanted;
import org.awaitility.Awaitility;

/** What the creditor wants done with a claim that an agency has, and what became of it. */
public final class Instructing {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final World world;
    private final Journey claim;

    public Instructing(World world, Journey claim) {
        this.world = world;
        this.claim = claim;
    }

    public String key() {
        return claim.key();
    }

    public ClaimRow row() {
        return world.bean(Claims.class).find(key()).orElseThrow();
    }

    public Instructions rules() {
        return world.bean(Instructions.class);
    }

    public Permission permission(Action action) {
        return rules().permission(row(), action);
    }

    /** @return our name of it */
    public String order(Wanted wanted) {
        String id = "ins-" + UUID.randomUUID();
        rules().order(row(), wanted, id);
        return id;
    }

    public Instructing wants(Action action) {
        order(wanted(action));
        return this;
    }

    /** Something sound of each kind. */
    public Wanted wanted(Action action) {
        return switch (action) {
            case NEW_DUE_DATE ->
                new Wanted(action, null, world.town().clock().today().plusDays(30), null, null, null, null, List.of());
            case ANSWER_DISPUTE ->
                new Wanted(
                        action,
                        "Pakkseddelen er signert.",
                        null,
                        null,
                        "q-1",
                        DisputeOutcome.CLAIM_UPHELD,
                        null,
                        List.of());
            case WITHDRAW -> new Wanted(action, "Sendt til feil kunde.", null, null, null, null, 0L, List.of());
            default -> Wanted.of(action, "Avklarer levering med kunden.");
        };
    }

    /** All that was ordered has come to an end, and so has a reading of the cases that began before and tells what was so then. */
    public Instructing end() {
        await("all instructions ended", () -> orders().stream()
                .allMatch(each -> each.state().settled() || each.state() == DeliveryState.DEAD));
        return await(
                "no reading of before",
                () -> world.count("select count(*) from schedule where job = 'CASES' and holder is not null") == 0);
    }

    /** The newest one has been turned away and waits for its time, which does not pass. */
    public Instructing waits() {
        Awaitility.await("wait of an instruction of " + key())
                .atMost(PATIENCE)
                .until(() -> orders().get(orders().size() - 1).state() == DeliveryState.WAITING);
        return this;
    }

    public Instructing await(String what, Callable<Boolean> holds) {
        Awaitility.await(what + " " + key())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(30))
                .until(() -> {
                    world.agencyWorks();
                    world.hurry();
                    return holds.call();
                });
        return this;
    }

    public List<Delivery> orders() {
        return world.bean(Deliveries.class).ofClaim(key()).stream()
                .filter(each -> each.kind() == DeliveryKind.INSTRUCT)
                .toList();
    }

    /** State and cause of each, oldest first. */
    public List<String> ends() {
        return orders().stream()
                .map(each -> each.state() + (each.cause() == null ? "" : " " + each.cause()))
                .toList();
    }

    /** Every exchange with the agency about the newest one. */
    public List<String> attempts() {
        List<Delivery> all = orders();
        return world.bean(Attempts.class).of(all.get(all.size() - 1).id()).stream()
                .map(attempt -> attempt.purpose() + " " + attempt.outcome())
                .toList();
    }

    public List<String> timeline() {
        return claim.timeline();
    }
}
