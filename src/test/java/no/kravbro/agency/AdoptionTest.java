package no.kravbro.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Purpose;
import no.kravbro.delivery.Work;
import org.junit.jupiter.api.Test;

/** What they have already is ours only when an earlier transmission of the same submission proves it. */
class AdoptionTest {

    private static final Delivery FIRST = Works.claim(1, "310245674-1", "10001");
    private static final Delivery SECOND = Works.claim(2, "310245674-2", "10002");
    private static final Work WORK = Works.inquire("receipt", FIRST, SECOND);
    private static final Outcome EXISTS = new Outcome.Rejected("ALREADY_EXISTS", "there");
    private static final Outcome ACCEPTED = new Outcome.Accepted(Map.of("case", "5000014"));
    private static final Outcome MINE = new Outcome.Accepted(Map.of("case", "5000001"));

    private static Adoption adoption(String... sent) {
        return Adoption.of(WORK, Map.of(1L, EXISTS, 2L, ACCEPTED), member -> List.of(sent));
    }

    @Test
    void only_what_exists_and_went_out_before_is_asked_about() {
        Adoption adoption = adoption("t-0", WORK.transmissionId());
        assertThat(adoption.question().transmissionId()).isEqualTo("t-0");
        assertThat(adoption.question().members()).containsExactly(FIRST);
        assertThat(adoption.question().purpose()).isEqualTo(Purpose.INQUIRE);
        assertThat(adoption.question().receipt())
                .as("that of another transmission")
                .isNull();
        adoption.answered(Map.of(1L, MINE));
        assertThat(adoption.question()).isNull();
        assertThat(adoption.outcomes()).isEqualTo(Map.of(1L, MINE, 2L, ACCEPTED));
    }

    @Test
    void what_never_went_out_before_is_someone_elses() {
        Adoption adoption = adoption(WORK.transmissionId());
        assertThat(adoption.question()).isNull();
        assertThat(adoption.outcomes()).isEqualTo(Map.of(1L, EXISTS, 2L, ACCEPTED));
    }

    @Test
    void what_no_earlier_one_knows_is_someone_elses() {
        Adoption adoption = adoption("t-0", "t-00");
        adoption.answered(Map.of(1L, Outcome.NotSent.absent()));
        adoption.answered(Map.of(1L, new Outcome.Rejected("INVALID_DATA", "no")));
        assertThat(adoption.outcomes()).containsEntry(1L, EXISTS);
    }

    /** As an inquiry is read that finds none of several members of which one is said to exist. */
    @Test
    void absent_in_company_is_absent() {
        Adoption adoption = adoption("t-0");
        adoption.answered(Map.of(1L, Outcome.NotSent.refusedTogether("One of them is registered there already")));
        assertThat(adoption.question()).isNull();
        assertThat(adoption.outcomes()).containsEntry(1L, EXISTS);
    }

    @Test
    void one_of_several_earlier_ones_is_enough() {
        Adoption adoption = adoption("t-0", "t-00", "t-000");
        adoption.answered(Map.of(1L, new Outcome.Unknown("TIMEOUT", "no answer")));
        adoption.answered(Map.of(1L, MINE));
        adoption.answered(Map.of(1L, Outcome.NotSent.absent()));
        assertThat(adoption.outcomes()).containsEntry(1L, MINE);
    }

    @Test
    void an_earlier_one_that_is_open_leaves_it_unknown_under_its_own_receipt() {
        Adoption adoption = adoption("t-0", "t-00");
        adoption.answered(Map.of(1L, new Outcome.Unknown("HANDED_OVER", "still", "other-receipt")));
        adoption.answered(Map.of(1L, Outcome.NotSent.absent()));
        assertThat(adoption.outcomes()).containsEntry(1L, new Outcome.Unknown("ALREADY_EXISTS", "still", "receipt"));
    }

    @Test
    void a_question_that_was_not_asked_is_asked_again_and_a_closed_door_needs_a_person() {
        Adoption adoption = adoption("t-0");
        adoption.answered(Map.of(1L, new Outcome.NotSent("RATE_LIMITED", "429")));
        assertThat(adoption.outcomes()).containsEntry(1L, new Outcome.NotSent("ALREADY_EXISTS", "429"));
        Adoption other = adoption("t-0");
        other.answered(Map.of(1L, new Outcome.NotSent("NO_ACCESS", "403", null, true)));
        assertThat(other.outcomes()).containsEntry(1L, new Outcome.NotSent("NO_ACCESS", "403", null, true));
    }
}
