package no.kravbro.delivery;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** Who reads a directory now: one holder at a time, on whatever node; a lease that runs out is anybody's. */
@Repository
public class FolderLeases {

    private static final String TAKE =
            """
            update folder_lease set holder = :holder, lease_until = :until
            where creditor_id = :creditor and agency = :agency and folder = :folder
              and (lease_until is null or lease_until <= :now or holder = :holder)""";

    private final NamedParameterJdbcTemplate sql;
    private final Clock clock;

    public FolderLeases(NamedParameterJdbcTemplate sql, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Takes or renews it. False while another holds it. */
    public boolean take(String creditorId, String agency, String folder, String holder, Duration lease) {
        MapSqlParameterSource row = row(creditorId, agency, folder, holder)
                .addValue("now", Sql.at(clock.instant()))
                .addValue("until", Sql.at(clock.instant().plus(lease)));
        sql.update(
                "insert into folder_lease (creditor_id, agency, folder) values (:creditor, :agency, :folder)"
                        + " on conflict do nothing",
                row);
        return sql.update(TAKE, row) == 1;
    }

    /** Gives it back; one that is not held any more stays as it is. */
    public void release(String creditorId, String agency, String folder, String holder) {
        sql.update(
                "update folder_lease set holder = null, lease_until = null where creditor_id = :creditor"
                        + " and agency = :agency and folder = :folder and holder = :holder",
                row(creditorId, agency, folder, holder));
    }

    private static MapSqlParameterSource row(String creditorId, String agency, String folder, String holder) {
        return new MapSqlParameterSource("creditor", creditorId)
                .addValue("agency", agency)
                .addValue("folder", folder)
                .addValue("holder", holder);
    }
}
