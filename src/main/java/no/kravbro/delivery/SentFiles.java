package no.kravbro.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import no.kravbro.delivery.SentFile.State;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Our files at agencies that read files: numbered without a hole, each bound to the transmission that carries it. A number
 * whose transmission certainly was not sent, and is sent no more, goes to the next file; when later numbers wait for it
 * meanwhile, {@link EmptyFiles} uses it up.
 */
@Repository
public class SentFiles {

    /** Nothing of the transmission is under way or in doubt any more: settled, or given up as certainly not sent. */
    private static final String FREE =
            """
            select * from agency_file f where creditor_id = :creditor and agency = :agency and kind = :kind
              and state = 'NOT_SENT' and not exists (select 1 from delivery d where d.transmission_id = f.transmission_id
                and not (d.state in ('DONE', 'CANCELLED') or (d.state = 'DEAD' and d.purpose = 'SEND')))
            order by number fetch first 1 rows only""";

    private static final String INSERT =
            """
            insert into agency_file (creditor_id, agency, kind, number, file_name, state, transmission_id, created_at, updated_at)
            values (:creditor, :agency, :kind, :number, :name, 'STORED', :transmission, :now, :now)""";
    private static final String TAKE_OVER =
            """
            update agency_file set file_name = :name, state = 'STORED', transmission_id = :transmission, updated_at = :now
            where creditor_id = :creditor and agency = :agency and kind = :kind and number = :number""";

    private final NamedParameterJdbcTemplate sql;
    private final FileNumbers numbers;
    private final Clock business;
    private final Clock machine;

    public SentFiles(
            NamedParameterJdbcTemplate sql, FileNumbers numbers, Clock business, @Qualifier("machine") Clock machine) {
        this.sql = sql;
        this.numbers = numbers;
        this.business = business;
        this.machine = machine;
    }

    /**
     * The file of a work's transmission; a new one gets the next number. In the transaction that stores the transmission, so
     * that no number is taken by what was never stored.
     */
    public SentFile take(Work work, String kind, LongFunction<String> name) {
        long last = numbers.lock(work.creditorId(), work.target(), kind);
        move(work.transmissionId(), State.NOT_SENT, State.STORED);
        Optional<SentFile> known = of(work.transmissionId());
        if (known.isPresent()) {
            return known.get();
        }
        MapSqlParameterSource row = row(work, kind);
        Optional<SentFile> free = sql.query(FREE, row, SentFiles::read).stream().findFirst();
        long number = free.map(SentFile::number).orElse(last + 1);
        row.addValue("number", number).addValue("name", name.apply(number));
        sql.update(free.isPresent() ? TAKE_OVER : INSERT, row);
        if (free.isEmpty()) {
            numbers.advance(work.creditorId(), work.target(), kind, last, number);
        }
        return of(work.transmissionId()).orElseThrow();
    }

    private MapSqlParameterSource row(Work work, String kind) {
        return new MapSqlParameterSource("creditor", work.creditorId())
                .addValue("agency", work.target())
                .addValue("kind", kind)
                .addValue("transmission", work.transmissionId())
                .addValue("now", Sql.at(machine.instant()));
    }

    public Optional<SentFile> of(String transmissionId) {
        return sql
                .query(
                        "select * from agency_file where transmission_id = :transmission",
                        Map.of("transmission", transmissionId),
                        SentFiles::read)
                .stream()
                .findFirst();
    }

    /** False when it does not stand there any more: somebody else has found out about it meanwhile. */
    public boolean move(String transmissionId, State from, State to) {
        return sql.update(
                        "update agency_file set state = :to, updated_at = :now,"
                                + " sent_at = case when :to = 'SENT' then :today else sent_at end"
                                + " where transmission_id = :transmission and state = :from",
                        new MapSqlParameterSource("transmission", transmissionId)
                                .addValue("from", from.name())
                                .addValue("to", to.name())
                                .addValue("today", Sql.at(business.instant()))
                                .addValue("now", Sql.at(machine.instant())))
                == 1;
    }

    /** Keeps what a receipt said; nothing when no such file is ours. An answer proves that the file is there. */
    public Optional<SentFile> answered(String creditorId, String agency, String kind, long number, String answer) {
        MapSqlParameterSource row = new MapSqlParameterSource("creditor", creditorId)
                .addValue("agency", agency)
                .addValue("kind", kind)
                .addValue("number", number)
                .addValue("answer", answer)
                .addValue("today", Sql.at(business.instant()))
                .addValue("now", Sql.at(machine.instant()));
        String where = " where creditor_id = :creditor and agency = :agency and kind = :kind and number = :number";
        sql.update(
                "update agency_file set events = :answer, state = 'SENT', sent_at = coalesce(sent_at, :today),"
                        + " updated_at = :now" + where,
                row);
        return sql.query("select * from agency_file" + where, row, SentFiles::read).stream()
                .findFirst();
    }

    /**
     * Since when they can read it, business time: they read in the order of numbers, so not before every file of ours in front
     * of it is there. Empty while one is not.
     */
    public Optional<Instant> readableSince(SentFile file) {
        return sql
                .query(
                        """
                        select max(sent_at) as since from agency_file
                        where creditor_id = :creditor and agency = :agency and kind = :kind and number <= :number
                        having count(case when state not in ('SENT', 'EMPTY') then 1 end) = 0""",
                        new MapSqlParameterSource("creditor", file.creditorId())
                                .addValue("agency", file.agency())
                                .addValue("kind", file.kind())
                                .addValue("number", file.number()),
                        (row, number) -> Sql.instant(row, "since"))
                .stream()
                .findFirst();
    }

    /** Deliveries of a transmission that were given up as "may have landed"; none of an empty file, which has none. */
    public List<Long> inDoubt(String transmissionId) {
        return sql.queryForList(
                "select id from delivery where transmission_id = :transmission and state = 'DEAD' and purpose = 'INQUIRE'",
                new MapSqlParameterSource("transmission", transmissionId),
                Long.class);
    }

    static SentFile read(ResultSet row, int number) throws SQLException {
        return new SentFile(
                row.getString("creditor_id"),
                row.getString("agency"),
                row.getString("kind"),
                row.getLong("number"),
                row.getString("file_name"),
                State.valueOf(row.getString("state")),
                row.getString("transmission_id"),
                row.getString("events"),
                Sql.instant(row, "sent_at"));
    }
}
