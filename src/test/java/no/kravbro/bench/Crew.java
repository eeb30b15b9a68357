package no.kravbro.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** A few threads that take pieces of work, never more waiting than there are threads. */
final class Crew implements AutoCloseable {

    private final ExecutorService threads;
    private final Semaphore room;
    private final List<Future<?>> pieces = new ArrayList<>();

    Crew(int size) {
        threads = Executors.newFixedThreadPool(size);
        room = new Semaphore(2 * size);
    }

    /** Waits for room. */
    void add(Runnable piece) {
        room.acquireUninterruptibly();
        pieces.removeIf(Future::isDone);
        pieces.add(threads.submit(() -> {
            try {
                piece.run();
            } finally {
                room.release();
            }
        }));
    }

    /** Until all pieces are done; the first failure is thrown. */
    void finish() {
        try {
            for (Future<?> piece : pieces) {
                piece.get();
            }
            pieces.clear();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
