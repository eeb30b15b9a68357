package no.kravbro.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The limits can be missed. */
class VerdictTest {

    private static Mutant mutant(String type, boolean killed) {
        return new Mutant(type, "of", 1, "negated conditional", killed);
    }

    private static List<Mutant> mutants(Mutant... others) {
        List<Mutant> all = new ArrayList<>(List.of(others));
        for (String type : List.of("claim.FeeNotice", "money.VoucherKey", "delivery.Next")) {
            for (int i = 0; i < 9; i++) {
                all.add(mutant(type, true));
            }
        }
        return all;
    }

    @Test
    void nineOfTenAreEnough() {
        assertThat(new Verdict(mutants(mutant("claim.FeeNotice", false)), List.of()).passed())
                .isTrue();
        Verdict eight =
                new Verdict(mutants(mutant("claim.FeeNotice", false), mutant("claim.FeeNotice", false)), List.of());
        assertThat(eight.passed()).isFalse();
        assertThat(eight.missed()).hasSize(2);
        assertThat(eight.table()).contains("| claim | 11 | 9 | 0 | 81.8 | 90 |");
    }

    @Test
    void whereMoneyBalancesNoneMayBeMissed() {
        for (String type : List.of("delivery.Next", "delivery.Outcome$Unknown", "money.Voucher$Builder")) {
            assertThat(new Verdict(mutants(mutant(type, false)), List.of()).passed())
                    .as(type)
                    .isFalse();
        }
    }

    @Test
    void anEquivalentOneIsExcusedOnceForEachTimeItIsNamed() {
        List<Equivalent> named = Equivalent.namedOn(
                "| where | change | why |\n|---|---|---|\n| `delivery.Next.of` | negated | it changes nothing |\n");
        assertThat(new Verdict(mutants(mutant("delivery.Next", false)), named).passed())
                .isTrue();
        assertThat(new Verdict(mutants(mutant("delivery.Next", false), mutant("delivery.Next", false)), named).passed())
                .isFalse();
    }

    @Test
    void aRoomWithoutMutantsWasNotRun() {
        assertThat(new Verdict(List.of(mutant("claim.FeeNotice", true)), List.of()).passed())
                .isFalse();
    }
}
