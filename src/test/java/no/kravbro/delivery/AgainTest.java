package no.kravbro.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;

class AgainTest {

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void whatTheDatabaseGaveUpIsDoneAgain() {
        String done = Again.whenGivenUp(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new CannotAcquireLockException("deadlock");
            }
            return "done";
        });
        assertThat(done).isEqualTo("done");
        assertThat(tries).hasValue(3);
    }

    @Test
    void notForEver() {
        assertThatThrownBy(() -> Again.whenGivenUp(() -> {
                    tries.incrementAndGet();
                    throw new CannotAcquireLockException("deadlock");
                }))
                .isInstanceOf(CannotAcquireLockException.class);
        assertThat(tries).hasValue(5);
    }

    @Test
    void anyOtherFailureIsNotRepeated() {
        assertThatThrownBy(() -> Again.whenGivenUp(() -> {
                    tries.incrementAndGet();
                    throw new DuplicateKeyException("there already");
                }))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void theLastTryCounts() {
        assertThat(Again.whenGivenUp(() -> {
                    if (tries.incrementAndGet() < 5) {
                        throw new CannotAcquireLockException("deadlock");
                    }
                    return "done";
                }))
                .isEqualTo("done");
    }
}
