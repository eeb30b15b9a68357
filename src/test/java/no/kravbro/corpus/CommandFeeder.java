package no.kravbro.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import no.kravbro.api.cli.Cli;

/** Types commands, one argument a line, against the running product. The side's status is the exit code. */
final class CommandFeeder implements Feeder {

    private final Ground ground;

    CommandFeeder(Ground ground) {
        this.ground = ground;
    }

    @Override
    public String feed(Case input) {
        Fill fill = new Fill().with("port", ground.world.port());
        String text = new String(input.input(fill), StandardCharsets.UTF_8);
        List<String> arguments = new ArrayList<>(text.lines().toList());
        if (arguments.stream().noneMatch(each -> each.startsWith("--url"))) {
            arguments.add("--url=http://localhost:" + ground.world.port());
        }
        // Before the first option: one without its value would take the key for it.
        long words = arguments.stream().takeWhile(each -> !each.startsWith("-")).count();
        arguments.add((int) words, ground.world.key().option());
        StringWriter said = new StringWriter();
        assertThat(run(said, arguments))
                .as(said.toString())
                .isEqualTo(input.side().status());
        StringWriter good = new StringWriter();
        assertThat(run(
                        good,
                        List.of(
                                "status",
                                "--url=http://localhost:" + ground.world.port(),
                                ground.world.key().option())))
                .as(good.toString())
                .isZero();
        return said.toString();
    }

    private static int run(StringWriter said, List<String> arguments) {
        PrintWriter printer = new PrintWriter(said, true);
        return Cli.run(printer, printer, arguments.toArray(String[]::new));
    }
}
