package no.kravbro.deadletter;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kravbro.delivery.Sql;

/** Two failures with the same fingerprint have the same fix. */
final class Fingerprint {

    private Fingerprint() {}

    /** @param field what the far side complains about, or null */
    static String of(String kind, String target, String cause, String field) {
        return Sql.hash(Stream.of(kind, target, cause, field)
                .map(part -> Objects.requireNonNullElse(part, ""))
                .collect(Collectors.joining("|")));
    }
}
