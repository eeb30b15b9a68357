package no.kravbro.api.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import no.kravbro.access.Keys;

/** Which key of the API a command uses. */
final class KeyFinder {

    /** Where the sandbox keeps a key for this machine, seen from the folder it was started in. */
    static final Path LOCAL = Path.of("data", "api-key");

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Pattern VALUE = Pattern.compile(Pattern.quote(Keys.PREFIX) + "[A-Za-z0-9_-]+");

    private KeyFinder() {}

    /** What is said about a wrong command line, without the keys that stood there. */
    static String masked(String text) {
        return VALUE.matcher(String.valueOf(text)).replaceAll(Keys.PREFIX + "***");
    }

    /**
     * The key of the file that was named, else that of the environment, else that of this machine, which no other machine is
     * shown. Never one from the command line: whoever lists the processes would see it. Null: there is none.
     */
    static String find(Path named, Map<String, String> environment, String url, Path local) {
        if (named != null) {
            return read(named);
        }
        String given = environment.getOrDefault("KRAVBRO_TOKEN", "").strip();
        if (!given.isEmpty()) {
            return given;
        }
        String file = environment.getOrDefault("KRAVBRO_TOKEN_FILE", "").strip();
        if (!file.isEmpty()) {
            return read(Path.of(file));
        }
        return THIS_MACHINE.contains(String.valueOf(URI.create(url).getHost())) && Files.isReadable(local)
                ? read(local)
                : null;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException failed) {
            throw new CallFailed(CallFailed.SAID_NO, "The key cannot be read from " + file + ".");
        }
    }
}
