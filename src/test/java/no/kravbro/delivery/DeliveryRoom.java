package no.kravbro.delivery;

import java.util.ArrayList;
import java.util.List;
import no.kravbro.fakes.MutableClock;
import no.kravbro.fakes.TestDatabase;

/** The delivery room for tests of other rooms: wired by hand on a test database, claim states following deliveries. */
public final class DeliveryRoom {
    private final Post post;
    private final Claims claims;

    public DeliveryRoom(TestDatabase database, MutableClock clock) {
        this(database, clock, 10);
    }

    public DeliveryRoom(TestDatabase database, MutableClock clock, int batchSize) {
        this(database, clock, batchSize, List.of());
    }

    /** @param others consequences besides that claim states follow deliveries */
    public DeliveryRoom(TestDatabase database, MutableClock clock, int batchSize, List<Consequence> others) {
        List<Consequence> consequences = new ArrayList<>(others);
        consequences.add(new ClaimSubmitted(database.named(), clock, clock));
        this.post = new Post(database, clock, batchSize, consequences);
        this.claims = new Claims(database.named(), database.transaction(), post.outbox, clock);
    }

    public Deliveries deliveries() {
        return post.deliveries;
    }

    public Attempts attempts() {
        return post.attempts;
    }

    public Dispatch dispatch() {
        return post.dispatch;
    }

    public Transmissions transmissions() {
        return post.transmissions;
    }

    public Claims claims() {
        return claims;
    }

    /** One poll of one worker of a target. */
    public List<Work> works(String target, int limit) {
        return post.dispatch.works(post.claim(target, limit));
    }

    /** A pending claim of creditor {@code nordlys} at AutoCollect over NOK 10 000. */
    public void claim(String key, long invoiceId) {
        claims.create(
                List.of(new NewClaim(key, 1, "nordlys", invoiceId, "1" + invoiceId, "autocollect", 1_000_000, "{}")));
    }

    public long bookedPrincipal(String key) {
        return claims.find(key).orElseThrow().bookedPrincipalOre();
    }
}
