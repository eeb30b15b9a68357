package no.kravbro.delivery;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** A connection that asks its {@link OneWriter} before it writes. Used by one thread at a time, from its first writing to its end. */
final class OneWriterConnection {

    /** Whatever does not begin as a plain question may write. */
    private static final Pattern QUESTION = Pattern.compile(
            "\\s*select\\b(?!.*\\b(?:final\\s+table|for\\s+update)\\b).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Connection real;
    private final OneWriter writer;
    private boolean writing;

    OneWriterConnection(Connection real, OneWriter writer) {
        this.real = real;
        this.writer = writer;
    }

    Connection proxy() {
        return (Connection) Proxy.newProxyInstance(
                OneWriterConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, this::call);
    }

    private Object call(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "commit", "rollback", "close", "abort", "setAutoCommit" -> ending(method, arguments);
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> {
                Object answer = invoke(real, method, arguments);
                yield answer instanceof Statement statement ? watched(statement, method, arguments) : answer;
            }
        };
    }

    /** A rollback to a savepoint ends nothing. */
    private Object ending(Method method, Object[] arguments) throws Throwable {
        try {
            return invoke(real, method, arguments);
        } finally {
            if (!method.getName().equals("rollback") || arguments == null) {
                end();
            }
        }
    }

    private void end() {
        if (writing) {
            writing = false;
            writer.end();
        }
    }

    private Statement watched(Statement statement, Method made, Object[] arguments) {
        String prepared = arguments != null && arguments[0] instanceof String sql ? sql : null;
        return (Statement) Proxy.newProxyInstance(
                OneWriterConnection.class.getClassLoader(),
                new Class<?>[] {made.getReturnType()},
                (proxy, method, values) -> switch (method.getName()) {
                    case "execute",
                            "executeQuery",
                            "executeUpdate",
                            "executeLargeUpdate",
                            "executeBatch",
                            "executeLargeBatch" -> execute(statement, method, values, prepared);
                    case "equals" -> proxy == values[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> invoke(statement, method, values);
                });
    }

    private Object execute(Statement statement, Method method, Object[] values, String prepared) throws Throwable {
        String sql = values != null && values[0] instanceof String given ? given : prepared;
        if (sql != null && QUESTION.matcher(sql).matches()) {
            return invoke(statement, method, values);
        }
        begin();
        try {
            return invoke(statement, method, values);
        } finally {
            if (real.getAutoCommit()) {
                end();
            }
        }
    }

    private void begin() throws SQLException {
        if (!writing) {
            writer.begin();
            writing = true;
        }
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getTargetException();
        }
    }
}
