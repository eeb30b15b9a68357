package no.kravbro.bundle;

import static no.kravbro.bundle.Specimen.FAILURE;
import static no.kravbro.bundle.Specimen.ROUTER;
import static no.kravbro.bundle.Specimen.SEND;
import static no.kravbro.bundle.Specimen.SUBMIT;

import java.util.stream.Stream;

/** For every rule of the lint a file that breaks it, with the beginning of the complaint that it must draw. */
final class SpoiledFiles {

    static final String SUBMIT_FILE = "ago/submit-claim.camel.yaml";
    static final String SEND_FILE = "ago/send.camel.yaml";
    static final String ROUTER_FILE = "shared/claim.submit.camel.yaml";
    static final String MAP_FILE = "ago/map/submit-claim.jslt";

    private SpoiledFiles() {}

    static Stream<Spoiled> all() {
        return Stream.of(shape(), words(), notation(), schema(), steps(), headers(), wiring(), names(), documents())
                .flatMap(files -> files);
    }

    private static Stream<Spoiled> shape() {
        String route = SUBMIT.substring(SUBMIT.indexOf('\n') + 1);
        return Stream.of(
                new Spoiled(
                        "id is not the file's",
                        SUBMIT_FILE,
                        SUBMIT.replace("id: ago.submit-claim", "id: ago.submit"),
                        SUBMIT_FILE + ":2: place"),
                new Spoiled(
                        "from is not the id",
                        SUBMIT_FILE,
                        SUBMIT.replace("direct:ago.submit-claim", "direct:ago.x"),
                        SUBMIT_FILE + ":2: place"),
                new Spoiled("two routes in a file", SUBMIT_FILE, SUBMIT + route, SUBMIT_FILE + ":1: place"),
                new Spoiled(
                        "configuration beside a route",
                        SUBMIT_FILE,
                        SUBMIT + "- routeConfiguration:\n    id: x\n",
                        SUBMIT_FILE + ":1: place"),
                new Spoiled("no first line", SUBMIT_FILE, route, SUBMIT_FILE + ":1: first-line"));
    }

    private static Stream<Spoiled> words() {
        return Stream.of(
                new Spoiled(
                        "no description",
                        SUBMIT_FILE,
                        SUBMIT.replaceAll("    description.*\n", ""),
                        SUBMIT_FILE + ":2: description"),
                new Spoiled(
                        "the word route",
                        SUBMIT_FILE,
                        SUBMIT.replace("Hands one", "A route that hands one"),
                        SUBMIT_FILE + ":2: description"),
                new Spoiled(
                        "two sentences",
                        SUBMIT_FILE,
                        SUBMIT.replace("one claim to", "one claim. To"),
                        SUBMIT_FILE + ":2: description"),
                new Spoiled("thirteen steps", SUBMIT_FILE, SUBMIT + logs(11), SUBMIT_FILE + ":2: size: 13 steps"),
                new Spoiled(
                        "thirteen steps, some in a branch",
                        ROUTER_FILE,
                        ROUTER + nestedLogs(10),
                        ROUTER_FILE + ":2: size: 13 steps"),
                new Spoiled(
                        "two choices",
                        ROUTER_FILE,
                        ROUTER + "        - choice:\n            otherwise:\n              steps: []\n",
                        ROUTER_FILE + ":2: size: one choice"),
                new Spoiled(
                        "outgoing step without id",
                        SUBMIT_FILE,
                        SUBMIT.replaceFirst(" +id: send-claim\n", ""),
                        SUBMIT_FILE + ":12: step-id"));
    }

