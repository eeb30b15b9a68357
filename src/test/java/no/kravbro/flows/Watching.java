package no.kravbro.flows;

import java.util.Map;
import no.kravbro.agency.WireAnswer;
import no.kravbro.camel.ProposalWatchDesk;
import no.kravbro.creditor.Creditors;
import no.kravbro.tripletex.TripletexRequest;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;

/** One look at the vouchers that wait for a person, call by call, whose answers a test makes up. */
final class Watching {

    private final World world;
    private final Exchange exchange;

    Watching(World world) {
        this.world = world;
        exchange = new DefaultExchange(world.bean(CamelContext.class));
        exchange.setVariable("creditor", world.bean(Creditors.class).byId("nordlys"));
        world.bean(ProposalWatchDesk.class).begin(exchange);
    }

    TripletexRequest request() {
        return exchange.getVariable("request", TripletexRequest.class);
    }

    void answered(int status, String body) {
        exchange.getMessage().setBody(new WireAnswer(status, body, Map.of(), null, null));
        world.bean(ProposalWatchDesk.class).read(exchange);
    }
}
