package no.kravbro.sandbox.bahs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Reply;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The agency's XSD: what is wrong with a document, a request or an answer. */
public final class Schema {

    private static final javax.xml.validation.Schema XSD = load();

    private Schema() {}

    private static javax.xml.validation.Schema load() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(Schema.class.getResource("/contracts/bahs/inkassoflyt.xsd"));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is wrong with a document of the contract; empty when nothing. */
    static List<String> broken(Element document) {
        List<String> complaints = new ArrayList<>();
        Validator validator = XSD.newValidator();
        validator.setErrorHandler(new Complaints(complaints));
        try {
            validator.validate(new DOMSource(document.node()));
        } catch (SAXException stopped) {
            complaints.add(String.valueOf(stopped.getMessage()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return complaints;
    }

    /** What is wrong with the document in the body of a request. */
    public static List<String> brokenRequest(Call call) {
        Element envelope = Element.parse(call.body());
        return envelope == null ? List.of("no XML") : broken(content(envelope));
    }

    /** What is wrong with an answer: its document, or that of its typed fault. */
    public static List<String> brokenAnswer(Reply reply) {
        Element envelope = Element.parse(reply.body());
        if (envelope == null) {
            return List.of("no XML");
        }
        Element content = content(envelope);
        if (!content.name().equals("Fault")) {
            return broken(content);
        }
        Element detail = content.child("Detail");
        return detail == null ? List.of() : broken(detail.children().get(0));
    }

    static Element content(Element envelope) {
        return envelope.child("Body").children().get(0);
    }

    private record Complaints(List<String> found) implements ErrorHandler {

        @Override
        public void warning(SAXParseException e) {
            found.add(e.getMessage());
        }

        @Override
        public void error(SAXParseException e) {
            found.add(e.getMessage());
        }

        @Override
        public void fatalError(SAXParseException e) {
            found.add(e.getMessage());
        }
    }
}
