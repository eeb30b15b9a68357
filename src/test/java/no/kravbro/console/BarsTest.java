package no.kravbro.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BarsTest {

    @Test
    void theLargestIsWholeAndLittleIsSeen() {
        long largest = Bars.largest(List.of(3L, 4_000L, 0L), each -> each);
        assertThat(Bars.share(4_000, largest)).isEqualTo(100);
        assertThat(Bars.share(1_000, largest)).isEqualTo(25);
        assertThat(Bars.share(3, largest)).isOne();
        assertThat(Bars.share(0, largest)).isZero();
        assertThat(Bars.share(5, Bars.largest(List.<Long>of(), each -> each))).isZero();
        assertThat(Bars.share(Long.MAX_VALUE / 200, Long.MAX_VALUE / 100)).isEqualTo(50);
    }
}
