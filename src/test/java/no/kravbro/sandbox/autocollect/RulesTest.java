package no.kravbro.sandbox.autocollect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import no.kravbro.sandbox.trade.FeeTable;
import no.kravbro.sandbox.trade.LateInterest;
import no.kravbro.sandbox.trade.OsloDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The agency's arithmetic against the vectors of the law and of the contract's examples. */
class RulesTest {

    @ParameterizedTest
    @CsvSource({
        "1000000, 2025-12-15, 2026-01-29, 14911",
        "1000000, 2025-12-15, 2026-01-13,  9651",
        " 240000, 2025-12-31, 2026-01-28,  2211",
        "1000000, 2025-12-15, 2025-12-15,     0"
    })
    void interest(long principal, LocalDate due, LocalDate to, long ore) {
        assertThat(LateInterest.ore(LateInterest.units(principal, due, to))).isEqualTo(ore);
    }

    @Test
    void noRateNoInterest() {
        LocalDate old = LocalDate.of(2019, 1, 1);
        assertThatThrownBy(() -> LateInterest.units(1, old, old.plusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "   50000, false, 2026-01-15,  18750",
        "   50001, false, 2026-01-15,  26250",
        "  250000, false, 2026-01-15,  30000",
        " 1000000, false, 2026-01-15,  60000",
        " 1000000, true,  2026-01-15,  90000",
        " 5000000, false, 2025-12-31, 112000",
        "25000001, false, 2026-01-15, 540000"
    })
    void collectionFee(long claim, boolean business, LocalDate day, long ore) {
        assertThat(FeeTable.collectionFee(claim, business, day)).isEqualTo(ore);
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31, 3500", "2026-01-01, 3750"})
    void letterFee(LocalDate sent, long ore) {
        assertThat(FeeTable.letterFee(sent)).isEqualTo(ore);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28, 2026-03-03, 2026-03-05",
        "2026-03-31, 2026-04-07, 2026-04-09",
        "2026-01-12, 2026-01-13, 2026-01-15"
    })
    void listAndCutoff(LocalDate noticeDue, LocalDate list, LocalDate cutoff) {
        assertThat(OsloDays.listDay(noticeDue)).isEqualTo(list);
        assertThat(OsloDays.day(OsloDays.cutoff(list))).isEqualTo(cutoff);
    }

    @Test
    void cutoffOnAHolidayIsTheWorkingDayBefore() {
        // Maundy Thursday and Ascension 2026.
        assertThat(OsloDays.offset(OsloDays.cutoff(LocalDate.of(2026, 3, 31)))).isEqualTo("2026-04-01T08:00:00+02:00");
        assertThat(OsloDays.offset(OsloDays.cutoff(LocalDate.of(2026, 5, 12)))).isEqualTo("2026-05-13T08:00:00+02:00");
    }

    @ParameterizedTest
    @CsvSource({"2025-12-29, 2026-01-13", "2026-04-01, 2026-04-20", "2026-05-11, 2026-05-27", "2026-12-21, 2027-01-06"})
    void tenWorkingDays(LocalDate received, LocalDate last) {
        assertThat(OsloDays.addWorkingDays(received, 10)).isEqualTo(last);
    }

    @Test
    void signatureVector() {
        String body = "{\"id\":\"0c9d7f52-6a57-4f0e-8a0f-6f2d5f4b1a01\",\"type\":\"BATCH_COMPLETED\",\"source\":"
                + "\"COLLECTION\",\"timeStamp\":\"2026-01-14T06:00:05Z\",\"data\":{\"batchId\":"
                + "\"b7a1c0de-0000-4000-8000-000000000042\",\"organizationId\":\"5b1f3c1e-8f0a-4c55-9a53-0d5a5f6e1001\","
                + "\"status\":\"PARTIAL\"}}";
        assertThat(Hmac.webhook("a3JhdmJyby13ZWJob29rLXRlc3Qtc2VjcmV0LTAwMDE=", 1768370405, body))
                .isEqualTo("t=1768370405,v1=9a4c70d77b3c80e06593f0e995ff316254c66735352740369abfe5ac82b59bbb");
    }
}
