package no.kravbro.delivery;

import java.util.List;

/**
 * What one worker does in one exchange with the far side: members of one transmission, all for the same creditor, kind,
 * purpose and target.
 *
 * @param transmissionId id under which the far side sees it; kept for every retry and inquiry
 * @param stored true when its bytes are stored, so they may have been sent before
 * @param receipt what the far side gave us to ask by, or null
 * @param holder who holds the lease of the members; an outcome is only recorded by the holder
 */
public record Work(
        String transmissionId,
        boolean stored,
        DeliveryKind kind,
        Purpose purpose,
        String target,
        String creditorId,
        String receipt,
        String holder,
        List<Delivery> members) {

    public Work {
        members = List.copyOf(members);
    }

    /** Ids of the members, in order. */
    public List<Long> ids() {
        return members.stream().map(Delivery::id).toList();
    }
}
