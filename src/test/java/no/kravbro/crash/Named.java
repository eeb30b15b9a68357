package no.kravbro.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The points that must be among those enumerated, in the words of who asked for them: a renamed step cannot empty the list. */
final class Named {

    private static final Map<String, String> ANYWHERE = Map.ofEntries(
            Map.entry("intent written", "invoiceDesk\\.page: commit insert claim, insert delivery.*"),
            Map.entry("booking ordered", "settlement\\.enter .*: commit insert booking, insert delivery.*"),
            Map.entry("request sent", ".*: request (POST|PUT) .*"),
            Map.entry("answer read", ".*: answer (POST|PUT) .*"),
            Map.entry("inbox written", ".*\\.once: commit insert inbox"),
            Map.entry("event written", "webhook\\.receive .*: commit insert inbox"),
            Map.entry("job claimed", "schedule\\.run jobDesk\\.claim: commit update schedule"),
            Map.entry("lease of a job renewed", ".*(pageDesk|xmlPageDesk|cursorDesk)\\.\\w+: commit update schedule"),
            Map.entry("lease of a directory renewed", ".*folderDesk\\.handled: commit update folder_lease"),
            Map.entry("file renamed", "ecpay\\.send sendingDesk\\.rename: rename in inn"),
            Map.entry("file read and archived", ".*folderDesk\\.handled: rename from \\w+ to arkiv"),
            Map.entry("cursor moved", ".*cursorDesk\\.handled: commit update schedule"),
            Map.entry("number of a file moved", ".*folderDesk\\.handled: commit update file_number"),
            Map.entry("webhook answered", "webhook\\.receive: webhook answered 204"),
            Map.entry("voucher sent", "tripletex\\.send\\.http: request POST /v2/ledger/voucher"),
            Map.entry("payment sent", "tripletex\\.send\\.http: request PUT /v2/invoice/_/:payment"),
            Map.entry("matching sent", "tripletex\\.send\\.http: request PUT /v2/ledger/posting/:closePostings"),
            Map.entry("proposal answered", "kk2\\.send\\.http: request PUT .*/svar"));

    private static final List<String> OF_EVERY_HAND_OVER = List.of(
            ".*: commit insert claim, insert delivery.*",
            "delivery\\.\\w+ claim: commit update delivery",
            ".*: commit .*insert transmission.*",
            ".*(: request P.*|: rename in inn)",
            "delivery\\.\\w+ workDesk\\.rest: commit insert attempt.*update delivery.*");

    private Named() {}

    /** What is missing, in words. */
    static List<String> missing(List<Tally> tallies) {
        List<String> missing = new ArrayList<>();
        ANYWHERE.forEach((name, point) -> {
            if (tallies.stream().noneMatch(tally -> has(tally, ".*" + point))) {
                missing.add(name);
            }
        });
        for (String agency : Agencies.ALL) {
            Tally handOver = tallies.stream()
                    .filter(tally -> tally.kind.equals("submit-claim") && tally.agency.equals(agency))
                    .findFirst()
                    .orElseThrow();
            OF_EVERY_HAND_OVER.stream()
                    .filter(point -> !has(handOver, point))
                    .forEach(point -> missing.add(agency + ": " + point));
            if (!agency.equals("kk2") && !has(handOver, ".*workDesk\\.rest: commit .*update transmission.*")) {
                missing.add(agency + ": batch id stored");
            }
        }
        return missing;
    }

    private static boolean has(Tally tally, String point) {
        Pattern pattern = Pattern.compile(point);
        return tally.points.keySet().stream()
                .anyMatch(name -> pattern.matcher(name).matches());
    }
}
