package no.kravbro.reconcile.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class BalanceCheckPropertiesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 2, 3);

    private static Balances balances(long ledger, long agency) {
        return new Balances("310245674-1", ledger, AtAgency.FOLLOWED, agency, 1, true, Map.of());
    }

    /** An original amount that both sides have counted down by what each knows: every movement is known to one side only. */
    @Property
    void whatTheMovementsAccountForIsNeverUnexplained(
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long original,
            @ForAll("movements") List<Movement> movements,
            @ForAll @LongRange(min = -1_000, max = 1_000) long unknown) {
        long ledger = original - counted(movements, Side.LEDGER);
        long agency = original - counted(movements, Side.AGENCY) + unknown;

        BalanceCheck found = BalanceCheck.of(balances(ledger, agency), movements, TODAY);

        assertThat(found.unexplainedOre()).isEqualTo(unknown);
        assertThat(found.explained().stream().mapToLong(Explained::amountOre).sum() + found.unexplainedOre())
                .isEqualTo(found.differenceOre())
                .isEqualTo(agency - ledger);
    }

    @Property
    void theOrderOfMovementsDoesNotMatter(@ForAll("movements") List<Movement> movements, @ForAll Random random) {
        List<Movement> other = new ArrayList<>(movements);
        Collections.shuffle(other, random);

        assertThat(BalanceCheck.of(balances(5, 7), other, TODAY))
                .isEqualTo(BalanceCheck.of(balances(5, 7), movements, TODAY));
    }

    @Property
    void theFirstWrongDayHasNoRightDayBehindIt(@ForAll("days") TreeMap<LocalDate, Boolean> agreed) {
        var first = FirstDay.wrongSince(agreed);

        assertThat(first.isPresent())
                .isEqualTo(!agreed.isEmpty() && !agreed.lastEntry().getValue());
        first.ifPresent(day -> {
            assertThat(agreed.tailMap(day).values()).doesNotContain(true);
            assertThat(agreed.lowerEntry(day))
                    .satisfiesAnyOf(before -> assertThat(before).isNull(), before -> assertThat(before.getValue())
                            .isTrue());
        });
    }

    private static long counted(List<Movement> movements, Side side) {
        return movements.stream()
                .filter(movement -> movement.countedBy() == side)
                .mapToLong(Movement::amountOre)
                .sum();
    }

    @Provide
    Arbitrary<List<Movement>> movements() {
        return Combinators.combine(
                        Arbitraries.of(Side.values()),
                        Arbitraries.longs().between(-1_000_000, 1_000_000).filter(amount -> amount != 0),
                        Arbitraries.of(
                                DifferenceCause.DIRECT_PAYMENT_NOT_TOLD,
                                DifferenceCause.WRITTEN_OFF,
                                DifferenceCause.SETTLEMENT_MISSING),
                        Arbitraries.integers()
                                .between(-3, 3)
                                .map(TODAY::plusDays)
                                .injectNull(0.2),
                        Arbitraries.strings().alpha().ofLength(3))
                .as(Movement::new)
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<TreeMap<LocalDate, Boolean>> days() {
        return Arbitraries.maps(Arbitraries.integers().between(0, 40).map(TODAY::plusDays), Arbitraries.of(true, false))
                .ofMaxSize(20)
                .map(TreeMap::new);
    }
}
