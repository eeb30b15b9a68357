package no.kravbro.delivery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Agencies that had a claim before the one that has it now. Money and news of a case may come from them after it was
 * withdrawn there and handed over to another.
 */
@Repository
public class FormerAgencies {

    private static final String EVER =
            """
            select distinct claim_key from delivery where kind = 'SUBMIT_CLAIM' and state = 'DONE' and target = :agency
              and claim_key in (:keys)""";

    private final NamedParameterJdbcTemplate sql;

    public FormerAgencies(NamedParameterJdbcTemplate sql) {
        this.sql = sql;
    }

    /** Those of a creditor's claims that an agency has, or has accepted once. */
    public List<ClaimRow> claims(String creditorId, String agency, List<ClaimRow> named) {
        List<ClaimRow> own = named.stream()
                .filter(claim -> claim.creditorId().equals(creditorId))
                .toList();
        List<String> elsewhere = own.stream()
                .filter(claim -> !claim.agency().equals(agency))
                .map(ClaimRow::key)
                .toList();
        Set<String> before = elsewhere.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.queryForList(EVER, Map.of("agency", agency, "keys", elsewhere), String.class));
        return own.stream()
                .filter(claim -> claim.agency().equals(agency) || before.contains(claim.key()))
                .toList();
    }
}
