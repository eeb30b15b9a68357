package no.kravbro.agency;

import jakarta.xml.soap.MessageFactory;
import jakarta.xml.soap.SOAPConstants;
import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.common.util.WSTimeSource;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecUsernameToken;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * One SOAP 1.2 request: a document in an envelope, with a UsernameToken (PasswordDigest) of its own. A nonce is taken once and a
 * token is old after minutes, so every attempt is a request anew, around the same document.
 */
public final class SoapRequest {

    private static final String TYPE = "application/soap+xml; charset=utf-8; action=\"%s/%s\"";

    /** Looked for once: looking for it searches all libraries, every time. */
    private static final MessageFactory MESSAGES = messages();

    private final Element document;

    /** @param document the body's only element, as text */
    public SoapRequest(String document) {
        this.document = SafeXml.parse(document);
    }

    /** Document/literal: the document {@code XInn} is for the operation X; its namespace is that of the service. */
    public String contentType() {
        String operation = document.getLocalName().replaceFirst("Inn$", "");
        return TYPE.formatted(document.getNamespaceURI(), operation);
    }

    /** @param machine when the token is made */
    public byte[] bytes(String user, String password, Clock machine) {
        try {
            SOAPMessage message = MESSAGES.createMessage();
            // A copy: what is added is taken out of where it was.
            message.getSOAPBody().addDocument(copy());
            sign(message, user, password, machine);
            return bytes(message);
        } catch (SOAPException | WSSecurityException | TransformerException e) {
            throw new IllegalStateException("The envelope could not be made", e);
        }
    }

    private static MessageFactory messages() {
        try {
            return MessageFactory.newInstance(SOAPConstants.SOAP_1_2_PROTOCOL);
        } catch (SOAPException e) {
            throw new IllegalStateException("This Java has no SOAP 1.2", e);
        }
    }

    /** Written by the platform itself: the message's own writer searches all libraries for one that can, every time. */
    private static byte[] bytes(SOAPMessage message) throws SOAPException, TransformerException {
        Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
        writer.setOutputProperty(OutputKeys.ENCODING, StandardCharsets.UTF_8.name());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.transform(new DOMSource(message.getSOAPPart().getEnvelope()), new StreamResult(bytes));
        return bytes.toByteArray();
    }

    private Document copy() {
        Document copy = document.getOwnerDocument().getImplementation().createDocument(null, null, null);
        copy.appendChild(copy.importNode(document, true));
        return copy;
    }

    private static void sign(SOAPMessage message, String user, String password, Clock machine)
            throws SOAPException, WSSecurityException {
        WSSecHeader header = new WSSecHeader(message.getSOAPPart().getEnvelope().getOwnerDocument());
        header.insertSecurityHeader();
        WSSecUsernameToken token = new WSSecUsernameToken(header);
        token.setWsTimeSource(new MachineTime(machine));
        token.setPasswordType(WSConstants.PASSWORD_DIGEST);
        token.setPrecisionInMilliSeconds(true);
        token.setUserInfo(user, password);
        token.addNonce();
        token.addCreated();
        token.build();
    }

    private record MachineTime(Clock machine) implements WSTimeSource {

        @Override
        public Instant now() {
            return machine.instant();
        }
    }

    /** For logs: which operation, and nothing of its content. */
    @Override
    public String toString() {
        return document.getLocalName();
    }
}
