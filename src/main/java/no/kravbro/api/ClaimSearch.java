package no.kravbro.api;

import java.util.List;
import java.util.Set;
import no.kravbro.access.Right;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds claims by whatever number a person has at hand: invoice, case, the agency's reference, or our own key. */
@Repository
public class ClaimSearch {

    private static final int MOST = 50;

    /** One indexed look per number, so that a million claims cost no more than a hundred. */
    private static final String FIND =
            """
            select claim_key from claim where claim_key in (
              select claim_key from claim where claim_key = :text
              union select claim_key from claim where invoice_number = :text
              union select claim_key from claim where case_number = :text
              union select claim_key from claim where agency_case = :text)
              and (cast(:all as boolean) or creditor_id in (:own))
            order by created_at desc, claim_key limit :most""";

    private final JdbcClient sql;

    ClaimSearch(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keys, newest first. */
    public List<String> find(String text, Caller caller) {
        caller.need(Right.READ_CLAIMS);
        Set<String> own = caller.creditors();
        return sql.sql(FIND)
                .param("text", text.strip())
                .param("all", own == null)
                .param("own", own == null || own.isEmpty() ? List.of("") : List.copyOf(own))
                .param("most", MOST)
                .query(String.class)
                .list();
    }
}
