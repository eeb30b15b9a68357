package no.kravbro.bench;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * What a cookbook of Camel would have: split the page, one exchange per invoice, a statement before and one after the calls,
 * each committed by itself. No last look, no outbox, no attempts: it writes less than the other two.
 */
final class PlainRoutes implements Side {

    private static final String NEXT = "next";
    private static final String AGENCY = "/collection/v1/orgs/" + AGENCY_REFERENCE;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate template;

    PlainRoutes(String address, DataSource database, int threads) {
        try {
            camel.getRegistry().bind("database", database);
            camel.addRoutes(new Routes(address, threads));
            camel.start();
            template = camel.createProducerTemplate();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void claims(int units) {
        for (int from = 0; from < units; from += PAGE) {
            read("direct:claims", "from=" + from + "&count=" + PAGE);
        }
    }

    @Override
    public void payments(int units) {
        Object next = "";
        while (next != null) {
            next = read("direct:payments", "pageSize=100" + (next.equals("") ? "" : "&pageToken=" + next))
                    .getVariable(NEXT);
        }
    }

    private Exchange read(String route, String query) {
        Exchange done = template.send(route, exchange -> exchange.getMessage().setHeader(Exchange.HTTP_QUERY, query));
        if (done.getException() != null) {
            throw new IllegalStateException(done.getException());
        }
        return done;
    }

    @Override
    public void close() {
        camel.stop();
    }

    /** Both flows. */
    private static final class Routes extends RouteBuilder {

        private final String address;
        private final int threads;

        Routes(String address, int threads) {
            this.address = address;
            this.threads = threads;
        }

        @Override
        public void configure() {
            claims();
            payments();
        }

        private void claims() {
            from("direct:claims")
                    .setHeader(Exchange.HTTP_PATH, constant("/v2/invoice"))
                    .to(address)
                    .unmarshal()
                    .json(Map.class)
                    .split(simple("${body[values]}"))
                    .stopOnException()
                    .streaming()
                    .parallelProcessing()
                    .executorService(pool())
                    .process(PlainMessages::invoice)
                    .to(sql("insert into invoice (creditor_id, invoice_id, invoice_number, due_date, outstanding_ore,"
                            + " decision, reasons, snapshot, seen_at) values ('nordlys', :#invoice, :#number, :#due, :#ore,"
                            + " 'TRANSFER', '[]', :#text, current_timestamp)"))
                    .to(sql("insert into claim (claim_key, creditor_id, invoice_id, invoice_number, agency, state,"
                            + " submission, principal_ore, created_at, updated_at) values (:#key, 'nordlys', :#invoice,"
                            + " :#number, 'autocollect', 'PENDING', 1, :#ore, current_timestamp, current_timestamp)"))
                    .process(exchange -> PlainMessages.submit(exchange, AGENCY + "/invoices"))
                    .to(address)
                    .process(exchange -> PlainMessages.ask(exchange, AGENCY + "/batches"))
                    .to(address)
                    .to(
                            sql(
                                    "update claim set state = 'ACCEPTED', updated_at = current_timestamp where claim_key = :#key"));
        }

        private void payments() {
            from("direct:payments")
                    .setHeader(Exchange.HTTP_PATH, constant(AGENCY + "/settlements"))
                    .to(address)
                    .unmarshal()
                    .json(Map.class)
                    .setVariable(NEXT, simple("${body[summary][nextPageToken]}"))
                    .split(simple("${body[data]}"))
                    .stopOnException()
                    .streaming()
                    .parallelProcessing()
                    .executorService(pool())
                    .process(PlainMessages::settlement)
                    .to(sql(
                            "insert into inbox (source, inbox_key, creditor_id, content_hash, payload, state, received_at,"
                                    + " lease_until) values ('autocollect.settlement', :#id, 'nordlys', '', :#text, 'NEW',"
                                    + " current_timestamp, current_timestamp)"))
                    .process(PlainMessages::post)
                    .to(address)
                    .process(PlainMessages::match)
                    .to(address)
                    .process(PlainMessages::readBack)
                    .to(address)
                    .to(sql("update inbox set state = 'WORKED', worked_at = current_timestamp where inbox_key = :#id"));
        }

        private static String sql(String statement) {
            return "sql:" + statement + "?dataSource=#database";
        }

        private ExecutorService pool() {
            return new ThreadPoolExecutor(
                    threads,
                    threads,
                    1,
                    TimeUnit.MINUTES,
                    new ArrayBlockingQueue<>(2 * threads),
                    new ThreadPoolExecutor.CallerRunsPolicy());
        }
    }
}
