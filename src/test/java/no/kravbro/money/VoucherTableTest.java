package no.kravbro.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class VoucherTableTest {

    @Test
    void everyColumnIsAsWideAsItsContent() {
        Voucher voucher = Voucher.on(LocalDate.of(2026, 1, 2), "k-1", "A text")
                .add(Posting.of("interim", Money.nok(123_456_700), "in"))
                .add(new Posting("1500", Money.nok(-123_456_600), 123_456_789L, "7", "out"))
                .add(Posting.of("interest-income", Money.nok(-100), "more"))
                .build();

        assertThat(VoucherTable.of(voucher))
                .isEqualTo(
                        """
                        02.01.2026  k-1
                        A text
                        account         |        debit |       credit | customer  | invoice | text
                        interim         | 1 234 567,00 |              |           |         | in
                        1500            |              | 1 234 566,00 | 123456789 | 7       | out
                        interest-income |              |         1,00 |           |         | more
                        sum NOK         | 1 234 567,00 | 1 234 567,00 |           |         |
                        """);
    }
}
