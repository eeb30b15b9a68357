package no.kravbro.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class RefusedTogetherContract extends DatabaseTest {
    private Post post;

    RefusedTogetherContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void wire() {
        post = new Post(database, clock, 3, List.of());
    }

    private List<Long> add(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> post.add("autocollect", "nordlys", "claim-" + number))
                .toList();
    }

    /** Whatever else waits, each of them goes in a transmission of its own, and for good from then on. */
    @Test
    void whatWasRefusedTogetherGoesAlone() {
        var ids = add(3);
        var first = post.work();
        post.store(first);
        assertThat(post.answer(first, Outcome.NotSent.refusedTogether("400"))).isEmpty();
        post.add("autocollect", "nordlys", "newcomer");
        clock.advance(Duration.ofSeconds(10));
        var works = post.works(100);
        assertThat(works).hasSize(4).allSatisfy(work -> {
            assertThat(work.members()).hasSize(1);
            assertThat(work.stored()).isFalse();
            assertThat(work.purpose()).isEqualTo(Purpose.SEND);
        });
        assertThat(works)
                .extracting(Work::transmissionId)
                .doesNotHaveDuplicates()
                .doesNotContain(first.transmissionId());
        assertThat(post.get(ids.get(0)).submission()).isEqualTo(1);
    }

    @Test
    void anInquiryMayFindThatToo() {
        add(2);
        var first = post.work();
        post.store(first);
        post.answer(first, new Outcome.Unknown("ALREADY_EXISTS", "409"));
        clock.advance(Duration.ofSeconds(20));
        var question = post.work();
        assertThat(question.purpose()).isEqualTo(Purpose.INQUIRE);
        assertThat(post.answer(question, Outcome.NotSent.refusedTogether("409")))
                .isEmpty();
        clock.advance(Duration.ofSeconds(10));
        assertThat(post.works(100)).hasSize(2).allSatisfy(work -> assertThat(work.purpose())
                .isEqualTo(Purpose.SEND));
    }

    @Test
    void itIsNoReasonToGiveUp() {
        var id = add(1).get(0);
        for (int attempt = 1; attempt <= Post.POLICY.maxAttempts(); attempt++) {
            var work = post.work();
            assertThat(post.answer(work, Outcome.NotSent.refusedTogether("400")))
                    .isEmpty();
            clock.advance(Duration.ofMinutes(10));
        }
        assertThat(post.get(id).state()).isEqualTo(DeliveryState.WAITING);
    }
}
