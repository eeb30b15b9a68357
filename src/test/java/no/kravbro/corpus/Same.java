package no.kravbro.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import no.kravbro.agency.SafeXml;
import no.kravbro.bundle.ExactJson;

/** Whether what is kept is what came; spaces between its parts and what is no part of its content aside. */
final class Same {

    /** Parts of rows that are ours or another list's to change. */
    private static final String STATUS = "status";

    private static final String SETTLEMENT = "avregningsId";

    private Same() {}

    static void content(String kept, String came) {
        assertThat(kept).as("what is kept").isNotNull();
        if (came.stripLeading().startsWith("<")) {
            assertThat(kept).isIn(plain(came, SETTLEMENT), plain(came, null));
            return;
        }
        JsonNode inside = json(kept).path("row");
        assertThat(inside.isMissingNode() ? json(kept) : inside).isEqualTo(json(came));
    }

    private static String plain(String xml, String without) {
        return SafeXml.plain(SafeXml.parse(xml), without);
    }

    private static JsonNode json(String text) {
        try {
            JsonNode read = ExactJson.read(text);
            if (read instanceof ObjectNode object) {
                object.remove(STATUS);
            }
            return read;
        } catch (JsonProcessingException e) {
            // Camel keeps a text as it is, without its quotes.
            return TextNode.valueOf(text);
        }
    }
}
