package no.kravbro.corpus;

import java.util.List;
import java.util.Map;

/**
 * What stands beside an input: what is wrong with it, how it is handed in, and what must come of it. What a door does not
 * need stays out.
 *
 * @param wrong what is wrong, for the reader
 * @param words what the refusal must say, each somewhere in it
 * @param outcome what becomes of it, in the words of {@link Outcome}
 * @param cause code of the dead letter or attempt
 * @param feed which reading of the door's {@code feeds.yaml} it answers
 * @param row the input is one row of a page and not the page
 * @param status of an answer that we give, or of theirs that the input is the body of
 * @param type content type
 * @param headers over the usual ones; an empty one is left out
 * @param sign how a webhook is signed: NOW, OLD, AHEAD, FORGED or NONE
 * @param file name of the file, or the place in the bundle
 */
record Side(
        String wrong,
        List<String> words,
        Outcome outcome,
        String cause,
        String feed,
        boolean row,
        Integer status,
        String type,
        String method,
        String path,
        Map<String, String> headers,
        String sign,
        String file) {

    Side {
        if (wrong == null || wrong.isBlank()) {
            throw new IllegalArgumentException("A case says what is wrong with it");
        }
        words = words == null ? List.of() : List.copyOf(words);
        headers = headers == null ? Map.of() : Map.copyOf(headers);
    }
}
