package no.kravbro.bundle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the product does: what ended well, and what became a dead letter. Counted for all nodes. */
public final class BundleFigures {

    /** Fewer dead letters than these prove nothing. */
    static final int FEWEST = 3;

    /** So many of the newest letters are looked at for the time before. */
    private static final int NEWEST = 1000;

    private final JdbcClient sql;
    private final Clock machine;

    public BundleFigures(JdbcClient sql, Clock machine) {
        this.sql = sql;
        this.machine = machine;
    }

    /**
     * @param done deliveries that ended well
     * @param dead letters that were made
     * @param lastLetter number of the newest letter, or 0
     */
    public record Figures(long done, long dead, long lastLetter) {

        /** True when more than twice as large a part of what ended became dead letters as before, and three at least. */
        public boolean worseThan(Figures before) {
            long ended = done + dead;
            long endedBefore = before.done + before.dead;
            return dead >= FEWEST && dead * Math.max(1, endedBefore) > 2 * before.dead * ended;
        }
    }

    /** Of the last so long. */
    public Figures lately(Duration lately) {
        Instant since = machine.instant().minus(lately);
        List<Instant> letters = sql.sql(
                        "select created_at from dead_letter order by id desc fetch first :newest rows only")
                .param("newest", NEWEST)
                .query((row, number) -> StoredVersions.instant(row, "created_at"))
                .list();
        long dead = letters.stream().filter(at -> !at.isBefore(since)).count();
        return new Figures(done(since), dead, lastLetter());
    }

    /** Since then, and since that letter. */
    public Figures since(Instant since, long lastLetter) {
        long dead = sql.sql("select count(*) from dead_letter where id > :last")
                .param("last", lastLetter)
                .query(Long.class)
                .single();
        return new Figures(done(since), dead, lastLetter);
    }

    private long done(Instant since) {
        return sql.sql("select count(*) from delivery where state = 'DONE' and updated_at >= :since")
                .param("since", StoredVersions.at(since))
                .query(Long.class)
                .single();
    }

    private long lastLetter() {
        return sql.sql("select coalesce(max(id), 0) from dead_letter")
                .query(Long.class)
                .single();
    }
}
