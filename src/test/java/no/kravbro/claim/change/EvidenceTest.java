package no.kravbro.claim.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Accounts of the Norwegian standard chart tell what a voucher was, and only for certain. */
class EvidenceTest {

    private static Nature nature(Integer... counterAccounts) {
        return Evidence.of(Set.of(counterAccounts), null).nature();
    }

    @Test
    void bankAndCashMeanMoney() {
        assertThat(nature(1900)).isEqualTo(Nature.PAYMENT);
        assertThat(nature(1920, 8050)).isEqualTo(Nature.PAYMENT);
        assertThat(nature(192001)).as("a refined chart").isEqualTo(Nature.PAYMENT);
    }

    @Test
    void lossesMeanAWriteOff() {
        assertThat(nature(7830, 2700)).isEqualTo(Nature.WRITE_OFF);
    }

    @Test
    void bothOrNeitherMeanNothingForCertain() {
        assertThat(nature(1920, 7830)).isEqualTo(Nature.OTHER);
        assertThat(nature(3000)).isEqualTo(Nature.OTHER);
        assertThat(nature()).isEqualTo(Nature.OTHER);
        assertThat(nature(192, 78)).as("no accounts of four digits").isEqualTo(Nature.OTHER);
    }

    @Test
    void whatIsTakenBackIsKeptWhateverElseIsSaid() {
        Evidence payment = Evidence.of(Set.of(1920), 71L);
        assertThat(payment.reverses()).isEqualTo(71L);
        assertThat(payment.uncertain()).isEqualTo(new Evidence(Nature.OTHER, 71L, null));
        assertThat(payment.ofTheAgency()).isEqualTo(new Evidence(Nature.AGENCY_MONEY, 71L, null));
        assertThat(Evidence.of(Set.of(3000), 71L).reverses()).isEqualTo(71L);
    }
}
