package no.kravbro.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/** Plain JDBC in batches: what a loop written by hand needs of it. */
final class Batches {

    private final DataSource database;

    Batches(DataSource database) {
        this.database = database;
    }

    /** Work on one connection in one transaction. */
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    void commit(Work work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.on(connection);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void write(Connection connection, String sql, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                set(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static void write(Connection connection, String sql, Object... row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, row);
            statement.executeUpdate();
        }
    }

    /** A row of an answer. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    static <T> List<T> read(Connection connection, String sql, Reader<T> reader, Object... row) throws SQLException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, row);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
        }
        return found;
    }

    private static void set(PreparedStatement statement, Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            statement.setObject(i + 1, row[i]);
        }
    }

    /** {@code (?,?,?)} for an in-list. */
    static String marks(Collection<?> values) {
        return "(" + String.join(",", Collections.nCopies(values.size(), "?")) + ")";
    }

    static Object[] row(Object... columns) {
        return columns;
    }

    /** The first values and then those of a list. */
    static Object[] row(List<?> rest, Object... first) {
        List<Object> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all.toArray();
    }
}
