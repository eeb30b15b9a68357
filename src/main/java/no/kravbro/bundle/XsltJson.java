package no.kravbro.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.sf.saxon.s9api.XdmArray;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmValue;

/** Between JSON and what a stylesheet sees of it. Numbers are exact both ways; null and nothing are left out. */
final class XsltJson {

    private XsltJson() {}

    /** A JSON document as XML: members are elements, items of a list repeat the element of the list. */
    static String xml(JsonNode document) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            write(xml, "document", document);
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("A member of the document has a name that no element can have", e);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter xml, String name, JsonNode node) throws XMLStreamException {
        if (node.isArray()) {
            for (JsonNode item : node) {
                write(xml, name, item);
            }
        } else if (!node.isNull()) {
            xml.writeStartElement(name);
            if (node.isObject()) {
                for (var field : node.properties()) {
                    write(xml, field.getKey(), field.getValue());
                }
            } else {
                xml.writeCharacters(node.isBigDecimal() ? node.decimalValue().toPlainString() : node.asText());
            }
            xml.writeEndElement();
        }
    }

    /** A map, array or atomic value as JSON. */
    static JsonNode read(XdmValue value) {
        if (value.size() != 1) {
            return list(value);
        }
        XdmItem item = value.itemAt(0);
        if (item instanceof XdmMap map) {
            return object(map);
        }
        if (item instanceof XdmArray array) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            array.asList().forEach(member -> list.add(read(member)));
            return list;
        }
        return item instanceof XdmAtomicValue atom ? atom(atom) : TextNode.valueOf(item.getStringValue());
    }

    private static ArrayNode list(XdmValue value) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        value.forEach(item -> list.add(read(item)));
        return list;
    }

    private static ObjectNode object(XdmMap map) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        map.asMap().entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .sorted((a, b) ->
                        a.getKey().getStringValue().compareTo(b.getKey().getStringValue()))
                .forEach(entry -> object.set(entry.getKey().getStringValue(), read(entry.getValue())));
        return object;
    }

    private static JsonNode atom(XdmAtomicValue atom) {
        Object value = atom.getValue();
        if (value instanceof Boolean flag) {
            return BooleanNode.valueOf(flag);
        }
        if (value instanceof Long || value instanceof Integer || value instanceof BigInteger) {
            return LongNode.valueOf(Long.parseLong(value.toString()));
        }
        if (value instanceof BigDecimal decimal) {
            return DecimalNode.valueOf(decimal);
        }
        if (value instanceof Double || value instanceof Float) {
            throw new IllegalArgumentException("Floating point numbers are not exact");
        }
        return TextNode.valueOf(atom.getStringValue());
    }
}
