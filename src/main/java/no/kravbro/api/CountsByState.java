package no.kravbro.api;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many rows of these creditors stand in each state, for those who do not see all creditors. */
@Repository
class CountsByState {

    private final JdbcClient sql;

    CountsByState(JdbcClient sql) {
        this.sql = sql;
    }

    Map<String, Long> deliveries(Set<String> creditors) {
        return counts(
                "select state, count(*) as n from delivery where creditor_id = :creditor group by state", creditors);
    }

    Map<String, Long> bookings(Set<String> creditors) {
        return counts(
                "select state, count(*) as n from booking where creditor_id = :creditor group by state", creditors);
    }

    Map<String, Long> differences(Set<String> creditors) {
        return counts(
                "select state, count(*) as n from difference where creditor_id = :creditor group by state", creditors);
    }

    private Map<String, Long> counts(String statement, Set<String> creditors) {
        Map<String, Long> counts = new TreeMap<>();
        creditors.forEach(
                creditor -> sql.sql(statement).param("creditor", creditor).query(row -> {
                    counts.merge(row.getString("state"), row.getLong("n"), Long::sum);
                }));
        return counts;
    }
}
