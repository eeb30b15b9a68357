package no.kravbro.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small routes directory in perfect order, to be spoiled by a test. */
public final class Specimen {

    public static final String FAILURE =
            """
            # Called by: every flow.  Calls: dead-letter.bury.
            - routeConfiguration:
                id: owner
                errorHandler:
                  deadLetterChannel:
                    deadLetterUri: direct:dead-letter.bury
            - routeConfiguration:
                id: inner
                errorHandler:
                  noErrorHandler: {}
            """;

    public static final String SUBMIT =
            """
            # Called by: claim.submit.  Calls: ago.send.
            - route:
                id: ago.submit-claim
                description: Hands one claim to the agency
                routeConfigurationId: inner
                from:
                  uri: direct:ago.submit-claim
                  steps:
                    - to:
                        id: map-claim
                        uri: map:ago/map/submit-claim.jslt
                    - to:
                        id: send-claim
                        uri: direct:ago.send
            """;

    public static final String SEND =
            """
            # Called by: ago.submit-claim.  Calls: Ago REST.
            - route:
                id: ago.send
                description: Puts one request on the wire
                routeConfigurationId: inner
                from:
                  uri: direct:ago.send
                  steps:
                    - removeHeaders:
                        pattern: "CamelHttp*"
                    - setBody:
                        expression:
                          simple:
                            expression: "${variable.document}"
                    - to:
                        id: ago
                        uri: "{{kravbro.agencies.ago.url:http://not-set-up.invalid}}"
            """;

    public static final String ROUTER =
            """
            # Called by: delivery.dispatch.  Calls: ago.submit-claim.
            - route:
                id: claim.submit
                description: Hands a batch of claims to the creditor's agency
                routeConfigurationId: owner
                from:
                  uri: direct:claim.submit
                  steps:
                    - choice:
                        id: agency
                        when:
                          - expression:
                              simple:
                                expression: "${variable.target} == 'ago'"
                            steps:
                              - to:
                                  id: submit-to-ago
                                  uri: direct:ago.submit-claim
                        otherwise:
                          steps:
                            - log:
                                message: "no agency for ${variable.target}"
            """;

    public static final String MAPPING = "{\"amount\": kroner(.remainingOre), \"name\": .first + \" \" + .last}\n";

    /** A real profile under another name, with one call. */
    public static final String PROFILE = real("routes/autocollect/agency.yaml")
                    .replaceFirst("(?s)\nanswers:.*", "\nanswers:\n")
                    .replace("id: autocollect", "id: ago")
            + """
              submit-claim:
                rows:
                  - {status: 202, meaning: HANDED_OVER}
                  - {status: 0, meaning: UNKNOWN}
            """;

    public static final String ANSWERS =
            """
            book-voucher:
              rows:
                - {status: 201, meaning: READ}
                - {status: 0, meaning: UNKNOWN}
            """;

    public static final List<JavaRoute> JAVA = List.of(
            new JavaRoute("delivery.dispatch", "sql:claim", "Claims due work", List.of("claim.submit")),
            new JavaRoute("dead-letter.bury", "direct:dead-letter.bury", "Buries", List.of()));

    private final Path directory;

    public Specimen(Path directory) {
        this.directory = directory;
        write("shared/failure.camel.yaml", FAILURE);
        write("shared/claim.submit.camel.yaml", ROUTER);
        write("ago/submit-claim.camel.yaml", SUBMIT);
        write("ago/send.camel.yaml", SEND);
        write("ago/map/submit-claim.jslt", MAPPING);
        write("ago/agency.yaml", PROFILE);
        write("books/answers.yaml", ANSWERS);
    }

    private static String real(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(String file, String text) {
        try {
            Path path = directory.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete(String file) {
        try {
            Files.delete(directory.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
