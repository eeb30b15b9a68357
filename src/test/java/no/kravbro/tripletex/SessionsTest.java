package no.kravbro.tripletex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import no.kravbro.fakes.MutableClock;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private final MutableClock clock = MutableClock.at("2026-01-05T23:30:00+01:00");
    private final Sessions sessions = new Sessions(clock);
    private final List<LocalDate> asked = new ArrayList<>();

    private String authorization() {
        return sessions.authorization("nordlys", 4711, this::create);
    }

    private synchronized String create(LocalDate expires) {
        asked.add(expires);
        return "token-" + asked.size();
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void one_session_serves_the_whole_oslo_day() {
        assertThat(authorization()).isEqualTo(basic("4711:token-1"));
        clock.advance(Duration.ofMinutes(29));
        assertThat(authorization()).isEqualTo(basic("4711:token-1"));
        assertThat(asked).containsExactly(LocalDate.of(2026, 1, 7));
    }

    @Test
    void a_new_oslo_day_has_a_new_session_long_before_the_old_one_dies() {
        authorization();
        clock.advance(Duration.ofMinutes(31));
        assertThat(authorization()).isEqualTo(basic("4711:token-2"));
        assertThat(asked).containsExactly(LocalDate.of(2026, 1, 7), LocalDate.of(2026, 1, 8));
    }

    @Test
    void a_refused_session_is_renewed_once_however_many_were_refused_with_it() {
        String first = authorization();
        sessions.refused("nordlys", first);
        String second = authorization();
        sessions.refused("nordlys", first);
        assertThat(authorization()).isEqualTo(second).isNotEqualTo(first);
        assertThat(asked).hasSize(2);
    }

    @Test
    void every_creditor_has_its_own() {
        authorization();
        assertThat(sessions.authorization("fjell", 0, this::create)).isEqualTo(basic("0:token-2"));
    }

    @Test
    void a_failed_creation_is_not_remembered() {
        assertThatThrownBy(() -> sessions.authorization("nordlys", 0, day -> {
                    throw new IllegalStateException("down");
                }))
                .hasMessage("down");
        assertThat(authorization()).isEqualTo(basic("4711:token-1"));
    }

    @Test
    void many_callers_at_once_make_one_session() throws Exception {
        AtomicInteger created = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                all.add(pool.submit(
                        () -> sessions.authorization("nordlys", 0, day -> "token-" + created.incrementAndGet())));
            }
            for (Future<String> each : all) {
                assertThat(each.get()).isEqualTo(basic("0:token-1"));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void the_token_is_read_from_the_answer() {
        assertThat(Sessions.token("{\"value\":{\"id\":1,\"token\":\"abc\"}}")).isEqualTo("abc");
        assertThatThrownBy(() -> Sessions.token("{\"value\":{\"id\":1}}")).isInstanceOf(MalformedAnswer.class);
        assertThatThrownBy(() -> Sessions.token("<html>")).isInstanceOf(MalformedAnswer.class);
    }
}
