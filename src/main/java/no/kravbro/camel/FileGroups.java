package no.kravbro.camel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.kravbro.agency.file.AgencyFile;
import no.kravbro.agency.file.FileAmount;
import no.kravbro.agency.file.FileFault;
import no.kravbro.bundle.ExactJson;
import no.kravbro.money.Money;

/** Groups the records of a file by the event they belong to. */
final class FileGroups {

    private FileGroups() {}

    /**
     * What a person is told of an event that is refused before it stands in our own words.
     *
     * @param claim columns whose values are our key of the claim, joined; none where an event is about many
     * @param net column that adds up to what is at stake
     */
    record Told(List<String> claim, String net) {}

    /**
     * Documents {@code {"id": .., "claim": .., "net": kroner, "sums": {column: øre}, "lines": [..]}}, in the order of the file. Where a line stands in
     * the file is left out: the same event is the same document in whatever file it comes. A sum over what is no amount is
     * null, so that this one event is refused behind the door and the file's others are not.
     */
    static List<JsonNode> of(List<Map<String, String>> records, String id, List<String> amounts, Told told) {
        Map<String, List<Map<String, String>>> groups = new LinkedHashMap<>();
        records.forEach(record -> groups.computeIfAbsent(record.getOrDefault(id, ""), key -> new ArrayList<>())
                .add(record));
        List<JsonNode> documents = new ArrayList<>();
        groups.forEach((key, lines) -> documents.add(document(key, lines, amounts, told)));
        return documents;
    }

    private static ObjectNode document(String id, List<Map<String, String>> lines, List<String> amounts, Told told) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("id", id);
        Map<String, String> first = lines.get(0);
        if (first.keySet().containsAll(told.claim())) {
            document.put("claim", told.claim().stream().map(first::get).collect(Collectors.joining("-")));
        }
        Long net = sum(lines, told.net());
        document.put("net", net == null ? null : Money.decimal(net));
        ObjectNode sums = document.putObject("sums");
        for (String column : amounts) {
            sums.put(column, sum(lines, column));
        }
        for (Map<String, String> line : lines) {
            Map<String, String> content = new LinkedHashMap<>(line);
            content.remove(AgencyFile.LINE);
            document.withArray("/lines").add(ExactJson.treeOf(content));
        }
        return document;
    }

    private static Long sum(List<Map<String, String>> lines, String column) {
        try {
            long sum = 0;
            for (Map<String, String> line : lines) {
                sum = Math.addExact(sum, FileAmount.ore(line.getOrDefault(column, "")));
            }
            return sum;
        } catch (FileFault noAmount) {
            return null;
        }
    }
}
