package no.kravbro.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {

    private final SandboxClock machine = new SandboxClock(Instant.EPOCH, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    private final Store store = new Store(null);
    private final Faults faults = new Faults(1);
    private final List<String> received = new ArrayList<>();
    private final SandboxServer product = new SandboxServer("product", this::take, 0, faults, new CallLog()).start();
    private final Webhooks webhooks =
            new Webhooks("far", store, faults, machine, letter -> Map.of("X-Id", letter.id()));

    @AfterEach
    void stop() {
        product.stop();
    }

    private Reply take(Call call) {
        received.add(call.headers().get("x-id"));
        return Reply.empty(204);
    }

    @Test
    void sendsInOrderOnce() {
        post("1", "2", "3");
        webhooks.deliver();
        webhooks.deliver();
        assertThat(received).containsExactly("1", "2", "3");
    }

    @Test
    void losesDoublesAndOvertakesOnDemand() {
        faults.plan("far", Fault.next(FaultKind.WEBHOOK_NEVER, 1));
        post("lost");
        faults.plan("far", Fault.next(FaultKind.WEBHOOK_DUPLICATE, 1));
        post("twice");
        faults.plan("far", Fault.next(FaultKind.WEBHOOK_OUT_OF_ORDER, 1));
        post("late");
        webhooks.deliver();
        assertThat(received).containsExactly("twice", "twice");
        post("next");
        webhooks.deliver();
        assertThat(received).containsExactly("twice", "twice", "next", "late");
    }

    @Test
    void triesAgainWithGrowingPausesAndGivesUp() {
        faults.plan("product", Fault.next(FaultKind.UNAVAILABLE_503, 1));
        post("1");
        webhooks.deliver();
        webhooks.deliver();
        assertThat(webhooks.log().total()).isEqualTo(1);
        machine.advance(Duration.ofSeconds(1));
        webhooks.deliver();
        assertThat(received).containsExactly("1");

        faults.plan("product", Fault.next(FaultKind.ERROR_500_BEFORE, 0));
        post("2");
        for (int i = 0; i < 12; i++) {
            webhooks.deliver();
            machine.advance(Duration.ofHours(1));
        }
        assertThat(webhooks.log().total()).isEqualTo(2 + 8);
        assertThat(webhooks.waiting()).isEmpty();
    }

    private void post(String... ids) {
        for (String id : ids) {
            webhooks.post(id, "EVENT", product.baseUrl() + "/webhooks/far", "{}");
        }
    }
}
