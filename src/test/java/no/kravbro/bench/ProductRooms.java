package no.kravbro.bench;

import static no.kravbro.bench.InvoiceDocument.FIRST_DAY;
import static no.kravbro.bench.InvoiceDocument.TODAY;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.decision.DecisionContext;
import no.kravbro.claim.decision.Decisions;
import no.kravbro.delivery.Invoices;
import no.kravbro.tripletex.DayWindow;
import no.kravbro.tripletex.InvoiceReader;
import no.kravbro.tripletex.Scan;
import no.kravbro.tripletex.TripletexRequest;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The product's scan, reader, decisions and memory, one after the other, without the routes between them. */
final class ProductRooms implements Contender {

    private static final DecisionContext CONTEXT = new DecisionContext(
            TODAY, 14, FIRST_DAY, MINIMUM_ORE, 0, 0, Set.of(), Set.of(), List.of("business.organizationNumber"), false);

    private final Clock clock;

    ProductRooms(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "product rooms";
    }

    @Override
    public void run(Api api, DataSource database) {
        Invoices invoices = new Invoices(
                new NamedParameterJdbcTemplate(database),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                clock);
        Scan scan = new Scan(DayWindow.through(FIRST_DAY, TODAY), PAGE);
        for (Optional<TripletexRequest> call = scan.next(); call.isPresent(); call = scan.next()) {
            List<Invoice> page = api.get(call.get().pathAndQuery(), InvoiceReader::page);
            invoices.seen(CREDITOR, page.stream().map(ProductRooms::decided).toList());
            scan.pageRead(page.size());
        }
    }

    private static Invoices.Seen decided(Invoice invoice) {
        return new Invoices.Seen(invoice, Decisions.decide(invoice, CONTEXT));
    }
}
