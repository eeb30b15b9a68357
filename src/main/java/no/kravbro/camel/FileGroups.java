package no.kravbro.camel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.kravbro.agency.file.AgencyFile;
import no.kravbro.agency.file.FileAmount;
import no.kravbro.bundle.ExactJson;

/** Groups the records of a file by the event they belong to. */
final class FileGroups {

    private FileGroups() {}

    /**
     * Documents {@code {"id": .., "lines": [..], "sums": {column: øre}}}, in the order of the file. Where a line stands in
     * the file is left out: the same event is the same document in whatever file it comes.
     */
    static List<JsonNode> of(List<Map<String, String>> records, String id, List<String> amounts) {
        Map<String, List<Map<String, String>>> groups = new LinkedHashMap<>();
        records.forEach(record -> groups.computeIfAbsent(record.getOrDefault(id, ""), key -> new ArrayList<>())
                .add(record));
        List<JsonNode> documents = new ArrayList<>();
        groups.forEach((key, lines) -> documents.add(document(key, lines, amounts)));
        return documents;
    }

    private static ObjectNode document(String id, List<Map<String, String>> lines, List<String> amounts) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("id", id);
        ObjectNode sums = document.putObject("sums");
        for (String column : amounts) {
            long sum = 0;
            for (Map<String, String> line : lines) {
                sum = Math.addExact(sum, FileAmount.ore(line.getOrDefault(column, "")));
            }
            sums.put(column, sum);
        }
        for (Map<String, String> line : lines) {
            Map<String, String> content = new LinkedHashMap<>(line);
            content.remove(AgencyFile.LINE);
            document.withArray("/lines").add(ExactJson.treeOf(content));
        }
        return document;
    }
}
