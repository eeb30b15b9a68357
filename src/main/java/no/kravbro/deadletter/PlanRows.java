package no.kravbro.deadletter;

import java.util.List;
import java.util.Optional;
import no.kravbro.delivery.Sql;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** The tables of plans; written once. */
@Repository
class PlanRows {

    private static final String PLAN =
            """
            insert into letter_plan (id, hash, question, mended, bundle_version, members, safe, made_by, made_at, expires_at)
            values (:id, :hash, :question, :mended, :version, :members, :safe, :by, :at, :expires)""";
    private static final String LINE =
            """
            insert into letter_plan_line (plan_id, position, dead_letter_id, revision, bucket, reason, effect, content_hash,
              target, amount_ore, open_ore, detail)
            values (:plan, :position, :letter, :revision, :bucket, :why, :effect, :content, :target, :amount, :open, :detail)""";

    private final NamedParameterJdbcTemplate sql;

    PlanRows(NamedParameterJdbcTemplate sql) {
        this.sql = sql;
    }

    void add(Plan plan) {
        sql.update(
                PLAN,
                new MapSqlParameterSource("id", plan.id())
                        .addValue("hash", plan.hash())
                        .addValue("question", Sql.detail(plan.question()))
                        .addValue("mended", Sql.detail(plan.mended()))
                        .addValue("version", plan.version())
                        .addValue("members", plan.lines().size())
                        .addValue("safe", plan.safe().size())
                        .addValue("by", plan.madeBy())
                        .addValue("at", Sql.at(plan.madeAt()))
                        .addValue("expires", Sql.at(plan.expiresAt())));
        SqlParameterSource[] lines = new SqlParameterSource[plan.lines().size()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = line(plan.id(), i, plan.lines().get(i));
        }
        sql.batchUpdate(LINE, lines);
    }

    private static SqlParameterSource line(String plan, int position, Plan.Line line) {
        return new MapSqlParameterSource("plan", plan)
                .addValue("position", position)
                .addValue("letter", line.letterId())
                .addValue("revision", line.revision())
                .addValue("bucket", line.bucket().name())
                .addValue("why", line.why().name())
                .addValue("effect", line.effect().name())
                .addValue("content", line.contentHash())
                .addValue("target", line.target())
                .addValue("amount", line.amountOre())
                .addValue("open", line.openOre())
                .addValue("detail", Sql.detail(line.detail()));
    }

    Optional<Plan> find(String id) {
        List<Plan.Line> lines = sql.query(
                "select * from letter_plan_line where plan_id = :id order by position",
                new MapSqlParameterSource("id", id),
                (row, number) -> new Plan.Line(
                        row.getLong("dead_letter_id"),
                        row.getLong("revision"),
                        Preview.Bucket.valueOf(row.getString("bucket")),
                        Preview.Why.valueOf(row.getString("reason")),
                        Preview.Effect.valueOf(row.getString("effect")),
                        row.getString("content_hash"),
                        row.getString("target"),
                        row.getLong("amount_ore"),
                        Sql.number(row, "open_ore"),
                        row.getString("detail")));
        return sql
                .query(
                        "select * from letter_plan where id = :id",
                        new MapSqlParameterSource("id", id),
                        (row, number) -> new Plan(
                                row.getString("id"),
                                row.getString("hash"),
                                row.getString("question"),
                                row.getString("mended"),
                                row.getString("bundle_version"),
                                row.getString("made_by"),
                                Sql.instant(row, "made_at"),
                                Sql.instant(row, "expires_at"),
                                lines))
                .stream()
                .findFirst();
    }
}
