package no.kravbro.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import no.kravbro.secret.Place;
import no.kravbro.secret.SealedColumn;
import no.kravbro.secret.Sealer;
import org.springframework.stereotype.Component;

/** What deliveries carry, as it is stored: encrypted, for its own row only. */
@Component
public class Payloads {

    private final Sealer sealer;

    public Payloads(Sealer sealer) {
        this.sealer = sealer;
    }

    String seal(NewDelivery delivery) {
        return sealer.seal(
                place(delivery.creditorId(), delivery.kind().name(), delivery.key(), delivery.submission()),
                delivery.payload());
    }

    /** A payload as the other columns of its row say that it is. */
    public String open(String creditorId, DeliveryKind kind, String key, int submission, String stored) {
        return sealer.open(place(creditorId, kind.name(), key, submission), stored);
    }

    /** The same of a row of deliveries with at least the columns that name it. */
    public String read(ResultSet row) throws SQLException {
        Place place = place(
                row.getString("creditor_id"),
                row.getString("kind"),
                row.getString("delivery_key"),
                row.getInt("submission"));
        return sealer.open(place, row.getString("payload"));
    }

    private static Place place(String creditorId, String kind, String key, int submission) {
        return SealedColumn.DELIVERY.place(creditorId, kind, key, submission);
    }
}
