package no.kravbro.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.BeforeEach;

/** A far side that answers as told, and a consequence that notes what it was told. */
abstract class DeliveriesGround extends DatabaseTest {
    static final Outcome ACCEPTED = new Outcome.Accepted(Map.of("case", "5000014"));
    static final Outcome REJECTED = new Outcome.Rejected("INVALID_DATA", "postal code");
    static final Outcome NOT_SENT = new Outcome.NotSent("NO_CONNECTION", "refused");
    static final Outcome TIMEOUT = new Outcome.Unknown("TIMEOUT", "no answer in 30 s");

    final List<String> followed = new ArrayList<>();
    Post post;

    DeliveriesGround(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void wire() {
        followed.clear();
        post = new Post(database, clock, 10, List.of(new Follower()));
    }

    private final class Follower implements Consequence {

        @Override
        public boolean concerns(DeliveryKind kind) {
            return kind == DeliveryKind.SUBMIT_CLAIM;
        }

        @Override
        public void accepted(Delivery delivery, Outcome.Accepted outcome) {
            followed.add("accepted " + delivery.key() + " " + outcome.references());
            if (delivery.key().equals("poison")) {
                throw new IllegalArgumentException("consequence fails");
            }
        }

        @Override
        public void givenUp(GivenUp givenUp) {
            followed.add("given up " + givenUp.delivery().key());
        }

        @Override
        public void cancelled(Delivery delivery, String reason) {
            followed.add("cancelled " + delivery.key() + " " + reason);
        }

        @Override
        public void replaced(Delivery was, Delivery now) {
            followed.add("replaced " + was.submission() + " by " + now.submission());
        }
    }

    List<GivenUp> send(Outcome outcome) {
        var work = post.work();
        post.store(work);
        return post.deliveries.record(work, Map.of(work.members().get(0).id(), outcome));
    }

    List<GivenUp> answer(Outcome outcome) {
        return post.answer(post.work(), outcome);
    }
}
