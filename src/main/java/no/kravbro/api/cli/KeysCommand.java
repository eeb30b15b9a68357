package no.kravbro.api.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import no.kravbro.secret.KeyFile;
import picocli.CommandLine.Command;
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

    private void out(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private void error(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
