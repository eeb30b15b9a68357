package no.kravbro.storm;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The product's database with a bad line: a share of new connections, statements and commits is lost, some of them after the
 * database has done what it was asked; and now and then there is no room on its disk. Decided by the number of the call.
 */
final class ShakyDatabase implements BeanPostProcessor {

    private final Dice dice;
    private final Rates rates;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong losses = new AtomicLong();
    private volatile boolean shaking;

    ShakyDatabase(Dice dice, Rates rates) {
        this.dice = dice;
        this.rates = rates;
    }

    /** Puts it between the product and its database. */
    void under(ConfigurableApplicationContext product) {
        product.getBeanFactory().addBeanPostProcessor(this);
    }

    void shake(boolean on) {
        shaking = on;
    }

    long losses() {
        return losses.get();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Source(source) : bean;
    }

    private boolean happens(String what, double rate) {
        if (!shaking) {
            return false;
        }
        boolean lost = dice.of("database", what, calls.incrementAndGet()) < rate;
        if (lost) {
            losses.incrementAndGet();
        }
        return lost;
    }

    private static SQLException gone() {
        return new SQLTransientConnectionException("The connection to the database is lost", "08006");
    }

    private final class Source extends DelegatingDataSource {

        private Source(DataSource real) {
            super(real);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (happens("connect", rates.database())) {
                throw gone();
            }
            Line line = new Line(super.getConnection());
            return (Connection) Proxy.newProxyInstance(
                    ShakyDatabase.class.getClassLoader(), new Class<?>[] {Connection.class}, line::call);
        }
    }

    /** One connection, until it is lost. */
    private final class Line {

        private final Connection real;
        private boolean lost;

        private Line(Connection real) {
            this.real = real;
        }

        private Object call(Object proxy, Method method, Object[] arguments) throws Throwable {
            String name = method.getName();
            switch (name) {
                case "close", "rollback" -> {
                    if (lost && !real.getAutoCommit()) {
                        real.rollback();
                    }
                }
                case "commit" -> {
                    return commit();
                }
                case "isClosed", "isValid", "hashCode", "equals", "toString", "setAutoCommit" -> {}
                default -> alive();
            }
            if (name.equals("equals")) {
                return proxy == arguments[0];
            }
            Object answer = invoke(real, method, arguments);
            return answer instanceof Statement statement ? watched(statement, method, arguments) : answer;
        }

        private void alive() throws SQLException {
            if (lost) {
                throw gone();
            }
        }

        private SQLException lose() {
            lost = true;
            return gone();
        }

        private Object commit() throws SQLException {
            alive();
            if (happens("commit", rates.database())) {
                real.rollback();
                throw lose();
            }
            real.commit();
            if (happens("committed", rates.database())) {
                throw lose();
            }
            return null;
        }

        private Object watched(Statement statement, Method made, Object[] arguments) {
            boolean writes = arguments != null
                    && arguments[0] instanceof String sql
                    && sql.strip().toLowerCase(Locale.ROOT).startsWith("insert");
            return Proxy.newProxyInstance(
                    ShakyDatabase.class.getClassLoader(),
                    new Class<?>[] {made.getReturnType()},
                    (proxy, method, values) -> method.getName().startsWith("execute")
                            ? execute(statement, method, values, writes)
                            : invoke(statement, method, values));
        }

        private Object execute(Statement statement, Method method, Object[] values, boolean writes) throws Throwable {
            alive();
            if (writes && happens("disk", rates.disk())) {
                throw new SQLException("No space left on device", "53100");
            }
            if (happens("statement", rates.database())) {
                throw lose();
            }
            Object answer = invoke(statement, method, values);
            if (real.getAutoCommit() && happens("executed", rates.database())) {
                throw lose();
            }
            return answer;
        }

        private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getTargetException();
            }
        }
    }
}
