package no.kravbro.deadletter;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds letters by the words of a question. Letters with a rare word are named by id, so that an index leads to them; a word that
 * many have is asked of each letter in turn, which soon fills a page. H2 would ask a query within a query anew for each row.
 */
final class WordSearch {

    private static final int MOST_WORDS = 8;
    /** Up to here letters are named. */
    private static final int FEW = 1_000;

    private static final String BY_TERM =
            "select t.dead_letter_id from letter_term t where t.term = :term fetch first :most rows only";
    private static final String BY_CLAIM =
            """
            select l.id from dead_letter l where l.claim_key = :raw
              union select l.id from claim c join dead_letter l on l.claim_key = c.claim_key where c.invoice_number = :raw
              union select l.id from claim c join dead_letter l on l.claim_key = c.claim_key where c.case_number = :raw
              union select l.id from claim c join dead_letter l on l.claim_key = c.claim_key where c.agency_case = :raw
              union select l.id from claim c join dead_letter l on l.claim_key = c.claim_key where c.agency_invoice = :raw""";

    private final JdbcClient sql;

    WordSearch(JdbcClient sql) {
        this.sql = sql;
    }

    /** Adds the words to a condition. */
    void add(Where where, String text) {
        Set<Long> named = null;
        String[] words = text.strip().split("\\s+", MOST_WORDS + 1);
        for (int i = 0; i < Math.min(words.length, MOST_WORDS); i++) {
            String term = Terms.term(words[i]);
            List<Long> byTerm = sql.sql(BY_TERM)
                    .param("term", term)
                    .param("most", FEW + 1)
                    .query(Long.class)
                    .list();
            List<Long> byClaim =
                    sql.sql(BY_CLAIM).param("raw", words[i]).query(Long.class).list();
            if (byTerm.size() > FEW) {
                where.having(term, byClaim);
            } else {
                named = both(named, byTerm, byClaim);
            }
        }
        if (named != null) {
            where.oneOf(named);
        }
    }

    private static Set<Long> both(Set<Long> before, Collection<Long> byTerm, Collection<Long> byClaim) {
        Set<Long> found = new LinkedHashSet<>(byTerm);
        found.addAll(byClaim);
        if (before != null) {
            found.retainAll(before);
        }
        return found;
    }
}