    private static Stream<Spoiled> notation() {
        return Stream.of(
                new Spoiled(
                        "not YAML",
                        SUBMIT_FILE,
                        SUBMIT.replace("      steps:", "     steps:"),
                        SUBMIT_FILE + ":8: yaml"),
                new Spoiled("half a file", SUBMIT_FILE, "", SUBMIT_FILE + ":1: yaml: the file is empty"),
                new Spoiled(
                        "a key twice",
                        SUBMIT_FILE,
                        SUBMIT.replace("    from:", "    id: b\n    from:"),
                        SUBMIT_FILE + ":6: yaml: key 'id'"),
                new Spoiled(
                        "from at the top",
                        SUBMIT_FILE,
                        SUBMIT + "- from:\n    uri: direct:x\n    steps: []\n",
                        SUBMIT_FILE + ":15: notation"),
                new Spoiled(
                        "a step as text",
                        SUBMIT_FILE,
                        SUBMIT + "        - log: \"x\"\n",
                        SUBMIT_FILE + ":15: notation"),
                new Spoiled(
                        "an expression as text",
                        SEND_FILE,
                        SEND.replaceAll("simple:\n +expression: ", "simple: "),
                        SEND_FILE + ":13: notation"));
    }

    private static Stream<Spoiled> schema() {
        return Stream.of(
                new Spoiled(
                        "a language below setBody",
                        SEND_FILE,
                        SEND.replaceAll(" +expression:\n +simple:\n  ", "            simple:\n"),
                        SEND_FILE + ":12: notation"),
                new Spoiled(
                        "an unknown field",
                        SUBMIT_FILE,
                        SUBMIT.replace("description:", "about:"),
                        SUBMIT_FILE + ":2: schema"),
                new Spoiled(
                        "an unknown step",
                        SUBMIT_FILE,
                        SUBMIT + "        - set-body:\n            x: y\n",
                        SUBMIT_FILE + ":15: schema"));
    }

    private static Stream<Spoiled> steps() {
        return Stream.of(
                new Spoiled(
                        "a script",
                        SUBMIT_FILE,
                        SUBMIT
                                + "        - script:\n            expression:\n              groovy:\n                expression: x\n",
                        SUBMIT_FILE + ":15: code"),
                new Spoiled(
                        "groovy in an expression",
                        SEND_FILE,
                        SEND.replace("simple:", "groovy:"),
                        SEND_FILE + ":13: code"),
                new Spoiled(
                        "a component out of place",
                        SUBMIT_FILE,
                        SUBMIT.replace("direct:ago.send", "exec:rm"),
                        SUBMIT_FILE + ":12: component"),
                new Spoiled(
                        "the log component",
                        SUBMIT_FILE,
                        SUBMIT.replace("direct:ago.send", "log:x"),
                        SUBMIT_FILE + ":12: component"),
                new Spoiled(
                        "a body in the log",
                        ROUTER_FILE,
                        ROUTER.replace("${variable.target}\"", "${body}\""),
                        ROUTER_FILE + ":21: log"));
    }

    private static Stream<Spoiled> headers() {
        return Stream.of(
                new Spoiled(
                        "an amount compared",
                        ROUTER_FILE,
                        ROUTER.replace("target} == 'ago'", "amountOre} > 100"),
                        ROUTER_FILE + ":13: amount"),
                new Spoiled(
                        "headers stay",
                        SEND_FILE,
                        SEND.replace("CamelHttp*", "CamelFile*"),
                        SEND_FILE + ":15: headers"),
                new Spoiled(
                        "headers removed too late",
                        SEND_FILE,
                        SEND.replaceAll(" +- removeHeaders:\n.*\n", "")
                                + "        - removeHeaders:\n            pattern: \"*\"\n",
                        SEND_FILE + ":13: headers"),
                new Spoiled(
                        "a second call",
                        SEND_FILE,
                        SEND + "        - to:\n            id: again\n            uri: \"{{ago.url}}\"\n",
                        SEND_FILE + ":18: headers"));
    }

