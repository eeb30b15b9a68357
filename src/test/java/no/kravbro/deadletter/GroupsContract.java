package no.kravbro.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Purpose;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.MutableClock;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many letters: by cause, with what is at stake and by when, and found by what a person knows of one. */
abstract class GroupsContract extends DatabaseTest {

    private static final Outcome REFUSED =
            new Outcome.Rejected("INVALID_DATA", "field PostalCode is missing, 01019012345");
    private static final Outcome NO_RIGHT = new Outcome.NotSent("NO_ACCESS", "HTTP 403", null, true);

    private Morgue morgue;

    GroupsContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void wire() {
        morgue = new Morgue(database, clock);
    }

    @AfterEach
    void unwire() {
        morgue.close();
    }

    @Test
    @DisplayName("failures with the same fix stand in one group, others never")
    void groups() {
        bury("310245674-1", REFUSED);
        bury("310245674-2", REFUSED);
        DeadLetter other = bury("310245674-3", NO_RIGHT);
        List<LetterGroup> groups = morgue.groups.list(LetterFilter.OPEN);
        assertThat(groups).extracting(LetterGroup::cause).containsExactly(Cause.NO_ACCESS, Cause.INVALID_DATA);
        assertThat(groups.get(1)).satisfies(group -> {
            assertThat(group.open()).isEqualTo(2);
            assertThat(group.amountOre()).isEqualTo(2_000_000);
            assertThat(group.owner()).isEqualTo(Owner.CREDITOR);
            assertThat(group.deadline()).isEqualTo(new Deadline(java.time.LocalDate.of(2026, 1, 12), 5));
        });
        morgue.actions.retry(other.id(), "kari");
        assertThat(morgue.groups.find(other.fingerprint())).get().satisfies(group -> {
            assertThat(group.open()).isZero();
            assertThat(group.retrying()).isEqualTo(1);
            assertThat(group.letters()).isEqualTo(1);
        });
    }

    @Test
    @DisplayName("age is told against a deadline in Norwegian working days, also over Easter")
    void deadline() {
        clock.set(MutableClock.at("2026-03-31T08:00:00+02:00").instant());
        bury("310245674-1", NO_RIGHT);
        clock.set(MutableClock.at("2026-04-10T08:00:00+02:00").instant());
        assertThat(morgue.groups.list(LetterFilter.OPEN))
                .singleElement()
                .extracting(LetterGroup::deadline)
                .isEqualTo(new Deadline(java.time.LocalDate.of(2026, 4, 8), -2));
    }

    @Test
    @DisplayName("a letter is found by invoice, KID, customer, case and the words of its error")
    void search() {
        DeadLetter letter = bury("310245674-1", REFUSED);
        bury("310245674-2", NO_RIGHT);
        database.client()
                .sql("update claim set case_number = 'S-5000014' where claim_key = '310245674-1'")
                .update();
        for (String text : List.of(
                "S-5000014", "310245674-1", "postalcode", "PostalCode missing", "INVALID_DATA", "alCode is miss")) {
            assertThat(found(text)).as(text).containsExactly(letter.id());
        }
        for (String text : List.of("10057", "1234567890128", "Testbedrift", "20044")) {
            assertThat(found(text)).as(text).hasSize(2);
        }
        assertThat(found("01019012345")).isEmpty();
        assertThat(found("100%_")).isEmpty();
        assertThat(found("postalcode 403")).isEmpty();
    }

    @Test
    @DisplayName("what lies on other pages is counted, and nobody else's letters are")
    void filters() {
        for (int i = 1; i <= 5; i++) {
            bury("310245674-" + i, i % 2 == 0 ? NO_RIGHT : REFUSED);
        }
        LetterFilter words =
                new LetterFilter(LetterState.OPEN, null, null, null, null, null, null, null, "postalcode", null, 1, 2);
        assertThat(morgue.letters.list(words)).extracting(DeadLetter::claimKey).containsExactly("310245674-1");
        assertThat(morgue.letters.count(words)).isEqualTo(3);
        assertThat(morgue.letters.count(LetterFilter.OPEN.within(Set.of("fjell"))))
                .isZero();
        assertThat(morgue.letters.count(LetterFilter.OPEN.within(Set.of()))).isZero();
        assertThat(morgue.letters.count(LetterFilter.OPEN.within(Set.of("nordlys"))))
                .isEqualTo(5);
        assertThat(morgue.groups.list(LetterFilter.OPEN.within(Set.of("fjell"))))
                .isEmpty();
    }

    @Test
    @DisplayName("two retries by people that end as before lock a letter, and another cause does not count")
    void poison() {
        DeadLetter letter = bury("310245674-1", NO_RIGHT);
        for (int i = 0; i < 2; i++) {
            assertThat(now(letter).isLocked("v1")).isFalse();
            morgue.actions.retry(letter.id(), "kari");
            morgue.answer(letter.deliveryId(), Purpose.SEND, NO_RIGHT);
        }
        assertThat(now(letter)).matches(each -> each.isLocked("v1") && !each.isLocked("v2"));
        morgue.answerAgain(letter.deliveryId(), new Outcome.NotSent("BAD_CREDENTIALS", "HTTP 401", null, true));
        assertThat(now(letter).isLocked("v1")).isFalse();
    }

    private DeadLetter now(DeadLetter letter) {
        return morgue.letters.find(letter.id()).orElseThrow();
    }

    private List<Long> found(String text) {
        return morgue
                .letters
                .list(new LetterFilter(null, null, null, null, null, null, null, null, text, null, 0, 10))
                .stream()
                .map(DeadLetter::id)
                .toList();
    }

    private DeadLetter bury(String key, Outcome outcome) {
        Delivery claim = morgue.claim(key);
        return morgue.buried(claim.id(), Purpose.SEND, outcome);
    }
}
