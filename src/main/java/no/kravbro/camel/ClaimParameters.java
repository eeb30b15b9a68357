package no.kravbro.camel;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.component.sql.DefaultSqlPrepareStatementStrategy;

/** Gives the claim statement its values: a consumer has no message that they could come from. */
final class ClaimParameters extends DefaultSqlPrepareStatementStrategy {

    private final Supplier<Map<String, Object>> values;

    ClaimParameters(Supplier<Map<String, Object>> values) {
        this.values = values;
    }

    @Override
    public Iterator<?> createPopulateIterator(
            String query, String prepared, int expected, Exchange exchange, Object value) throws SQLException {
        return super.createPopulateIterator(query, prepared, expected, exchange, values.get());
    }
}
