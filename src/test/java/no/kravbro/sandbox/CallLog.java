package no.kravbro.sandbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** Every call a sandbox received, oldest first, with the answer: for counting and for checking against contracts. */
public final class CallLog {

    private final int most;
    private final Deque<LoggedCall> calls = new ArrayDeque<>();
    private long total;

    public CallLog() {
        this(20_000);
    }

    /** @param most how many calls are kept; older ones are forgotten, but counted */
    public CallLog(int most) {
        this.most = most;
    }

    public synchronized void add(LoggedCall call) {
        if (calls.size() == most) {
            calls.removeFirst();
        }
        calls.addLast(call);
        total++;
    }

    public synchronized List<LoggedCall> all() {
        return new ArrayList<>(calls);
    }

    /** Calls of this method (null = any) whose whole path matches the regular expression. */
    public List<LoggedCall> of(String method, String pathRegex) {
        Pattern path = Pattern.compile(pathRegex);
        return all().stream()
                .filter(logged -> method == null || method.equals(logged.call().method()))
                .filter(logged -> path.matcher(logged.call().path()).matches())
                .toList();
    }

    public int count(String method, String pathRegex) {
        return of(method, pathRegex).size();
    }

    /** Calls since the start, forgotten ones too. */
    public synchronized long total() {
        return total;
    }

    public synchronized void clear() {
        calls.clear();
    }
}
