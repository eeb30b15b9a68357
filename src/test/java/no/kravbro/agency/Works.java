package no.kravbro.agency;

import java.util.List;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.delivery.Purpose;
import no.kravbro.delivery.Work;

/** Works as a worker would hold them, for tests that classify answers. */
public final class Works {

    private Works() {}

    public static Work send(Delivery... members) {
        return work(Purpose.SEND, null, members);
    }

    public static Work inquire(String receipt, Delivery... members) {
        return work(Purpose.INQUIRE, receipt, members);
    }

    public static Delivery claim(long id, String key, String invoiceNumber) {
        return delivery(id, DeliveryKind.SUBMIT_CLAIM, key, "{\"invoiceNumber\":\"" + invoiceNumber + "\"}", null);
    }

    public static Delivery delivery(long id, DeliveryKind kind, String key, String payload, String cause) {
        DeliveryState state = DeliveryState.IN_FLIGHT;
        return new Delivery(
                id, kind, key, 1, "far", key, "nordlys", key, payload, 0, state, Purpose.SEND, 1, 0, 0, "t-1", cause);
    }

    private static Work work(Purpose purpose, String receipt, Delivery... members) {
        return new Work("t-1", true, members[0].kind(), purpose, "far", "nordlys", receipt, "node", List.of(members));
    }
}
