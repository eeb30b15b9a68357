package no.kravbro.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditor.Transfer;
import no.kravbro.creditor.Creditors;
import no.kravbro.creditor.Wishes;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.DeliveryRoom;
import no.kravbro.delivery.NewDelivery;
import no.kravbro.delivery.Refusal;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.SampleCreditors;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.reconcile.Bookings;
import no.kravbro.reconcile.NewBooking;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Money is booked by the terms of the agency it comes from, or not at all. */
class ServedByTest extends DatabaseTest {

    private final Creditor bahs = SampleCreditors.nordlys("bahs", Transfer.AUTOMATIC, Wishes.USUAL);
    private DeliveryRoom room;
    private Bookings bookings;

    ServedByTest() {
        super(TestDatabases.H2);
    }

    @BeforeEach
    void wire() {
        room = new DeliveryRoom(database, clock);
        bookings = new Bookings(database.named(), database.transaction(), room.deliveries(), clock);
        for (String agency : List.of("bahs", "autocollect")) {
            bookings.intend(new NewBooking(
                    "INK-" + agency, "nordlys", agency, null, null, "VOUCHER", "{}", 100, 100, null, null));
        }
    }

    private Creditor of(DeliveryKind kind, String agency) {
        String target =
                kind == DeliveryKind.ANSWER_PROPOSAL || kind == DeliveryKind.REPORT_PAYMENT ? agency : "tripletex";
        long id = room.deliveries()
                .add(new NewDelivery(kind, "INK-" + agency, 1, target, "g", "nordlys", null, "{}", 100));
        Delivery delivery = room.deliveries().find(id).orElseThrow();
        return new ServedBy(new Creditors(List.of(bahs)), room.claims(), bookings).of(delivery);
    }

    @ParameterizedTest
    @EnumSource(
            value = DeliveryKind.class,
            names = {"BOOK_VOUCHER", "BOOK_PAYMENT", "BOOK_PROPOSAL", "CLOSE_POSTINGS", "ANSWER_PROPOSAL"})
    void moneyOfAnAgencyThatIsNotNamedIsNotBookedByTheTermsOfAnother(DeliveryKind kind) {
        assertThat(of(kind, "bahs")).isEqualTo(bahs);
        assertThatThrownBy(() -> of(kind, "autocollect"))
                .isInstanceOf(Refusal.class)
                .hasMessageContainingAll("AGREEMENT_ENDED", "autocollect");
    }

    @Test
    void whatTheLastLookStopsIsLeftToIt() {
        assertThat(of(DeliveryKind.REPORT_PAYMENT, "autocollect")).isEqualTo(bahs);
    }
}
