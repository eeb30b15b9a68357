package no.kravbro.corpus;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * One reading of a far side, from the door's {@code feeds.yaml}.
 *
 * @param creditor whose
 * @param job what reads it
 * @param at whole path of the call that is answered
 * @param method of that call
 * @param type content type of a right answer
 * @param page a right page around {@code %%rows%%}
 * @param join between rows
 * @param good a right row
 * @param through counts what the right row has led to: 1 once it went through
 */
record Feed(
        String creditor,
        String job,
        String at,
        String method,
        String type,
        String page,
        String join,
        String good,
        String through) {

    static Map<String, Feed> of(Door door) {
        try {
            return JsonMapper.builder(new YAMLFactory())
                    .build()
                    .readValue(
                            Case.CORPUS
                                    .resolve(door.folder())
                                    .resolve("feeds.yaml")
                                    .toFile(),
                            new TypeReference<Map<String, Feed>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
