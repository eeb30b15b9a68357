package no.kravbro.api;

import java.util.List;
import no.kravbro.Masking;
import no.kravbro.access.Right;
import no.kravbro.delivery.Attempt;
import no.kravbro.delivery.Attempts;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.DeliveryState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** {@code /api/v1/deliveries}: everything that leaves, without its content. */
@Service
public class DeliveriesApi {

    private final JdbcClient sql;
    private final Deliveries deliveries;
    private final Attempts attempts;

    DeliveriesApi(JdbcClient sql, Deliveries deliveries, Attempts attempts) {
        this.sql = sql;
        this.deliveries = deliveries;
        this.attempts = attempts;
    }

    /** A delivery; its payload is personal data and stays inside. */
    public record View(
            long id,
            String kind,
            String key,
            int submission,
            String target,
            String creditorId,
            String claimKey,
            long amountOre,
            String state,
            int attempts,
            int inquiries,
            String cause) {

        public static View of(Delivery delivery) {
            return new View(
                    delivery.id(),
                    delivery.kind().name(),
                    delivery.key(),
                    delivery.submission(),
                    delivery.target(),
                    delivery.creditorId(),
                    delivery.claimKey(),
                    delivery.amountOre(),
                    delivery.state().name(),
                    delivery.attempts(),
                    delivery.inquiries(),
                    delivery.cause());
        }
    }

    /** A delivery with its attempts. */
    public record Detail(View delivery, List<DeadLettersApi.Try> attempts) {}

    /** Newest first. Filters: state, kind, target, creditorId, claimKey, page, size. */
    public Page<View> list(Query query, Caller caller) {
        caller.need(Right.READ_DELIVERIES);
        query.only("state", "kind", "target", "creditorId", "claimKey");
        DeliveryState state = query.oneOf(DeliveryState.class, "state");
        // A page of one state is read in the order of the index that finds it: what has moved last comes first.
        String order = state != null && query.isOfPage() ? "state desc, updated_at desc" : "id desc";
        return Select.from("delivery", order)
                .where("state", state)
                .where("kind", query.oneOf(DeliveryKind.class, "kind"))
                .where("target", query.text("target"))
                .where("creditor_id", query.text("creditorId"))
                .where("claim_key", query.text("claimKey"))
                .within("creditor_id", caller.creditors())
                .page(
                        sql,
                        query,
                        (row, number) -> new View(
                                row.getLong("id"),
                                row.getString("kind"),
                                row.getString("delivery_key"),
                                row.getInt("submission"),
                                row.getString("target"),
                                row.getString("creditor_id"),
                                row.getString("claim_key"),
                                row.getLong("amount_ore"),
                                row.getString("state"),
                                row.getInt("attempts"),
                                row.getInt("inquiries"),
                                row.getString("cause")));
    }

    public Detail show(long id, Caller caller) {
        caller.need(Right.READ_DELIVERIES);
        Delivery delivery = deliveries
                .find(id)
                .orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, "There is no delivery " + id));
        caller.needSight(delivery.creditorId(), "There is no delivery " + id);
        return new Detail(
                View.of(delivery),
                attempts.of(id).stream().map(DeliveriesApi::tried).toList());
    }

    static DeadLettersApi.Try tried(Attempt attempt) {
        return new DeadLettersApi.Try(
                attempt.endedAt(),
                attempt.purpose().name(),
                attempt.outcome(),
                attempt.cause(),
                Masking.mask(attempt.detail()),
                attempt.run().routeId());
    }
}
