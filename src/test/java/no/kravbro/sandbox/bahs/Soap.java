package no.kravbro.sandbox.bahs;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import no.kravbro.sandbox.Reply;

/** SOAP 1.2 around answers and faults. */
final class Soap {

    static final String ENVELOPE = "http://www.w3.org/2003/05/soap-envelope";
    static final String WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    static final String WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

    private static final String FRAME =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<env:Envelope xmlns:env=\"%s\"><env:Body>%s</env:Body></env:Envelope>";
    private static final String FAULT =
            """
            <env:Fault><env:Code><env:Value>env:%s</env:Value>%s</env:Code>\
            <env:Reason><env:Text xml:lang="no">%s</env:Text></env:Reason>%s</env:Fault>""";

    private Soap() {}

    static Reply answer(String body) {
        return reply(200, body);
    }

    static Reply fault(Feil feil) {
        String detail = "<env:Detail>" + feil.detail() + "</env:Detail>";
        String who = feil.receiver() ? "Receiver" : "Sender";
        return reply(feil.receiver() ? 500 : 400, FAULT.formatted(who, "", Out.escaped(feil.getMessage()), detail));
    }

    /** A fault of WS-Security: {@code wsse:} or {@code wsu:} and its name. */
    static Reply refused(SecurityFault fault) {
        String namespace = fault.code().startsWith("wsu:") ? WSU : WSSE;
        String prefix = fault.code().substring(0, fault.code().indexOf(':'));
        String subcode = "<env:Subcode><env:Value xmlns:%s=\"%s\">%s</env:Value></env:Subcode>"
                .formatted(prefix, namespace, fault.code());
        return reply(400, FAULT.formatted("Sender", subcode, fault.getMessage(), ""));
    }

    /** A fault without a type: nobody knows what happened. */
    static Reply broken(int status) {
        return reply(status, FAULT.formatted("Receiver", "", "Unexpected error", ""));
    }

    private static Reply reply(int status, String body) {
        return new Reply(
                status,
                Map.of("Content-Type", "application/soap+xml; charset=utf-8"),
                FRAME.formatted(ENVELOPE, body).getBytes(StandardCharsets.UTF_8));
    }
}
