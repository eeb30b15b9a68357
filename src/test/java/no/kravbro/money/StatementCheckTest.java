package no.kravbro.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The contracts' worked settlement, told as money events first and as a statement by kind afterwards. */
class StatementCheckTest {

    private static final List<Settlement> EVENTS = List.of(WorkedSettlements.vector(), WorkedSettlements.notice());
    private static final List<Statement.KindSum> KINDS = List.of(
            new Statement.KindSum("PRINCIPAL", 1_240_000, 1_240_000, 0),
            new Statement.KindSum("LATE_INTEREST", 17_122, 17_122, 0),
            new Statement.KindSum("REMINDER_FEE", 3_750, 0, 3_750),
            new Statement.KindSum("COLLECTION_FEE", 60_000, 0, 60_000),
            new Statement.KindSum("VAT", 0, -15_000, 15_000));

    private static Statement statement(long gross, long agency, List<Statement.KindSum> kinds) {
        return new Statement("48213", null, gross, agency, WorkedSettlements.SAMLEBILAG_48213, null, kinds);
    }

    @Test
    void theWorkedExampleHolds() {
        Statement statement = statement(1_320_872, 78_750, KINDS);
        assertThat(StatementCheck.alone(statement)).isEmpty();
        assertThat(StatementCheck.against(statement, EVENTS)).isEmpty();
    }

    @Test
    void sumsByKindMustMakeTheWhole() {
        assertThat(StatementCheck.alone(statement(1_320_873, 78_750, KINDS)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.cause()).isEqualTo(Finding.Cause.SUM_MISMATCH));
    }

    @Test
    void aKindThatNoEventHadIsFound() {
        List<Statement.KindSum> more = List.of(
                new Statement.KindSum("PRINCIPAL", 1_240_000, 1_240_000, 0),
                new Statement.KindSum("COURT_COSTS", 17_122, 17_122, 0),
                new Statement.KindSum("REMINDER_FEE", 3_750, 0, 3_750),
                new Statement.KindSum("COLLECTION_FEE", 60_000, 0, 60_000),
                new Statement.KindSum("VAT", 0, -15_000, 15_000));
        assertThat(StatementCheck.against(statement(1_320_872, 78_750, more), EVENTS))
                .extracting(Finding::detail)
                .anySatisfy(detail -> assertThat(detail).startsWith("COURT_COSTS"))
                .anySatisfy(detail -> assertThat(detail).startsWith("LATE_INTEREST"));
    }

    private static List<String> against(long agency, Statement.KindSum interest) {
        List<Statement.KindSum> kinds = KINDS.stream()
                .map(each -> each.kind().equals(interest.kind()) ? interest : each)
                .toList();
        return StatementCheck.against(statement(1_320_872, agency, kinds), EVENTS).stream()
                .map(finding -> finding.detail().replaceFirst(":.*", ""))
                .toList();
    }

    /** Each amount is held against the events by itself, and what differs is named. */
    @Test
    void eachAmountThatDiffersIsNamed() {
        Statement.KindSum right = new Statement.KindSum("LATE_INTEREST", 17_122, 17_122, 0);
        assertThat(against(78_750, right)).isEmpty();
        assertThat(against(78_751, right)).singleElement().asString().startsWith("to agency");
        assertThat(against(78_750, new Statement.KindSum("LATE_INTEREST", 17_123, 17_122, 1)))
                .singleElement()
                .asString()
                .startsWith("LATE_INTEREST paid");
        assertThat(against(78_750, new Statement.KindSum("LATE_INTEREST", 17_122, 17_121, 1)))
                .singleElement()
                .asString()
                .startsWith("LATE_INTEREST to creditor");
        assertThat(StatementCheck.alone(statement(1_320_872, 78_751, KINDS)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail()).startsWith("to agency of the kinds"));
    }

    @Property
    void anOtherGrossIsAlwaysFound(@ForAll @LongRange(min = -1_000_000, max = 1_000_000) long more) {
        assertThat(StatementCheck.against(statement(1_320_872 + more, 78_750, List.of()), EVENTS)
                        .isEmpty())
                .isEqualTo(more == 0);
    }
}
