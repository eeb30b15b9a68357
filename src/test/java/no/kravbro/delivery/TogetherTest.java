package no.kravbro.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Test;

class TogetherTest extends DeliveriesGround {

    TogetherTest() {
        super(TestDatabases.H2);
    }

    /** Works of one claim, one for each key. */
    private List<Work> claimed(String... keys) {
        for (int i = 0; i < keys.length; i++) {
            post.add("autocollect", i == 0 ? "nordlys" : "fjell", keys[i]);
        }
        var works = post.works(10);
        works.forEach(post::store);
        return works;
    }

    private static Result accepted(Work work) {
        return new Result(work, work.ids().stream().collect(Collectors.toMap(id -> id, id -> ACCEPTED)), Run.NONE);
    }

    private Map<DeliveryState, Long> counts() {
        return post.deliveries.counts();
    }

    @Test
    void worksOfAClaimAreRecordedWhenItEnds() {
        var works = claimed("one", "two");
        var together = new Together(post.deliveries, clock);
        together.begin(works.get(0).holder());

        works.forEach(work -> assertThat(together.record(accepted(work))).isEmpty());
        assertThat(counts()).containsOnly(Map.entry(DeliveryState.IN_FLIGHT, 2L));
        together.end(works.get(0).holder());

        assertThat(counts()).containsOnly(Map.entry(DeliveryState.DONE, 2L));
        assertThat(followed).hasSize(2);
    }

    @Test
    void nothingIsHeldForLong() {
        var works = claimed("one", "two");
        var together = new Together(post.deliveries, clock);
        together.begin(works.get(0).holder());
        together.record(accepted(works.get(0)));
        clock.advance(Duration.ofSeconds(1));

        together.record(accepted(works.get(1)));

        assertThat(counts()).containsOnly(Map.entry(DeliveryState.DONE, 2L));
    }

    @Test
    void whatCannotBeWrittenDownTakesNoOtherWithIt() {
        var works = claimed("poison", "two");
        var together = new Together(post.deliveries, clock);
        together.begin(works.get(0).holder());
        works.forEach(work -> together.record(accepted(work)));

        together.end(works.get(0).holder());

        assertThat(counts()).containsOnly(Map.entry(DeliveryState.DONE, 1L), Map.entry(DeliveryState.UNKNOWN, 1L));
    }

    @Test
    void aWorkOfNoClaimUnderWayIsRecordedAtOnce() {
        var works = claimed("one");

        new Together(post.deliveries, clock).record(accepted(works.get(0)));

        assertThat(counts()).containsOnly(Map.entry(DeliveryState.DONE, 1L));
    }

    private static Result rejected(Work work) {
        return new Result(work, work.ids().stream().collect(Collectors.toMap(id -> id, id -> REJECTED)), Run.NONE);
    }

    /** A work of a claim that somebody else holds: it counts, and nothing of it is recorded. */
    private static Result ofAnother(Work like, int members) {
        var one = like.members().get(0);
        var work = new Work(
                "t-other",
                true,
                like.kind(),
                like.purpose(),
                like.target(),
                like.creditorId(),
                null,
                like.holder(),
                java.util.stream.LongStream.rangeClosed(1, members)
                        .mapToObj(id -> new Delivery(
                                -id,
                                one.kind(),
                                "k" + id,
                                1,
                                one.target(),
                                "k" + id,
                                one.creditorId(),
                                "k" + id,
                                "{}",
                                1,
                                DeliveryState.IN_FLIGHT,
                                Purpose.SEND,
                                0,
                                0,
                                0,
                                "t-other",
                                null))
                        .toList());
        return new Result(work, Map.of(), Run.NONE);
    }

    @Test
    void whatIsGivenUpIsToldByWhomeverRecordsIt() {
        var works = claimed("one", "two");
        var together = new Together(post.deliveries, clock);
        together.begin(works.get(0).holder());
        assertThat(together.record(rejected(works.get(0)))).isEmpty();
        assertThat(together.end(works.get(0).holder()))
                .extracting(each -> each.delivery().key())
                .containsExactly("one");
        assertThat(together.end(works.get(0).holder())).isEmpty();
        assertThat(together.record(rejected(works.get(1))))
                .extracting(each -> each.delivery().key())
                .containsExactly("two");
    }

    @Test
    void whatIsRecordedAloneTellsWhatIsGivenUpToo() {
        var works = claimed("poison", "two");
        var together = new Together(post.deliveries, clock);
        together.begin(works.get(0).holder());
        together.record(accepted(works.get(0)));
        together.record(rejected(works.get(1)));
        assertThat(together.end(works.get(0).holder()))
                .extracting(each -> each.delivery().key())
                .containsExactly("two");
        var poison = works.get(0).members().get(0).id();
        assertThat(post.column(poison, "cause")).isEqualTo("UNEXPECTED");
        assertThat(post.column(poison, "detail")).isEqualTo("consequence fails");
    }

    @Test
    void aThousandAreEnough() {
        var works = claimed("one");
        var together = new Together(post.deliveries, clock);
        together.begin(works.get(0).holder());
        together.record(accepted(works.get(0)));
        together.record(ofAnother(works.get(0), 998));
        assertThat(counts()).containsOnly(Map.entry(DeliveryState.IN_FLIGHT, 1L));
        together.record(ofAnother(works.get(0), 1));
        assertThat(counts()).containsOnly(Map.entry(DeliveryState.DONE, 1L));
    }
}
