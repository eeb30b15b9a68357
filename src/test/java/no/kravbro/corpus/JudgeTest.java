package no.kravbro.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The judge of bad input itself: a case with the wrong words fails, and so does whatever tells too much. */
class JudgeTest {

    private final Judge judge = new Judge();

    private static Case expecting(String... words) {
        Side side = new Side(
                "a twin",
                List.of(words),
                Outcome.REFUSED,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                Map.of(),
                null,
                null);
        return new Case(Door.API, "twin", side, new byte[0]);
    }

    @Test
    void theRightWordsPass() {
        judge.judge(expecting("field 'day'"), "The settlement: field 'day' is missing", "12:00 INFO nothing");
    }

    @Test
    void otherWordsFail() {
        assertThatThrownBy(() -> judge.judge(expecting("field 'night'"), "The settlement: field 'day' is missing", ""))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> judge.judge(expecting(), "anything", "")).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for 01019012345",
                "for 010190 12345",
                "for 41019012345",
                "java.lang.IllegalStateException: x",
                "\tat no.kravbro.Kravbro.main(Kravbro.java:1)",
                "Bearer test-kravbro-consumer"
            })
    void whatTellsTooMuchFails(String told) {
        assertThatThrownBy(() -> judge.judge(expecting("for"), "for " + told, ""))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void theLogMayHoldATraceButNoPerson() {
        judge.judge(expecting("no"), "no", "java.lang.IllegalStateException: x");
        assertThatThrownBy(() -> judge.judge(expecting("no"), "no", "of 0101 90-12345 and 010190-12345"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void everyCaseSaysWhatMustBeSaidOfIt() {
        for (Door door : Door.values()) {
            assertThat(Case.of(door)).as(door.name()).allSatisfy(each -> {
                assertThat(each.side().words()).as(each.name()).isNotEmpty();
                assertThat(each.side().outcome()).as(each.name()).isNotNull();
            });
        }
    }
}
