package no.kravbro.delivery;

/**
 * One piece of durable work: something that leaves Kravbro.
 *
 * @param key natural key at the far side; with kind and submission it is unique
 * @param submission number of this content under the key; the same number always means the same content
 * @param target who receives it: agency id or {@code tripletex}
 * @param groupKey claim or invoice; deliveries of a group go strictly in order, one in flight
 * @param payload canonical document, JSON
 * @param amountOre what is at stake, in øre
 * @param purpose what a worker does next; for a DEAD one INQUIRE means that it may have landed
 * @param attempts sends recorded so far
 * @param inquiries inquiries recorded since the last send
 * @param absent inquiries in a row that found nothing
 * @param transmissionId what it was last sent in, or null while never stored
 * @param cause code of the last outcome, or null
 */
public record Delivery(
        long id,
        DeliveryKind kind,
        String key,
        int submission,
        String target,
        String groupKey,
        String creditorId,
        String claimKey,
        String payload,
        long amountOre,
        DeliveryState state,
        Purpose purpose,
        int attempts,
        int inquiries,
        int absent,
        String transmissionId,
        String cause) {

    /** True when it is given up and nobody knows whether the far side has it: only an inquiry may follow. */
    public boolean mayHaveLanded() {
        return state == DeliveryState.DEAD && purpose == Purpose.INQUIRE;
    }
}
