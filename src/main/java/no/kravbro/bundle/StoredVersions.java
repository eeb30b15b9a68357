package no.kravbro.bundle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The book of versions in the database, bounded: the oldest archives and trials go when new ones come. */
public final class StoredVersions implements VersionBook {

    /** As many bundles as are kept to go back to. */
    public static final int MOST_KEPT = 20;

    /** As many trials as are remembered. */
    public static final int MOST_TRIALS = 200;

    private static final int LONGEST_DETAIL = 2000;
    private static final String VERSION = "version";

    private final JdbcClient sql;
    private final Clock machine;
    private final String node;
    private final String product;

    /**
     * @param node name of this process
     * @param product version of this product
     */
    public StoredVersions(JdbcClient sql, Clock machine, String node, String product) {
        this.sql = sql;
        this.machine = machine;
        this.node = node;
        this.product = product;
    }

    /**
     * @param name name of the bundle, or null when its archive is not kept (any more)
     * @param product version of the product that it ran on first, or null
     * @param sha256 hash of its archive, or null
     * @param cause why it was tried
     * @param who person, or kravbro by itself
     * @param detail why it was refused, or null
     */
    public record Trial(
            String version,
            String name,
            String product,
            String sha256,
            String node,
            Occasion.Cause cause,
            String who,
            Verdict verdict,
            String detail,
            Instant at) {}

    @Override
    public void keep(Snapshot bundle) {
        if (sql.sql("update bundle_version set kept_at = :now where version = :version")
                        .param("now", now())
                        .param(VERSION, bundle.version())
                        .update()
                == 0) {
            insert(new BundleArchive(bundle, product));
            forgetArchives(bundle.version());
        }
    }

    private void insert(BundleArchive archive) {
        byte[] content = archive.bytes();
        sql.sql("insert into bundle_version (version, name, product, sha256, content, kept_at)"
                        + " values (:version, :name, :product, :sha256, :content, :now) on conflict do nothing")
                .param(VERSION, archive.manifest().version())
                .param("name", archive.manifest().name())
                .param("product", product)
                .param("sha256", hash(content))
                .param("content", content)
                .param("now", now())
                .update();
    }

    @Override
    public void runs(Snapshot bundle, Occasion why) {
        sql.sql("update bundle_version set good_at = :now where version = :version")
                .param("now", now())
                .param(VERSION, bundle.version())
                .update();
        forgetArchives(bundle.version());
        note(bundle, why, Verdict.RUNS, null);
    }

    @Override
    public void refused(Snapshot bundle, Occasion why, List<Problem> problems) {
        String detail = problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
        note(bundle, why, Verdict.REFUSED, detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL)));
    }

    @Override
    public Optional<Snapshot> lastGood() {
        return sql.sql(
                        "select version, sha256, content from bundle_version where good_at is not null order by good_at desc"
                                + " fetch first 1 rows only")
                .query((row, number) -> snapshot(row))
                .optional();
    }

    /** A bundle that is kept; empty when it is not, or not any more. */
    public Optional<Snapshot> find(String version) {
        return sql.sql("select version, sha256, content from bundle_version where version = :version")
                .param(VERSION, version)
                .query((row, number) -> snapshot(row))
                .optional();
    }

    /**
     * A bundle that is kept.
     *
     * @param goodAt when it last began to run, or null
     */
    public record Kept(String version, String name, String product, Instant keptAt, Instant goodAt) {}

    /** What ran last first, what never ran last. */
    public List<Kept> kept() {
        return sql.sql("select version, name, product, kept_at, good_at from bundle_version"
                        + " order by good_at desc nulls last, kept_at desc, version")
                .query((row, number) -> new Kept(
                        row.getString(VERSION),
                        row.getString("name"),
                        row.getString("product"),
                        instant(row, "kept_at"),
                        instant(row, "good_at")))
                .list();
    }

    /** Newest first. */
    public List<Trial> trials() {
        return sql.sql("select t.*, v.name, v.product, v.sha256 from bundle_trial t"
                        + " left join bundle_version v on v.version = t.version order by t.id desc")
                .query((row, number) -> trial(row))
                .list();
    }

    private void note(Snapshot bundle, Occasion why, Verdict verdict, String detail) {
        sql.sql("insert into bundle_trial (version, node, cause, who, verdict, detail, at)"
                        + " values (:version, :node, :cause, :who, :verdict, :detail, :now)")
                .param(VERSION, bundle.version())
                .param("node", node)
                .param("cause", why.cause().name())
                .param("who", why.who())
                .param("verdict", verdict.name())
                .param("detail", detail)
                .param("now", now())
                .update();
        sql.sql("select id from bundle_trial order by id desc").query(Long.class).list().stream()
                .skip(MOST_TRIALS)
                .forEach(id -> sql.sql("delete from bundle_trial where id = :id")
                        .param("id", id)
                        .update());
    }

    /** What never ran goes first. */
    private void forgetArchives(String current) {
        sql
                .sql("select version from bundle_version order by good_at desc nulls last, kept_at desc, version")
                .query(String.class)
                .list()
                .stream()
                .skip(MOST_KEPT)
                .filter(version -> !version.equals(current))
                .forEach(version -> sql.sql("delete from bundle_version where version = :version")
                        .param(VERSION, version)
                        .update());
    }

    /** What does not have the hash it was kept under is nothing to start with. */
    private static Snapshot snapshot(ResultSet row) throws SQLException {
        byte[] content = row.getBytes("content");
        String version = row.getString(VERSION);
        if (!hash(content).equals(row.getString("sha256"))) {
            throw new BundleRefused(
                    List.of(new Problem(version, 0, "archive", "the kept archive is not the one that was kept")));
        }
        return BundleArchive.read(content);
    }

    private static Trial trial(ResultSet row) throws SQLException {
        return new Trial(
                row.getString(VERSION),
                row.getString("name"),
                row.getString("product"),
                row.getString("sha256"),
                row.getString("node"),
                Occasion.Cause.valueOf(row.getString("cause")),
                row.getString("who"),
                Verdict.valueOf(row.getString("verdict")),
                row.getString("detail"),
                instant(row, "at"));
    }

    private OffsetDateTime now() {
        return at(machine.instant());
    }

    static OffsetDateTime at(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** From a nullable column. */
    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static String hash(byte[] content) {
        return HexFormat.of().formatHex(Snapshot.sha256().digest(content));
    }
}
