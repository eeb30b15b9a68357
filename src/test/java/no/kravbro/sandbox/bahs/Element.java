package no.kravbro.sandbox.bahs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import no.kravbro.money.Money;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** An XML element as a receiver reads it: by local names, {@code a/b} for a child's child. */
final class Element {

    private final org.w3c.dom.Element node;

    private Element(org.w3c.dom.Element node) {
        this.node = node;
    }

    /** The root of a document; null when it is no XML, or declares a document type. */
    static Element parse(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new Element(builder.parse(new ByteArrayInputStream(xml)).getDocumentElement());
        } catch (SAXException | IOException broken) {
            return null;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    static Element parse(String xml) {
        return parse(xml.getBytes(StandardCharsets.UTF_8));
    }

    String name() {
        return node.getLocalName();
    }

    String namespace() {
        return node.getNamespaceURI();
    }

    org.w3c.dom.Element node() {
        return node;
    }

    String attribute(String name) {
        return node.getAttribute(name);
    }

    List<Element> children() {
        List<Element> children = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof org.w3c.dom.Element element) {
                children.add(new Element(element));
            }
        }
        return children;
    }

    List<Element> all(String name) {
        return children().stream().filter(child -> child.name().equals(name)).toList();
    }

    /** The first such child, or null. */
    Element child(String path) {
        Element at = this;
        for (String name : path.split("/")) {
            List<Element> found = at == null ? List.of() : at.all(name);
            at = found.isEmpty() ? null : found.get(0);
        }
        return at;
    }

    boolean has(String path) {
        return child(path) != null;
    }

    /** Its text, or null when it is not there. */
    String text(String path) {
        Element at = child(path);
        return at == null ? null : at.node.getTextContent().strip();
    }

    LocalDate day(String path) {
        String text = text(path);
        return text == null ? null : LocalDate.parse(text.substring(0, 10));
    }

    /** An amount in øre, or 0 when it is not there. */
    long ore(String path) {
        String text = text(path);
        return text == null ? 0 : Money.ore(new BigDecimal(text));
    }

    int number(String path) {
        return Integer.parseInt(text(path));
    }
}
