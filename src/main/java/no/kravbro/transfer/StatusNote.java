package no.kravbro.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import no.kravbro.bundle.ExactJson;

/**
 * What is told about a claim in the accounting system, as the payload of the delivery that tells it.
 *
 * @param way VOUCHER_STATUS or VOUCHER_MESSAGE
 * @param voucherId the invoice's own voucher
 * @param comment in Norwegian, for it stands in Norwegian books
 * @param reference the agency's case number, or null
 * @param url address of the case at the agency, or null
 */
public record StatusNote(
        String way, long voucherId, String status, String message, String comment, String reference, String url) {

    String json() {
        return ExactJson.write(ExactJson.treeOf(this));
    }

    public static StatusNote parse(String json) {
        try {
            return ExactJson.value(json, StatusNote.class);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("The payload of a status is none", notOurs);
        }
    }
}