    private static Stream<Spoiled> wiring() {
        return Stream.of(
                new Spoiled(
                        "a port without consumer",
                        SUBMIT_FILE,
                        SUBMIT.replace("direct:ago.send", "direct:ago.gone"),
                        SUBMIT_FILE + ":12: port"),
                new Spoiled(
                        "a port with two consumers",
                        "ago/other.camel.yaml",
                        SEND.replace("id: ago.send", "id: ago.other"),
                        "ago/send.camel.yaml:2: port"),
                new Spoiled(
                        "a port that Java consumes too",
                        "dead-letter/bury.camel.yaml",
                        SEND.replace("ago.send", "dead-letter.bury"),
                        "dead-letter/bury.camel.yaml:2: port"),
                new Spoiled(
                        "a dead letter channel to nowhere",
                        "shared/failure.camel.yaml",
                        FAILURE.replace("direct:dead-letter.bury", "direct:nowhere"),
                        "shared/failure.camel.yaml:5: port"),
                new Spoiled(
                        "an unknown configuration",
                        SUBMIT_FILE,
                        SUBMIT.replace("Id: inner", "Id: iner"),
                        SUBMIT_FILE + ":2: configuration"),
                new Spoiled(
                        "no configuration",
                        SUBMIT_FILE,
                        SUBMIT.replaceAll(" +routeConfigurationId.*\n", ""),
                        SUBMIT_FILE + ":2: configuration"));
    }

    private static Stream<Spoiled> names() {
        return Stream.of(
                new Spoiled("a route id twice", "ago2/x.camel.yaml", SEND, "ago2/x.camel.yaml:2: unique-id"),
                new Spoiled(
                        "a step id twice",
                        SUBMIT_FILE,
                        SUBMIT.replace("id: map-claim", "id: ago"),
                        SUBMIT_FILE + ":9: unique-id"),
                new Spoiled(
                        "a caller not named",
                        SEND_FILE,
                        SEND.replace("by: ago.submit-claim", "by: nobody"),
                        SEND_FILE + ":1: comment: 'Called by' does not name ago.submit-claim"),
                new Spoiled(
                        "a Java caller not named",
                        ROUTER_FILE,
                        ROUTER.replace("by: delivery.dispatch", "by: nobody"),
                        ROUTER_FILE + ":1: comment"),
                new Spoiled(
                        "a caller that does not call",
                        SEND_FILE,
                        SEND.replace("by: ", "by: claim.submit, "),
                        SEND_FILE + ":1: comment: 'Called by' names claim.submit"),
                new Spoiled(
                        "a call not named",
                        SUBMIT_FILE,
                        SUBMIT.replace("Calls: ago.send", "Calls: Ago"),
                        SUBMIT_FILE + ":1: comment: 'Calls' does not name ago.send"));
    }

    private static Stream<Spoiled> documents() {
        return Stream.of(
                new Spoiled(
                        "a mapping that is not there",
                        SUBMIT_FILE,
                        SUBMIT.replace("submit-claim.jslt", "gone.jslt"),
                        SUBMIT_FILE + ":9: mapping"),
                new Spoiled(
                        "a mapping that does not compile", MAP_FILE, "{\n \"a\": oo(.b)\n}", MAP_FILE + ":2: mapping"),
                new Spoiled(
                        "arithmetic beside an amount",
                        MAP_FILE,
                        "{\n\"a\": .paidOre - .feeOre\n}",
                        MAP_FILE + ":2: arithmetic"),
                new Spoiled(
                        "an amount times a number", MAP_FILE, "{\"a\": 100 * .amount}", MAP_FILE + ":1: arithmetic"),
                new Spoiled(
                        "arithmetic inside ore()",
                        MAP_FILE,
                        "{\"a\": ore(.principal * 100)}",
                        MAP_FILE + ":1: arithmetic"),
                new Spoiled(
                        "arithmetic on what ore() gives",
                        MAP_FILE,
                        "{\"a\": ore(.principal) + ore(.interest)}",
                        MAP_FILE + ":1: arithmetic"),
                new Spoiled("a rounded amount", MAP_FILE, "{\"a\": round(.feeAmount)}", MAP_FILE + ":1: arithmetic"));
    }

    private static String logs(int count) {
        return "        - log:\n            message: x\n".repeat(count);
    }

    private static String nestedLogs(int count) {
        String log = "                - log:\n                    message: x\n";
        return "        - loop:\n            expression:\n              constant:\n                expression: \"1\"\n            steps:\n"
                + log.repeat(count - 1);
    }
}
