package no.kravbro.sandbox.kk2;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.sandbox.Reply;

/** {@code PUT /avstemming/{dato}}: the creditor's open claims against ours. */
final class Reconciliation {

    private final Memory memory;

    Reconciliation(Memory memory) {
        this.memory = memory;
    }

    Reply put(String day, JsonNode snapshot) {
        String creditor = snapshot.get("kreditorOrgnr").asText();
        List<CaseRow> ours = memory.open().stream()
                .filter(row -> row.creditor().equals(creditor))
                .toList();
        List<Map<String, Object>> differences = new ArrayList<>();
        Set<String> theirs = new HashSet<>();
        for (JsonNode item : snapshot.get("poster")) {
            String key = item.get("key").asText();
            theirs.add(key);
            compare(key, item.get("restHovedstol").asLong(), differences);
        }
        ours.stream()
                .filter(row -> !theirs.contains(row.key))
                .forEach(row -> differences.add(difference(row.key, "MANGLER_I_TRIPLETEX", 0, row.principal)));
        return Json.reply(
                200,
                Json.object(
                        "dato",
                        day,
                        "antall",
                        ours.size(),
                        "sum",
                        ours.stream().mapToLong(row -> row.principal).sum(),
                        "avvik",
                        differences));
    }

    private void compare(String key, long theirs, List<Map<String, Object>> differences) {
        CaseRow row = memory.newest(key).orElse(null);
        long ours = row == null || !row.isOpen() ? 0 : row.principal;
        if (ours != theirs) {
            String type = row == null || !row.isOpen() ? "MANGLER_I_KK2" : "BELOP";
            differences.add(difference(key, type, theirs, ours));
        }
    }

    private Map<String, Object> difference(String key, String type, long theirs, long ours) {
        return Json.object(
                "key",
                key,
                "type",
                type,
                "tripletexRest",
                theirs,
                "kk2Rest",
                ours,
                "differanse",
                theirs - ours,
                "arsak",
                cause(key, type, theirs - ours));
    }

    private String cause(String key, String type, long more) {
        if (more != 0 && memory.waiting(key) == more) {
            return "VENTENDE_FORSLAG";
        }
        if (type.equals("MANGLER_I_KK2")) {
            return memory.newest(key).isPresent() ? "AVSLUTTET" : "UKJENT";
        }
        return more < 0 ? "MANGLENDE_BETALING" : "UKJENT";
    }
}
