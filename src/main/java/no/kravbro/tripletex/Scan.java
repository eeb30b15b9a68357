package no.kravbro.tripletex;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The order of calls that reads all invoices dated in a window: page by page, cutting the window in two whenever the API
 * finds more than its 10,000 in it. Needs at most 1.2 calls per 1,000 invoices. One scan, one thread.
 */
public final class Scan {

    /** Large enough for the budget of calls, small enough for an answer of a few megabytes. */
    public static final int PAGE_SIZE = 2000;

    private final Deque<DayWindow> windows = new ArrayDeque<>();
    private final int pageSize;
    private int from;

    public Scan(DayWindow window, int pageSize) {
        if (pageSize < 1) {
            throw new IllegalArgumentException("A page has one invoice or more");
        }
        this.pageSize = pageSize;
        windows.add(window);
    }

    /** From so many days back through today: due dates cannot be asked for, only dates of issue. */
    public static DayWindow reachingBack(LocalDate today, int days) {
        return DayWindow.through(today.minusDays(days), today);
    }

    /** The next call, or empty when all is read. */
    public Optional<TripletexRequest> next() {
        return Optional.ofNullable(windows.peek()).map(w -> TripletexRequests.invoices(w, from, pageSize));
    }

    /** The last call gave so many invoices. A short page is the last: totals are not to be trusted. */
    public void pageRead(int count) {
        if (count < pageSize) {
            windows.remove();
            from = 0;
        } else {
            from += pageSize;
        }
    }

    /**
     * The last call was refused because the window holds too much (422, code 23000). Throws
     * {@link IllegalStateException} when a single day does.
     */
    public void tooLarge() {
        DayWindow window = windows.remove();
        List<DayWindow> halves = window.halves();
        windows.push(halves.get(1));
        windows.push(halves.get(0));
        from = 0;
    }

    /** Calls that read held invoices again, a hundred at a time; the window must reach over all their dates. */
    public static List<TripletexRequest> rereads(Collection<Long> invoiceIds, DayWindow window) {
        List<Long> ids = invoiceIds.stream().distinct().sorted().toList();
        List<TripletexRequest> calls = new ArrayList<>();
        for (int i = 0; i < ids.size(); i += TripletexRequests.IDS_PER_CALL) {
            List<Long> some = ids.subList(i, Math.min(i + TripletexRequests.IDS_PER_CALL, ids.size()));
            calls.add(TripletexRequests.invoicesById(some, window));
        }
        return calls;
    }
}
