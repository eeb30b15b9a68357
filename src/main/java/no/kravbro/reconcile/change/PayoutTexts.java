package no.kravbro.reconcile.change;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What agencies write on the bank lines that they pay settlements out with. */
@Repository
class PayoutTexts {

    private final JdbcClient sql;

    PayoutTexts(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether one of the texts names a payout that an agency has announced to this creditor. */
    boolean anyOf(String creditorId, List<String> texts) {
        return sql
                .sql("select bank_text from remittance where creditor_id = :creditor")
                .param("creditor", creditorId)
                .query(String.class)
                .stream()
                .filter(announced -> !announced.isBlank())
                .anyMatch(announced -> texts.stream().anyMatch(text -> text.contains(announced.strip())));
    }
}
