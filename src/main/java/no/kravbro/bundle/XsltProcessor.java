package no.kravbro.bundle;

import java.io.StringReader;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.Source;
import javax.xml.transform.sax.SAXSource;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Saxon as we use it: our two functions, and no way out to files, addresses or Java. */
final class XsltProcessor {

    private static final String BASE = "routes:/";

    private XsltProcessor() {}

    static Processor create() {
        Processor processor = new Processor(false);
        processor.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "none");
        processor.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
        // Whoever compiles or maps brings a reporter of its own; nothing is printed beside the log.
        processor.getUnderlyingConfiguration().setErrorReporterFactory(configuration -> error -> {});
        XsltFunctions.ALL.forEach(processor::registerExtensionFunction);
        return processor;
    }

    /** What a file below the routes directory is called inside Saxon, so that imports find their neighbours. */
    static String address(String path) {
        return BASE + path;
    }

    static String path(String address) {
        return address.startsWith(BASE) ? address.substring(BASE.length()) : address;
    }

    static boolean isDocument(XdmValue result) {
        return result.size() == 1 && result.itemAt(0).isNode() == false;
    }

    /** Reads XML without document types, so without entities and without leaving the text. */
    static XdmNode parse(Processor processor, String xml) throws SaxonApiException {
        return processor.newDocumentBuilder().build(new SAXSource(reader(), new InputSource(new StringReader(xml))));
    }

    /** A stylesheet, read in the same way. */
    static Source source(String xml, String address) {
        InputSource input = new InputSource(new StringReader(xml));
        input.setSystemId(address);
        return new SAXSource(reader(), input);
    }

    private static XMLReader reader() {
        try {
            // The platform's own: looking for another one searches all libraries, every time.
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            for (Map.Entry<String, Boolean> feature : Map.of(
                            XMLConstants.FEATURE_SECURE_PROCESSING,
                            true,
                            "http://apache.org/xml/features/disallow-doctype-decl",
                            true)
                    .entrySet()) {
                factory.setFeature(feature.getKey(), feature.getValue());
            }
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("This Java has no safe XML parser", e);
        }
    }
}
