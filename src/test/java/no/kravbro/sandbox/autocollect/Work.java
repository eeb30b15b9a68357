package no.kravbro.sandbox.autocollect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import no.kravbro.sandbox.autocollect.BatchRow.BatchType;

/** One kind of write: what is refused on the spot, and what the batch decides later. */
interface Work {

    BatchType type();

    /** Throws {@link ApiError} for what is refused before anything is queued. */
    void check(Organization organization, String path, JsonNode body);

    /** The verdicts, one per item. */
    List<BatchItem> process(Organization organization, BatchRow batch, JsonNode body, Instant at);
}
