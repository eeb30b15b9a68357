package no.kravbro.api;

import java.util.Base64;
import java.util.List;
import no.kravbro.transfer.instruct.Attachments;

/**
 * A document in a request.
 *
 * @param content in Base64
 */
public record Enclosed(String name, String mediaType, String content) {

    /** Keeps all of them for a claim, in the caller's transaction, and gives their ids. */
    static List<String> keep(Attachments attachments, String claimKey, List<Enclosed> enclosed) {
        return enclosed == null
                ? List.of()
                : enclosed.stream()
                        .map(each -> attachments.keep(claimKey, each.name(), each.mediaType(), each.bytes()))
                        .toList();
    }

    private byte[] bytes() {
        try {
            return content == null ? null : Base64.getDecoder().decode(content);
        } catch (IllegalArgumentException otherLetters) {
            throw new ApiProblem(ApiProblem.Code.BAD_BODY, "The content of an attachment is not Base64");
        }
    }
}
