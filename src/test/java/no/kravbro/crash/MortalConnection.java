package no.kravbro.crash;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection whose commits are effects, and which does nothing more once its process is dead. */
final class MortalConnection {

    private static final Pattern WRITES = Pattern.compile(
            "(?is)^(?:\\s|--[^\\n]*\\n)*(?:select \\* from final table \\(\\s*|with .*?\\)\\s*)?(insert into|merge into|update|delete from)\\s+(\\w+).*");

    private final Connection real;
    private final MortalDatabase database;
    private final Set<String> written = new TreeSet<>();
    private boolean cut;

    MortalConnection(Connection real, MortalDatabase database) {
        this.real = real;
        this.database = database;
    }

    Connection proxy() {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    return onConnection(method, arguments);
                });
    }

    /** What was not committed is gone. */
    void cut() {
        cut = true;
        try (real) {
            if (!real.getAutoCommit()) {
                real.rollback();
            }
        } catch (SQLException closed) {
            throw new IllegalStateException("The connection could not be cut", closed);
        }
    }

    private Object onConnection(Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "commit":
                return commit();
            case "rollback":
                written.clear();
                return cut ? null : call(real, method, arguments);
            case "close":
                database.closed(this);
                return cut ? null : call(real, method, arguments);
            case "isClosed":
                return cut || real.isClosed();
            case "prepareStatement":
                alive();
                return statement(PreparedStatement.class, call(real, method, arguments), (String) arguments[0]);
            case "prepareCall":
                alive();
                return statement(CallableStatement.class, call(real, method, arguments), (String) arguments[0]);
            case "createStatement":
                alive();
                return statement(Statement.class, call(real, method, arguments), null);
            default:
                if (cut) {
                    throw new Died();
                }
                return call(real, method, arguments);
        }
    }

    private Object commit() throws Exception {
        alive();
        if (written.isEmpty()) {
            real.commit();
            return null;
        }
        Set<String> what = new TreeSet<>(written);
        written.clear();
        return database.commit(what, () -> {
            real.commit();
            return null;
        });
    }

    private void alive() {
        if (cut) {
            throw new Died();
        }
        database.alive();
    }

    private Object statement(Class<?> type, Object statement, String sql) {
        return Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (!method.getName().startsWith("execute")) {
                        return cut && method.getName().equals("close") ? null : call(statement, method, arguments);
                    }
                    return execute(statement, method, arguments, sql);
                });
    }

    private Object execute(Object statement, Method method, Object[] arguments, String prepared) throws Throwable {
        alive();
        String sql = prepared == null && arguments != null ? (String) arguments[0] : String.valueOf(prepared);
        Matcher write = WRITES.matcher(sql);
        if (!write.matches()) {
            return call(statement, method, arguments);
        }
        String what =
                write.group(1).replaceFirst("(?i) into| from", "").toLowerCase().replace("merge", "update") + " "
                        + write.group(2);
        database.touches(write.group(2));
        if (real.getAutoCommit()) {
            return database.commit(Set.of(what), () -> checked(statement, method, arguments));
        }
        written.add(what);
        return call(statement, method, arguments);
    }

    private static Object checked(Object target, Method method, Object[] arguments) throws Exception {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
