package no.kravbro.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Counts what goes to a database: statements, a batch being one, and commits, a write outside a transaction being one. A look
 * that changes nothing is no commit, and one for work that finds none is not counted at all. Slows it down, so never while measuring.
 */
final class Statements {

    private static final Pattern WRITES =
            Pattern.compile("\\b(?<!for )(insert|update|delete)\\b", Pattern.CASE_INSENSITIVE);

    private final AtomicLong statements = new AtomicLong();
    private final Map<String, Long> texts = new ConcurrentHashMap<>();
    private final AtomicLong commits = new AtomicLong();

    /** How often each was sent since the last time it was asked, most often first. */
    List<String> told() {
        List<String> lines = texts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> entry.getValue() + " x " + entry.getKey().replaceAll("\\s+", " "))
                .toList();
        texts.clear();
        return lines;
    }

    long statements() {
        return statements.get();
    }

    long commits() {
        return commits.get();
    }

    DataSource around(DataSource database) {
        return (DataSource) wrap(DataSource.class, database, null, null);
    }

    /** @param wrote whether the running transaction of the connection has written anything, null above connections */
    private Object wrap(Class<?> type, Object target, String sql, AtomicBoolean wrote) {
        return Proxy.newProxyInstance(
                Statements.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, sql, wrote, method, arguments));
    }

    private Object call(Object target, String sql, AtomicBoolean wrote, Method method, Object[] arguments)
            throws Throwable {
        if (target instanceof Connection && "commit".equals(method.getName()) && wrote.getAndSet(false)) {
            commits.incrementAndGet();
        }
        Object result = invoke(target, method, arguments);
        if (target instanceof Statement statement && method.getName().startsWith("execute")) {
            String text = sql == null ? String.valueOf(arguments[0]) : sql;
            boolean writes = WRITES.matcher(text).find();
            boolean alone = writes && statement.getConnection().getAutoCommit();
            wrote.compareAndSet(false, writes && !alone);
            return result instanceof ResultSet rows && alone
                    ? new Look(rows, text).watched()
                    : seen(text, alone, result);
        }
        Class<?> type = method.getReturnType();
        boolean watched = type == Connection.class || type == PreparedStatement.class || type == Statement.class;
        boolean prepared = target instanceof Connection && type == PreparedStatement.class;
        return watched && !(result instanceof CallableStatement)
                ? wrap(
                        type,
                        result,
                        prepared ? (String) arguments[0] : null,
                        type == Connection.class ? new AtomicBoolean() : wrote)
                : result;
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object seen(String text, boolean committed, Object result) {
        statements.incrementAndGet();
        commits.addAndGet(committed ? 1 : 0);
        texts.merge(text, 1L, Long::sum);
        return result;
    }

    /** A look for work that changes rows only if it finds some; one that finds none belongs to time, not to the work. */
    private final class Look {

        private final ResultSet rows;
        private final String text;
        private boolean looked;

        Look(ResultSet rows, String text) {
            this.rows = rows;
            this.text = text;
        }

        ResultSet watched() {
            return (ResultSet) Proxy.newProxyInstance(
                    Statements.class.getClassLoader(), new Class<?>[] {ResultSet.class}, (proxy, method, arguments) -> {
                        Object result = invoke(rows, method, arguments);
                        if (!looked && method.getName().equals("next")) {
                            looked = true;
                            return Boolean.TRUE.equals(result) ? seen(text, true, result) : result;
                        }
                        return result;
                    });
        }
    }
}
