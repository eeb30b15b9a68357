package no.kravbro.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stylesheets: JSON to XML and back, exact amounts, and no way out. */
class XsltMappingTest {

    private static final String HEAD =
            "<xsl:stylesheet version=\"3.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" xmlns:k=\"urn:kravbro:functions\"\n"
                    + " xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" exclude-result-prefixes=\"#all\">\n";

    @TempDir
    private Path directory;

    private Mappings mappings;

    @BeforeEach
    void begin() {
        mappings = new Mappings(directory);
    }

    private void write(String file, String content) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, HEAD + content + "</xsl:stylesheet>");
    }

    private String map(String select, String text) throws IOException {
        write("a.xslt", "<xsl:template match=\"/\"><xsl:sequence select=\"" + select + "\"/></xsl:template>");
        mappings.refresh("a.xslt");
        return mappings.apply("a.xslt", text);
    }

    @Test
    void json_becomes_xml_member_by_member() throws IOException {
        write(
                "a.xslt",
                """
                <xsl:template match="/document"><out><xsl:for-each select="claims"><c ore="{ore}"><xsl:value-of select="name"/></c></xsl:for-each>
                <xsl:copy-of select="none"/></out></xsl:template>""");
        assertThat(mappings.apply(
                        "a.xslt", "{\"claims\":[{\"ore\":123456789,\"name\":\"Æ & <Ø>\"},{\"ore\":1}],\"none\":null}"))
                .isEqualTo("<out><c ore=\"123456789\">Æ &amp; &lt;Ø&gt;</c><c ore=\"1\"/></out>");
    }

    @Test
    void xml_becomes_json() throws IOException {
        assertThat(map(
                        "map{'a': string(/x/a), 'none': /x/none, 'list': array{/x/n ! xs:integer(.)}, 'flag': true(), 'rate': 25.5}",
                        "<x><a>Å &amp; B</a><n>1</n><n>2</n></x>"))
                .isEqualTo("{\"a\":\"Å & B\",\"flag\":true,\"list\":[1,2],\"rate\":25.5}");
        assertThat(map("map{'list': array{}}", "<x/>")).isEqualTo("{\"list\":[]}");
    }

    @Test
    void amounts_are_exact_or_nothing() throws IOException {
        assertThat(map(
                        "map{'ore': k:ore(/x/a), 'kr': k:kroner(/x/b), 'no': k:ore(/x/none)}",
                        "<x><a>90071992547409.93</a><b>5</b></x>"))
                .isEqualTo("{\"kr\":\"0.05\",\"ore\":9007199254740993}");
        assertThatThrownBy(() -> map("k:ore(/x)", "<x>1.005</x>"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("more than two decimals");
        assertThatThrownBy(() -> map("k:ore(/x)", "<x>1e3</x>")).hasMessageContaining("not an exact amount");
        assertThatThrownBy(() -> map("k:kroner(/x)", "<x>0.5</x>")).hasMessageContaining("not whole øre");
        assertThatThrownBy(() -> map("map{'a': 1.5e0}", "<x/>")).hasMessageContaining("not exact");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unparsed-text('file:///etc/passwd')",
                "doc('file:///etc/passwd')",
                "document('file:///etc/passwd')",
                "collection('file:///etc')",
                "unparsed-text-lines('http://localhost:1/')[1]",
                "available-environment-variables()[1]",
                "json-doc('https://example.com')",
                "environment-variable('PATH')",
                "Q{java:java.lang.System}currentTimeMillis()"
            })
    void there_is_no_way_out(String select) throws IOException {
        String told;
        try {
            told = map("string(" + select + ")", "<x/>");
        } catch (MappingException refused) {
            told = "\"\"";
        }
        assertThat(told).isEqualTo("\"\"");
    }

    @Test
    void nothing_of_the_document_is_told() throws IOException {
        assertThatThrownBy(() -> map("xs:integer(/x)", "<x>Kari Nordmann</x>"))
                .isInstanceOf(MappingException.class)
                .hasMessageNotContaining("Kari");
        assertThatThrownBy(() -> map("/x", "Kari Nordmann")).hasMessageNotContaining("Kari");
        assertThatThrownBy(() -> map("/x", "<!DOCTYPE x [<!ENTITY y \"Kari\">]><x>&y;</x>"))
                .isInstanceOf(MappingException.class)
                .hasMessageNotContaining("Kari");
    }

    @Test
    void a_broken_stylesheet_is_told_by_line() throws IOException {
        write("a.xslt", "<xsl:template match=\"/\">\n<xsl:value-of select=\"1 +\"/></xsl:template>");
        assertThatThrownBy(() -> mappings.require("a.xslt")).isInstanceOfSatisfying(MappingException.class, e -> {
            assertThat(e.file()).isEqualTo("a.xslt");
            assertThat(e.line()).isEqualTo(4);
        });
    }

    @Test
    void imports_are_followed_inside_the_directory_only() throws IOException {
        write("b/part.xslt", "<xsl:template match=\"x\"><one/></xsl:template>");
        write("b/a.xslt", "<xsl:import href=\"part.xslt\"/>");
        assertThat(mappings.apply("b/a.xslt", "<x/>")).isEqualTo("<one/>");
        write("b/part.xslt", "<xsl:template match=\"x\"><two/></xsl:template>");
        mappings.refresh("b/part.xslt");
        assertThat(mappings.apply("b/a.xslt", "<x/>")).isEqualTo("<two/>");
        write("c.xslt", "<xsl:import href=\"../../none.xslt\"/>");
        assertThatThrownBy(() -> mappings.require("c.xslt")).isInstanceOf(MappingException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a + b", "restHovedstol - belop", "a div 100", "sum(linje/betalt)", "format-number(x, '0.00')"})
    void arithmetic_is_found(String expression) {
        assertThat(XsltArithmetic.linesOf("<a>\n<xsl:value-of select=\"" + expression + "\"/></a>"))
                .containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"env:Body/*", "a/b[1]", "'a - b'", "rest-hovedstol", "array{x ! k:item(.)}"})
    void what_is_no_arithmetic_is_not(String expression) {
        assertThat(XsltArithmetic.linesOf("<xsl:value-of select=\"" + expression + "\"/>"))
                .isEmpty();
    }
}
