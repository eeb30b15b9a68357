package no.kravbro.tripletex;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.agency.AnswerTables;
import no.kravbro.agency.WireAnswer;
import no.kravbro.agency.Works;
import no.kravbro.bundle.ExactJson;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.Outcome;
import org.junit.jupiter.api.Test;

/** An answer to another request says nothing of ours: taken for ours, money would be matched wrongly or paid twice. */
class CrossedAnswersTest {

    private static final Path ROUTES = Path.of("routes");
    private static final PaymentIntent INTENT =
            new PaymentIntent(7, LocalDate.of(2026, 1, 30), 3, 50_000, Set.of(71L, 72L));

    private final TripletexAnswers answers =
            new TripletexAnswers(new AnswerTables(new AgencyProfiles(ROUTES), ROUTES, "tripletex"));
    private final Delivery delivery = Works.delivery(1, DeliveryKind.BOOK_VOUCHER, "INK-a-1", "{}", "TIMEOUT");

    private static WireAnswer ok(String value) {
        return new WireAnswer(200, "{\"value\":" + value + "}", Map.of(), null, null);
    }

    private static Outcome one(Map<Long, Outcome> outcomes) {
        return outcomes.get(1L);
    }

    @Test
    void another_voucher_is_not_ours() throws JsonProcessingException {
        JsonNode sent = ExactJson.read("{\"externalVoucherNumber\":\"INK-a-1\",\"postings\":[]}");
        WireAnswer other = ok("{\"id\":5002,\"externalVoucherNumber\":\"INK-a-2\",\"postings\":[]}");
        assertThat(one(answers.voucherCreated(other, Works.send(delivery), sent)))
                .isInstanceOfSatisfying(Outcome.Unknown.class, unknown -> assertThat(unknown.cause())
                        .isEqualTo("GARBAGE"));
    }

    @Test
    void another_invoice_neither_confirms_nor_disproves_a_payment() {
        WireAnswer other = ok("{\"id\":8,\"postings\":[]}");
        assertThat(one(answers.paymentMade(other, Works.send(delivery), INTENT)))
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(one(answers.paymentFound(other, Works.inquire(null, delivery), INTENT)))
                .isInstanceOf(Outcome.Unknown.class);
    }
}
