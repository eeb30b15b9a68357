package no.kravbro.claim.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import no.kravbro.claim.AnInvoice;
import no.kravbro.claim.Invoice;
import org.junit.jupiter.api.Test;

/** Other rooms keep these as JSON: a strict reader must give back what was written, and find nothing besides. */
class StoredTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Test
    void aDecisionComesBackAsItWas() throws JsonProcessingException {
        Invoice invoice = AnInvoice.ordinary().open(5).build();
        Decision decision = Decisions.decide(invoice, Contexts.amounts(10, 0));
        assertThat(decision.reasons()).isNotEmpty();
        assertThat(again(decision, Decision.class)).isEqualTo(decision);

        Decision held = Decisions.decide(invoice, Contexts.on(AnInvoice.DUE, 15));
        assertThat(again(held, Decision.class)).isEqualTo(held);
    }

    @Test
    void aReasonKeepsTheOrderOfItsParams() throws JsonProcessingException {
        Reason reason = Reason.of(ReasonCode.BELOW_MINIMUM, "z", "1").with("a", "2");
        assertThat(again(reason, Reason.class).params()).containsExactlyEntriesOf(reason.params());
    }

    @Test
    void anInvoiceComesBackAsItWas() throws JsonProcessingException {
        Invoice invoice = AnInvoice.ordinary().build();
        assertThat(again(invoice, Invoice.class)).isEqualTo(invoice);
    }

    private static <T> T again(T value, Class<T> type) throws JsonProcessingException {
        return JSON.readValue(JSON.writeValueAsString(value), type);
    }
}
