package no.kravbro.money;

import static org.assertj.core.api.Assertions.assertThat;

import no.kravbro.deadletter.Cause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a check finds must have plain words and an owner in the catalogue; the domain itself may not look there. */
class FindingCauseTest {

    @ParameterizedTest
    @EnumSource(Finding.Cause.class)
    void everyFindingIsInTheCatalogue(Finding.Cause cause) {
        assertThat(Cause.of(cause.name()).name()).isEqualTo(cause.name());
    }

    /** A person who has said no is nobody's fault and has no cause of its own. */
    @ParameterizedTest
    @EnumSource(ProposalRefusal.Reason.class)
    void everyRefusalOfAProposalIsInTheCatalogue(ProposalRefusal.Reason reason) {
        Cause cause = Cause.of(reason.cause());
        assertThat(cause.name()).isEqualTo(reason.cause());
        assertThat(cause == Cause.UNEXPECTED).isEqualTo(reason == ProposalRefusal.Reason.REFUSED_BY_PERSON);
    }
}
