package no.kravbro.camel;

import java.time.Clock;
import no.kravbro.Secrets;
import no.kravbro.Settings;
import no.kravbro.agency.SoapRequest;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Puts a document into a SOAP envelope with a new token, right before it goes out. */
@Component("soapDesk")
public class SoapDesk {

    private final Settings settings;
    private final Clock machine;

    public SoapDesk(Settings settings, @Qualifier("machine") Clock machine) {
        this.settings = settings;
        this.machine = machine;
    }

    /** The body becomes the envelope's bytes; the headers tell what it is. */
    public void wrap(Exchange exchange, String agency) {
        Settings.Agency wire = settings.agencies().get(agency);
        if (wire.username() == null) {
            throw new IllegalStateException("Set kravbro.agencies." + agency + ".username and .password-file");
        }
        Message message = exchange.getMessage();
        SoapRequest request = new SoapRequest(message.getBody(String.class));
        message.setBody(request.bytes(wire.username(), Secrets.text(wire.passwordFile()), machine));
        message.setHeader(Exchange.CONTENT_TYPE, request.contentType());
        message.setHeader(Wire.ACCEPT, "application/soap+xml");
    }
}
