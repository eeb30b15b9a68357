package no.kravbro.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The accountant's report of a period: from claim to voucher. */
@Command(
        name = "report",
        description = {
            "The accountant's report of a period, from claim to voucher, as a page, for a spreadsheet or for the archive.",
            "For example: kravbro report nordlys --from 2026-01-01 --to 2026-01-31 --format PDF --out january.pdf"
        },
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    @Mixin
    private Server server;

    @Parameters(paramLabel = "CREDITOR", description = "Id of the creditor.")
    private String creditor;

    @Option(names = "--from", description = "First day (default: the first of the month).")
    private String from;

    @Option(names = "--to", description = "Last day (default: today).")
    private String to;

    @Option(names = "--format", defaultValue = "HTML", description = "HTML, CSV or PDF (default: HTML).")
    private String format;

    @Option(names = "--out", description = "File to write (default: the screen; a PDF: CREDITOR.pdf).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.put("format", format);
        String path = "/creditors/" + Server.encoded(creditor) + "/report";
        if (out == null && !"PDF".equals(format)) {
            server.out().print(server.text(path, parameters));
        } else {
            Path file = out == null ? Path.of(creditor.replaceAll("[^\\w-]", "") + ".pdf") : out;
            Files.write(file, server.bytes(path, parameters));
            server.out().println(file);
        }
        server.out().flush();
        return 0;
    }
}
