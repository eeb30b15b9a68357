package no.kravbro.camel;

import static org.assertj.core.api.Assertions.assertThat;

import no.kravbro.fakes.SampleCreditors;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever finds money in the dead letters that came as XML sees whose it is and how much, however early it was refused. */
class ReceivedXmlTest {

    @ParameterizedTest
    @CsvSource({"2400.00, -150.00, 225000", "-2400.00, 150.00, 225000", "2400.00, mye, 0", "2400.00, 0.001, 0"})
    void claimAndKroner(String principal, String vat, long stake) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setVariable(Notebook.CREDITOR, SampleCreditors.ecpay("nordlys"));
        exchange.getMessage()
                .setBody(("<post><postId>p-1</postId><nokkel><kreditorOrgnr>310245674</kreditorOrgnr>"
                                + "<fakturaId>21475</fakturaId></nokkel><linje><tilKreditor>%s</tilKreditor></linje>"
                                + "<linje><tilKreditor>%s</tilKreditor></linje></post>")
                        .formatted(principal, vat));
        SettlementDesk desk = new SettlementDesk(null);
        desk.noteXml(exchange, "payment", "postId", "nokkel/kreditorOrgnr,nokkel/fakturaId", "linje/tilKreditor");
        assertThat(received(exchange).claimKey()).isEqualTo("310245674-21475");
        assertThat(received(exchange).amountOre()).isEqualTo(stake);
        desk.noteXml(exchange, "settlement", "postId", "", "nettoUtbetalt");
        assertThat(received(exchange).claimKey()).isNull();
    }

    private static DeadLetterDesk.Received received(Exchange exchange) {
        return exchange.getVariable(DeadLetterDesk.RECEIVED, DeadLetterDesk.Received.class);
    }
}
