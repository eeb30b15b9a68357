package no.kravbro.bundle;

import static no.kravbro.bundle.Specimen.SEND;
import static no.kravbro.bundle.Specimen.SUBMIT;
import static no.kravbro.bundle.SpoiledFiles.SEND_FILE;
import static no.kravbro.bundle.SpoiledFiles.SUBMIT_FILE;

import java.util.stream.Stream;

/** What somebody writes who may change routes and wants more than that, with the beginning of the complaint it must draw. */
final class SpoiledByMalice {

    private static final String ADDRESS = "{{kravbro.agencies.ago.url:http://not-set-up.invalid}}";

    private SpoiledByMalice() {}

    static Stream<Spoiled> all() {
        return Stream.of(hosts(), beans(), texts()).flatMap(files -> files);
    }

    private static Stream<Spoiled> hosts() {
        return Stream.of(
                        "http://169.254.169.254/latest/meta-data",
                        "https://else.example/?x=1",
                        "{{kravbro.agencies.ago.url:http://169.254.169.254}}",
                        "{{kravbro.agencies.ago.client-secret-file}}",
                        "{{kravbro.agencies.ago.url}}.else.example/",
                        "{{kravbro.agencies.ago.url}}@else.example/",
                        "{{env:HOME}}",
                        "${variable.address}",
                        "${header.CamelHttpUri}")
                .map(address -> new Spoiled(
                        "calls " + address, SEND_FILE, SEND.replace(ADDRESS, address), SEND_FILE + ":15: host"));
    }

    private static Stream<Spoiled> beans() {
        Stream<Spoiled> called = Stream.of("users", "dataSource", "apiDesk", "lettersApiDesk", "org.x.Any", "")
                .map(bean -> new Spoiled(
                        "calls the bean '" + bean + "'",
                        SUBMIT_FILE,
                        SUBMIT + "        - bean:\n            ref: \"" + bean + "\"\n            method: x\n",
                        SUBMIT_FILE + ":15: bean"));
        Stream<Spoiled> others = Stream.of(
                new Spoiled(
                        "a class by its name",
                        SUBMIT_FILE,
                        SUBMIT + "        - bean:\n            ref: wire\n            beanType: java.lang.Runtime\n",
                        SUBMIT_FILE + ":15: bean: a class"),
                new Spoiled(
                        "a bean as an address",
                        SUBMIT_FILE,
                        SUBMIT.replace("direct:ago.send", "bean:users?method=add"),
                        SUBMIT_FILE + ":12: bean"),
                new Spoiled(
                        "a class as a value",
                        SEND_FILE,
                        SEND.replace("CamelHttp*", "#class:java.lang.Runtime"),
                        SEND_FILE + ":10: bean"));
        return Stream.concat(called, others);
    }

    private static Stream<Spoiled> texts() {
        Stream<Spoiled> functions = Stream.of(
                        "bean:users?method=all", "env:HOME", "sys.user.home", "camelContext", "ref:users")
                .map(text -> new Spoiled(
                        "asks for ${" + text + "}",
                        SEND_FILE,
                        SEND.replace("${variable.document}", "${" + text + "}"),
                        SEND_FILE + ":14: function"));
        Stream<Spoiled> others = Stream.of(
                new Spoiled(
                        "a header that turns the call elsewhere",
                        SUBMIT_FILE,
                        SUBMIT + "        - setHeader:\n            name: CamelHttpUri\n            expression:\n"
                                + "              constant:\n                expression: http://else.example\n",
                        SUBMIT_FILE + ":15: headers"),
                new Spoiled(
                        "a tag that makes an object",
                        SUBMIT_FILE,
                        SUBMIT.replace("Hands one", "!!javax.script.ScriptEngineManager Hands one"),
                        SUBMIT_FILE + ":4: yaml: Global tag is not allowed"),
                new Spoiled(
                        "a tag of its own",
                        SUBMIT_FILE,
                        SUBMIT.replace("Hands one", "!any Hands one"),
                        SUBMIT_FILE + ":4: yaml: a tag"));
        return Stream.concat(functions, others);
    }
}
