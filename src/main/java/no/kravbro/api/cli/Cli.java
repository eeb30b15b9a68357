package no.kravbro.api.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Set;
import no.kravbro.WrongSetting;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code kravbro <command>}. Exit codes: 0 done, 1 the server said no, 2 wrong usage, 3 the server cannot be reached.
 */
@Command(
        name = "kravbro",
        mixinStandardHelpOptions = true,
        version = "Kravbro",
        header = "Carries overdue invoices from Tripletex to debt-collection agencies and books what is collected.",
        description = {"", "Without a command it starts the product. The commands ask a running one over its API."},
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StatusCommand.class,
            CreditorsCommand.class,
            ClaimsCommand.class,
            CollectionListCommand.class,
            DraftsCommand.class,
            ConnectCommand.class,
            ExclusionsCommand.class,
            PausesCommand.class,
            TasksCommand.class,
            MailsCommand.class,
            DifferencesCommand.class,
            ReportCommand.class,
            DeadLettersCommand.class,
            RoutesCommand.class,
            AuditCommand.class,
            KeysCommand.class,
            TokensCommand.class,
            CommandLine.HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the server said no; the reason is printed",
            "2:the command was not understood",
            "3:the server cannot be reached"
        },
        footer = {
            "",
            "Examples:",
            "  kravbro status",
            "  kravbro creditors dry-run nordlys --decision HOLD",
            "  kravbro dead-letters list --owner CREDITOR",
            "  kravbro dead-letters correct 12 --set debtor.postalCode=0150"
        })
public final class Cli {

    private static final Set<String> NOT_THE_PRODUCT = Set.of("-h", "--help", "-V", "--version");

    /** True when these arguments are meant as a command, known or misspelt, and not as settings of the product. */
    public static boolean knows(String... arguments) {
        return arguments.length > 0 && (NOT_THE_PRODUCT.contains(arguments[0]) || !arguments[0].startsWith("-"));
    }

    /** Runs a command and returns its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return line().setOut(out).setErr(err).execute(arguments);
    }

    /** As picocli does it, but nothing that looks like a key is said again. */
    private static int misunderstood(CommandLine.ParameterException wrong, String... arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(KeyFinder.masked(wrong.getMessage()));
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err)) {
            command.usage(err);
        }
        err.flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static CommandLine line() {
        return new CommandLine(new Cli())
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(Cli::misunderstood)
                .setExecutionExceptionHandler((failure, command, result) -> {
                    if (failure instanceof CallFailed failed) {
                        command.getErr().println(KeyFinder.masked(failed.getMessage()));
                        command.getErr().flush();
                        return failed.exitCode();
                    }
                    if (failure instanceof WrongSetting || failure instanceof UncheckedIOException) {
                        command.getErr().println(KeyFinder.masked(failure.getMessage()));
                        command.getErr().flush();
                        return CallFailed.SAID_NO;
                    }
                    throw failure;
                });
    }
}
