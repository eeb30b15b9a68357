package no.kravbro.mutants;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * One small change of the product, and whether a test noticed it.
 *
 * @param type class below {@code no.kravbro}
 */
record Mutant(String type, String method, int line, String change, boolean killed) {

    /** A test failed, never came to an end, or the memory ran out. */
    private static final Set<String> NOTICED = Set.of("KILLED", "TIMED_OUT", "MEMORY_ERROR");

    /** Those of one report ({@code mutations.xml}); what could not even be loaded is none. */
    static List<Mutant> in(Path report) throws IOException {
        try {
            NodeList found = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getElementsByTagName("mutation");
            return IntStream.range(0, found.getLength())
                    .mapToObj(found::item)
                    .map(Element.class::cast)
                    .filter(each -> !each.getAttribute("status").equals("NON_VIABLE"))
                    .map(Mutant::of)
                    .toList();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(report + " cannot be read", e);
        }
    }

    private static Mutant of(Element found) {
        return new Mutant(
                text(found, "mutatedClass").replace("no.kravbro.", ""),
                text(found, "mutatedMethod"),
                Integer.parseInt(text(found, "lineNumber")),
                text(found, "description"),
                NOTICED.contains(found.getAttribute("status")));
    }

    private static String text(Element found, String name) {
        return found.getElementsByTagName(name).item(0).getTextContent();
    }
}
