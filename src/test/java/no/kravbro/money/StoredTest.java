package no.kravbro.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;

/** Other rooms keep these as JSON: a strict reader must give back what was written, and find nothing besides. */
class StoredTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Test
    void aSettlementComesBackAsItWas() throws JsonProcessingException {
        assertThat(again(WorkedSettlements.vector(), Settlement.class)).isEqualTo(WorkedSettlements.vector());
    }

    @Test
    void aVoucherComesBackAsItWas() throws JsonProcessingException {
        Voucher voucher = voucher();
        assertThat(again(voucher, Voucher.class)).isEqualTo(voucher);
    }

    @Test
    void aVoucherTamperedWithDoesNotComeBack() throws JsonProcessingException {
        String tampered = JSON.writeValueAsString(voucher()).replace("999911", "999910");
        assertThatThrownBy(() -> JSON.readValue(tampered, Voucher.class))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageContaining("does not balance");
    }

    private static Voucher voucher() {
        return new SettlementVoucher(BookingLines.of(WorkedSettlements.PROFILE_LINES, true))
                .asVoucher(WorkedSettlements.vector(), new Receivable(20011, "10023"), "key")
                .voucher()
                .orElseThrow();
    }

    private static <T> T again(T value, Class<T> type) throws JsonProcessingException {
        return JSON.readValue(JSON.writeValueAsString(value), type);
    }
}
