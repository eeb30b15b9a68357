package no.kravbro.agency;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** XML from outside: without document types, so without entities; read by local names. */
public final class SafeXml {

    private static final int DEEPEST = 100;

    /** Code with which this Java's parser complains of depth. */
    private static final String TOO_DEEP = "JAXP00010006";

    private SafeXml() {}

    /** The root element; throws {@link IllegalArgumentException}, free of the document's values, when it is no such XML. */
    public static Element parse(String xml) {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (SAXException | IOException broken) {
            // The cause is left out on purpose: its message may quote the document.
            if (String.valueOf(broken.getMessage()).startsWith(TOO_DEEP)) {
                throw new IllegalArgumentException("The document is nested deeper than " + DEEPEST + " levels");
            }
            throw new IllegalArgumentException("The document is not XML, or has a document type");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This Java has no safe XML parser", e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        // The platform's own: looking for another one searches all libraries, every time.
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory;
    }

    /** Child elements of this local name, or all for null. */
    public static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && (name == null || name.equals(element.getLocalName()))) {
                children.add(element);
            }
        }
        return children;
    }

    /** The first such child, or null. */
    public static Element child(Element parent, String name) {
        List<Element> found = parent == null ? List.of() : children(parent, name);
        return found.isEmpty() ? null : found.get(0);
    }

    /** Text of the first such child, or null. */
    public static String text(Element parent, String name) {
        Element child = child(parent, name);
        return child == null ? null : child.getTextContent().strip();
    }

    /** Texts of all elements on a path of local names below this one, {@code lines/amount}; none for an empty path. */
    public static List<String> texts(Element parent, String path) {
        List<Element> found = List.of(parent);
        for (String name : path.split("/")) {
            found = found.stream()
                    .flatMap(each -> children(each, name).stream())
                    .toList();
        }
        return found.stream().map(each -> each.getTextContent().strip()).toList();
    }

    /**
     * The element as text in one way only, whatever prefixes and spaces it came with: what was received twice looks the same
     * twice.
     *
     * @param without a child that does not belong to the content, or null
     */
    public static String plain(Element element, String without) {
        StringBuilder text = new StringBuilder();
        write(text, element, element.getNamespaceURI(), without);
        return text.toString();
    }

    private static void write(StringBuilder text, Element element, String namespace, String without) {
        text.append('<').append(element.getLocalName());
        if (namespace != null) {
            text.append(" xmlns=\"").append(escaped(namespace)).append('"');
        }
        text.append('>');
        List<Element> children = children(element, null);
        if (children.isEmpty()) {
            text.append(escaped(element.getTextContent().strip()));
        }
        for (Element child : children) {
            if (!child.getLocalName().equals(without)) {
                write(text, child, null, null);
            }
        }
        text.append("</").append(element.getLocalName()).append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
