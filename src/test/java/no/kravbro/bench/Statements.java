package no.kravbro.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import javax.sql.DataSource;

/** Counts what goes to a database: statements, a batch being one, and commits. Slows it down, so never while measuring. */
final class Statements {

    private long statements;
    private long commits;

    long statements() {
        return statements;
    }

    long commits() {
        return commits;
    }

    DataSource around(DataSource database) {
        return (DataSource) wrap(DataSource.class, database);
    }

    private Object wrap(Class<?> type, Object target) {
        return Proxy.newProxyInstance(
                Statements.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, method, arguments));
    }

    private Object call(Object target, Method method, Object[] arguments) throws Throwable {
        if (target instanceof Statement && method.getName().startsWith("execute")) {
            statements++;
        }
        if (target instanceof Connection && "commit".equals(method.getName())) {
            commits++;
        }
        try {
            Object result = method.invoke(target, arguments);
            Class<?> type = method.getReturnType();
            boolean watched = type == Connection.class || type == PreparedStatement.class || type == Statement.class;
            return watched && !(result instanceof CallableStatement) ? wrap(type, result) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
