package no.kravbro.delivery;

/**
 * An invoice about to be handed over.
 *
 * @param key creditor organisation number, hyphen, invoice id
 * @param submission number of this content under the key, as the payload states it; 1 the first time
 * @param payload canonical claim document, JSON
 */
public record NewClaim(
        String key,
        int submission,
        String creditorId,
        long invoiceId,
        String invoiceNumber,
        String agency,
        long principalOre,
        String payload) {

    NewDelivery delivery() {
        return new NewDelivery(
                DeliveryKind.SUBMIT_CLAIM, key, submission, agency, key, creditorId, key, payload, principalOre);
    }
}
