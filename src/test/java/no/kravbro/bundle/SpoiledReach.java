package no.kravbro.bundle;

import static no.kravbro.bundle.Specimen.SEND;
import static no.kravbro.bundle.Specimen.SUBMIT;
import static no.kravbro.bundle.SpoiledFiles.SEND_FILE;
import static no.kravbro.bundle.SpoiledFiles.SUBMIT_FILE;

import java.util.stream.Stream;

/** Files that reach for what is not in the bundle, with the beginning of the complaint that each must draw. */
final class SpoiledReach {

    private static final String STYLESHEET =
            """
            <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
            <!-- doc('a')
            --><xsl:template match="/"><a>
            <xsl:value-of select="doc('file:/etc/hosts')"/></a></xsl:template></xsl:stylesheet>
            """;

    private SpoiledReach() {}

    static Stream<Spoiled> all() {
        return Stream.of(
                new Spoiled(
                        "a folder of this machine",
                        SUBMIT_FILE,
                        SUBMIT.replace("direct:ago.send", "file:/etc?fileName=passwd"),
                        SUBMIT_FILE + ":12: component: no folder is named in a route"),
                new Spoiled(
                        "a folder of another machine",
                        SUBMIT_FILE,
                        SUBMIT.replace("direct:ago.send", "sftp:else.example/out"),
                        SUBMIT_FILE + ":12: component: no folder is named in a route"),
                new Spoiled(
                        "a stylesheet from outside",
                        SUBMIT_FILE,
                        SUBMIT.replace("direct:ago.send", "xslt:file:/tmp/any.xslt"),
                        SUBMIT_FILE + ":14: outside"),
                new Spoiled(
                        "a text from outside",
                        SEND_FILE,
                        SEND.replace("${variable.document}", "resource:file:/etc/passwd"),
                        SEND_FILE + ":14: outside"),
                new Spoiled(
                        "a stylesheet that reads other files",
                        "ago/map/any.xslt",
                        STYLESHEET,
                        "ago/map/any.xslt:4: outside"));
    }
}
