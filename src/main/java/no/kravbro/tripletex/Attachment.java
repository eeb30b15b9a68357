package no.kravbro.tripletex;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads whether our document is attached to a voucher. */
final class Attachment {

    private final String name;

    /** @param name our file's */
    Attachment(String name) {
        this.name = name;
    }

    /** The answer to the upload: the voucher it is attached to. */
    JsonNode uploaded(String body) {
        JsonNode voucher = InvoiceReader.value(body);
        return Canonical.accepted("voucher", Long.toString(new Fields("Voucher", voucher).id()));
    }

    /** The voucher read again after an unknown outcome. What a person has attached meanwhile is not ours to judge. */
    JsonNode reread(String body) {
        JsonNode voucher = InvoiceReader.value(body);
        JsonNode attached = voucher.path("attachment");
        if (attached.isNull() || attached.isMissingNode()) {
            return Canonical.absent();
        }
        return name.equals(attached.path("fileName").asText())
                ? Canonical.accepted("voucher", Long.toString(new Fields("Voucher", voucher).id()))
                : Canonical.ambiguous();
    }
}
