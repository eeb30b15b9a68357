package no.kravbro.api.cli;

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
            "The accountant's report of a period, from claim to voucher, as a page or for a spreadsheet.",
            "For example: kravbro report nordlys --from 2026-01-01 --to 2026-01-31 --format CSV > january.csv"
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

    @Option(names = "--format", defaultValue = "HTML", description = "HTML or CSV (default: HTML).")
    private String format;

    @Override
    public Integer call() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.put("format", format);
        server.out().print(server.text("/creditors/" + Server.encoded(creditor) + "/report", parameters));
        server.out().flush();
        return 0;
    }
}
