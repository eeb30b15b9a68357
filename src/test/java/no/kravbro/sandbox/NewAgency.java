package no.kravbro.sandbox;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.kravbro.agency.ActionTable;
import no.kravbro.bundle.JavaRoute;
import no.kravbro.bundle.RouteMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code make agency NAME=x WIRE=rest}: a folder for one more agency that works at once, because it begins as a copy of the
 * agency that speaks over the same kind of wire: routes, mappings, samples, profile, router lines, and in the sandbox a
 * simulation, a creditor and settings. What is copied is then changed, file by file, into what the new agency speaks.
 */
@Command(
        name = "agency",
        mixinStandardHelpOptions = true,
        description = "Writes the folder of one more agency, with samples, router lines and a place in the sandbox.")
public final class NewAgency implements Callable<Integer> {

    /** Which agency speaks over a wire. */
    static final Map<String, String> MODELS = Map.of("rest", "autocollect", "soap", "bahs", "sftp", "ecpay");

    private static final List<String> ROUTERS = List.of(
            "claim.submit",
            "claim.inquire",
            "claim.report-payment",
            "claim.report-credit",
            "claim.inquire-report",
            "claim.instruct",
            "claim.inquire-instruction",
            "claim.ask-price");

    /** What they are called in sentences. */
    private static final Map<String, String> TITLES =
            Map.of("autocollect", "AutoCollect", "bahs", "BAHS", "ecpay", "ECPay");

    /** Bytes as they are: some samples are not UTF-8, and only ASCII words are changed. */
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{1,19}");

    @Option(names = "--name", required = true, description = "Short name: small letters and digits.")
    private String name;

    @Option(names = "--wire", required = true, description = "rest, soap or sftp.")
    private String wire;

    @Option(names = "--project", description = "Top of the project (default: here).")
    private Path project = Path.of("");

    @Spec
    private CommandSpec spec;

    private String model;

    public static void main(String[] arguments) {
        int code = new CommandLine(new NewAgency()).execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() throws IOException {
        String refusal = refusal();
        if (refusal != null) {
            spec.commandLine().getErr().println(refusal);
            return CommandLine.ExitCode.USAGE;
        }
        model = MODELS.get(wire);
        copyFolder();
        for (String router : ROUTERS) {
            change(
                    project.resolve("routes/shared/" + router + ".camel.yaml"),
                    // Not every wire carries everything: what it does not know, its router does not send it.
                    text -> text.contains("== '" + model + "'") ? RouterLine.add(text, model, name) : text);
        }
        new NewcomerFiles(project, name, model).write();
        for (Path route : files(project.resolve("routes/shared"))) {
            change(route, text -> RouterLine.mention(text, model, name));
        }
        for (Map.Entry<Path, String> page :
                RouteMap.pages(project, JavaRoute.all()).entrySet()) {
            Files.writeString(page.getKey(), page.getValue());
        }
        Files.writeString(project.resolve(ActionTable.PAGE), ActionTable.page(project.resolve("routes")));
        spec.commandLine()
                .getOut()
                .println(
                        "routes/" + name + " speaks as " + model + " does and has a place in the sandbox: try make run,"
                                + " then go on with src/docs/adding-an-agency.md");
        return CommandLine.ExitCode.OK;
    }

    private String refusal() {
        if (!NAME.matcher(name).matches()) {
            return "NAME is " + name + ": use 2 to 20 small letters and digits, a letter first";
        }
        if (!MODELS.containsKey(wire)) {
            return "WIRE is " + wire + ": use rest, soap or sftp";
        }
        return Files.exists(project.resolve("routes").resolve(name))
                ? "routes/" + name + " is there already: choose another NAME or remove it"
                : null;
    }

    private void copyFolder() throws IOException {
        Path from = project.resolve("routes").resolve(model);
        Path to = project.resolve("routes").resolve(name);
        for (Path file : files(from)) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, renamed(Files.readString(file, BYTES)), BYTES);
        }
        String origin = "# Began as a copy of " + model + ": change what differs, and say where each rule comes from.";
        change(to.resolve("agency.yaml"), text -> text.replaceFirst("^#.*", origin)
                .replaceFirst("(?m)^name: .*$", "name: " + title()));
    }

    private String title() {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** The namespace of a wire is not the name of a folder. */
    private String renamed(String text) {
        return text.replaceAll("(?<!urn:kravbro:)\\b" + model + "\\b", name)
                .replaceAll("\\b" + TITLES.get(model) + "\\b", title());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static void change(Path file, UnaryOperator<String> how) throws IOException {
        Files.writeString(file, how.apply(Files.readString(file)));
    }
}
