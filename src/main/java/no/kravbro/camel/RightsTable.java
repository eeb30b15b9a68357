package no.kravbro.camel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kravbro.access.Role;

/** Writes which role may use which operation of the API into {@code src/docs/rights.md}. */
public final class RightsTable {

    static final Path PAGE = Path.of("src/docs/rights.md");

    private static final String HEAD =
            """
            # Who may use which operation of the API

            <!-- Written by `make docs` from the operations and rights; do not edit. -->

            x: the role has the right that the operation needs. In all roles: only what belongs to the creditors one may see.

            """;

    private RightsTable() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(PAGE, text(), StandardCharsets.UTF_8);
    }

    static String text() {
        return HEAD
                + row("Operation", "Right", Role::name)
                + row("---", "---", role -> "---")
                + ApiRoutes.ALL.stream().map(RightsTable::line).collect(Collectors.joining());
    }

    private static String line(ApiRoutes.Operation operation) {
        String call = (operation.post() ? "POST " : "GET ") + operation.path();
        return row(
                "`" + call + "`",
                operation.right().name(),
                role -> operation.right().roles().contains(role) ? "x" : "");
    }

    private static String row(String first, String second, java.util.function.Function<Role, String> cell) {
        return Stream.concat(Stream.of(first, second), Stream.of(Role.values()).map(cell))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
