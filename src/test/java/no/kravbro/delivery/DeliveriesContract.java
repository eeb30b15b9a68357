package no.kravbro.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class DeliveriesContract extends DatabaseTest {
    private static final Outcome ACCEPTED = new Outcome.Accepted(Map.of("case", "5000014"));
    private Post post;

    DeliveriesContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void wire() {
        post = new Post(database, clock, 10, List.of());
    }

    @Test
    void acceptedIsDone() {
        var id = post.add("autocollect", "nordlys", "1");
        var work = post.work();
        post.transmissions.store(work, "{}".getBytes(StandardCharsets.UTF_8), "application/json");
        var givenUp = post.deliveries.record(work, Map.of(id, ACCEPTED));
        assertThat(givenUp).isEmpty();
        assertThat(post.get(id).state()).isEqualTo(DeliveryState.DONE);
        assertThat(post.attempts.of(id)).hasSize(1);
        assertThat(post.works(10)).isEmpty();
    }
}
