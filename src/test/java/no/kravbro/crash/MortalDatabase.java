package no.kravbro.crash;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The product's database as a process sees it: what it has not committed when it dies is rolled back, and its connections are
 * closed. Every commit of something written is an effect.
 */
final class MortalDatabase extends DelegatingDataSource {

    private final Fate fate;
    private final Steps steps;
    private final Set<MortalConnection> open = ConcurrentHashMap.newKeySet();
    private final Set<String> touched = new TreeSet<>();

    MortalDatabase(DataSource real, Fate fate, Steps steps) {
        super(real);
        this.fate = fate;
        this.steps = steps;
        fate.atDeath(this::cut);
    }

    /** The database itself, for those who look on. */
    DataSource real() {
        return getTargetDataSource();
    }

    @Override
    public Connection getConnection() throws SQLException {
        fate.alive();
        MortalConnection connection = new MortalConnection(super.getConnection(), this);
        open.add(connection);
        return connection.proxy();
    }

    private void cut() {
        open.forEach(MortalConnection::cut);
        open.clear();
    }

    void closed(MortalConnection connection) {
        open.remove(connection);
    }

    void alive() {
        fate.alive();
    }

    /** Tables that were written to since this was asked last. */
    synchronized Set<String> touched() {
        Set<String> all = new TreeSet<>(touched);
        touched.clear();
        return all;
    }

    synchronized void touches(String table) {
        touched.add(table);
    }

    Object commit(Set<String> written, Fate.Act<Object> act) throws Exception {
        return fate.pass(new Effect(steps.current(), "commit " + String.join(", ", written), true), act);
    }
}
