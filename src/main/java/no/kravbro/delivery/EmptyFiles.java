package no.kravbro.delivery;

import java.time.Clock;
import java.util.Optional;
import java.util.function.LongFunction;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers of our files that nobody uses any more although later ones wait for them: what they were taken for went under another
 * number, or was called off or given up. A file without records takes their place. That harms nobody, also where it is in doubt
 * whether the first one is there: of two files with one number they pass the second by.
 */
@Repository
public class EmptyFiles {

    /** Nothing that may still come by itself, or that a person may still ask about, has the number; and no receipt names it. */
    private static final String UNUSED =
            """
            select * from agency_file f where creditor_id = :creditor and agency = :agency and kind = :kind
              and events is null and state <> 'EMPTY'
              and number < (select n.last_number from file_number n
                where n.creditor_id = :creditor and n.agency = :agency and n.kind = :kind)
              and not exists (select 1 from delivery d where d.transmission_id = f.transmission_id
                and not (d.state in ('DONE', 'CANCELLED') or (d.state = 'DEAD' and d.purpose = 'SEND')))
            order by number fetch first 1 rows only""";

    private static final String TAKE =
            """
            update agency_file set file_name = :name, state = 'EMPTYING', transmission_id = null, updated_at = :now
            where creditor_id = :creditor and agency = :agency and kind = :kind and number = :number""";

    private static final String DONE =
            """
            update agency_file set state = 'EMPTY', sent_at = :today, updated_at = :now
            where creditor_id = :creditor and agency = :agency and kind = :kind and number = :number and state = 'EMPTYING'""";

    private final NamedParameterJdbcTemplate sql;
    private final FileNumbers numbers;
    private final TransactionTemplate transaction;
    private final Clock business;
    private final Clock machine;

    public EmptyFiles(
            NamedParameterJdbcTemplate sql,
            FileNumbers numbers,
            TransactionTemplate transaction,
            Clock business,
            @Qualifier("machine") Clock machine) {
        this.sql = sql;
        this.numbers = numbers;
        this.transaction = transaction;
        this.business = business;
        this.machine = machine;
    }

    /** Whether a number waits for an empty file; most often none does. */
    public boolean needed(String creditorId, String agency, String kind) {
        return unused(creditorId, agency, kind).isPresent();
    }

    /**
     * The first such number, which from now on belongs to an empty file; one that was begun and not finished keeps its name.
     * To be called by one at a time.
     */
    public Optional<SentFile> next(String creditorId, String agency, String kind, LongFunction<String> name) {
        return transaction.execute(status -> {
            numbers.lock(creditorId, agency, kind);
            Optional<SentFile> unused = unused(creditorId, agency, kind);
            unused.filter(file -> file.state() != SentFile.State.EMPTYING)
                    .ifPresent(file -> sql.update(TAKE, row(file).addValue("name", name.apply(file.number()))));
            return unused.isEmpty() ? unused : unused(creditorId, agency, kind);
        });
    }

    /** It is there. */
    public void done(SentFile file) {
        sql.update(DONE, row(file).addValue("today", Sql.at(business.instant())));
    }

    private Optional<SentFile> unused(String creditorId, String agency, String kind) {
        return sql.query(UNUSED, key(creditorId, agency, kind), SentFiles::read).stream()
                .findFirst();
    }

    private MapSqlParameterSource row(SentFile file) {
        return key(file.creditorId(), file.agency(), file.kind())
                .addValue("number", file.number())
                .addValue("now", Sql.at(machine.instant()));
    }

    private static MapSqlParameterSource key(String creditorId, String agency, String kind) {
        return new MapSqlParameterSource("creditor", creditorId)
                .addValue("agency", agency)
                .addValue("kind", kind);
    }
}
