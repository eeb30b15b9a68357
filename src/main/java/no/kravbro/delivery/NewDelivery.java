package no.kravbro.delivery;

import java.util.Objects;

/** A delivery about to be written, in the transaction of the change that causes it. Fields as in {@link Delivery}. */
public record NewDelivery(
        DeliveryKind kind,
        String key,
        int submission,
        String target,
        String groupKey,
        String creditorId,
        String claimKey,
        String payload,
        long amountOre) {

    public NewDelivery {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(payload, "payload");
    }
}
