package no.kravbro.bench;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** The yardstick: the same calls, the same decisions and the same durable writes, in two loops with plain JDBC. */
final class HandWrittenLoop implements Side {

    /** Pages of payments under way at once. */
    private static final int PAGES = 4;

    private final Api api;
    private final DataSource database;
    private final int threads;
    /** Of deliveries: given by ourselves, as there is nobody else. */
    private final AtomicLong ids = new AtomicLong();

    HandWrittenLoop(String address, DataSource database, int threads) {
        this.api = new Api(address);
        this.database = database;
        this.threads = threads;
    }

    @Override
    public void claims(int units) {
        try (Crew crew = new Crew(threads)) {
            new HandWrittenClaims(api, new Batches(database), crew, ids).run();
        }
    }

    @Override
    public void payments(int units) {
        ExecutorService callers = Executors.newFixedThreadPool(threads);
        try (Crew pages = new Crew(PAGES)) {
            new HandWrittenPayments(api, new Batches(database), pages, callers, ids).run();
        } finally {
            callers.shutdownNow();
        }
    }

    @Override
    public void close() {
        api.close();
    }
}
