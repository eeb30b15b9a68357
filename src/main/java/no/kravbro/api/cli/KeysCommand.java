package no.kravbro.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Map;
import no.kravbro.secret.KeyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The keys of encryption at rest. */
@Command(
        name = "keys",
        description = "The keys of encryption at rest.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class KeysCommand {

    private static final String[] COLUMNS = {
        "newest", "older", "madeAt", "masterChanges", "sealedRows", "unreadRows", "rowsLeft", "finishedAt", "retireFrom"
    };

    @Spec
    private CommandSpec spec;

    @Command(
            name = "new",
            description = {
                "Writes a new master key into a file that only its owner can read. Asks no running product.",
                "Keep a copy elsewhere: without it nothing that was encrypted can ever be read again."
            },
            mixinStandardHelpOptions = true)
    int fresh(@Parameters(paramLabel = "FILE", description = "Where it is written; must not be there yet.") Path file) {
        try {
            KeyFile.make(file);
            out("A new key is in " + file + ". Name the file as kravbro.master-key-file, and keep a copy elsewhere.");
            return 0;
        } catch (FileAlreadyExistsException there) {
            error(file + " is there already, and is left as it is.");
        } catch (IOException failed) {
            error(file + " cannot be written (" + failed.getMessage() + ").");
        }
        return CallFailed.SAID_NO;
    }

    @Command(
            name = "status",
            description = "Which keys there are, by name, and how far rows have been sealed under the newest.",
            mixinStandardHelpOptions = true)
    int status(@Mixin Server server) {
        return print(server, server.get("/data-keys", Map.of()));
    }

    @Command(
            name = "rotate",
            description = {
                "Makes a new data key, under which everything is sealed from now on.",
                "What is stored is sealed under it little by little; status tells how far that has come."
            },
            mixinStandardHelpOptions = true)
    int rotate(@Mixin Server server) {
        return print(server, server.post("/data-keys/rotate", Map.of()));
    }

    @Command(
            name = "retire",
            description = "Forgets the older data keys; refused while a row is under one.",
            mixinStandardHelpOptions = true)
    int retire(@Mixin Server server) {
        return print(server, server.post("/data-keys/retire", Map.of()));
    }

    @Command(
            name = "rewrap",
            description = {
                "Ends the change of the master key: the one before opens nothing any more.",
                "Only when all nodes have been started with the new one."
            },
            mixinStandardHelpOptions = true)
    int rewrap(@Mixin Server server) {
        return print(server, server.post("/data-keys/rewrap", Map.of()));
    }

    private static int print(Server server, JsonNode keys) {
        return server.print(keys, JsonNodeFactory.instance.arrayNode().add(keys), COLUMNS);
    }

    private void out(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private void error(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
