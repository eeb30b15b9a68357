package no.kravbro.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import no.kravbro.Masking;
import no.kravbro.Texts;
import no.kravbro.access.Right;
import no.kravbro.deadletter.Cause;
import no.kravbro.delivery.Sql;
import no.kravbro.reconcile.Difference;
import no.kravbro.reconcile.DifferenceEvidence;
import no.kravbro.reconcile.DifferenceLog;
import no.kravbro.reconcile.DifferenceState;
import no.kravbro.reconcile.Differences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** {@code /api/v1/differences}: where the two sides do not agree, since when, and what to do about it. */
@Service
public class DifferencesApi {

    private final JdbcClient sql;
    private final Differences differences;
    private final DifferenceEvidence evidence;
    private final DifferenceLog log;
    private final DifferenceWords words;
    private final Texts texts;

    DifferencesApi(
            JdbcClient sql,
            Differences differences,
            DifferenceEvidence evidence,
            DifferenceLog log,
            DifferenceWords words,
            Texts texts) {
        this.sql = sql;
        this.differences = differences;
        this.evidence = evidence;
        this.log = log;
        this.words = words;
        this.texts = texts;
    }

    /**
     * @param title what differs, in the caller's language
     * @param sentence what both sides say, how much of it is explained and how much not, in the caller's language
     * @param nextStep what to do, in the caller's language
     * @param amountOre agency minus ledger where it is about a claim's balance
     * @param unexplainedOre as much of the amount as nothing accounts for
     * @param wrongSince first Oslo day it was there, where the captures tell, or null
     */
    public record View(
            long id,
            String creditorId,
            String claimKey,
            String cause,
            String title,
            String sentence,
            String nextStep,
            String subject,
            long amountOre,
            long unexplainedOre,
            LocalDate wrongSince,
            LocalDate acceptedUntil,
            String detail,
            String state,
            Instant openedAt,
            Instant closedAt) {}

    /** A part of what differs and what it comes from. */
    public record Part(String cause, String title, long amountOre, LocalDate until, String reference) {}

    /** What both sides said of the claim on a day, agency minus ledger taken apart. */
    public record Sides(
            LocalDate day,
            Long ledgerOre,
            String standing,
            long agencyOre,
            long differenceOre,
            List<Part> parts,
            long unexplainedOre) {}

    /** The first wrong day: what both sides said then and on the last right day before, and what happened between. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FirstWrong(Sides before, Sides then, List<ClaimsApi.Event> events) {}

    /** Who did what with it and why. @param evidence what was known when it was accepted, as JSON text, or null */
    public record Line(
            Instant at, String who, String what, long amountOre, String detail, String evidence, String evidenceHash) {}

    /** One difference with all that is known. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Detail(View difference, Sides sides, FirstWrong firstWrong, List<Line> log) {}

    /** Oldest first. Filters: creditorId, state, claimKey, cause, page, size. */
    public Page<View> list(Query query, Caller caller) {
        caller.need(Right.READ_MONEY);
        query.only("creditorId", "state", "claimKey", "cause");
        Locale language = Texts.language(caller.language());
        return Select.from("difference", "opened_at, id")
                .where("creditor_id", query.text("creditorId"))
                .where("state", query.oneOf(DifferenceState.class, "state"))
                .where("claim_key", query.text("claimKey"))
                .where("cause", query.oneOf(Cause.class, "cause"))
                .within("creditor_id", caller.creditors())
                .page(sql, query, (row, number) -> view(row, language));
    }

    /** Throws {@link ApiProblem} when there is none with this number. */
    public Detail show(long id, Caller caller) {
        Locale language = Texts.language(caller.language());
        caller.need(Right.READ_MONEY);
        Difference difference = known(id);
        caller.needSight(difference.creditorId(), "There is no difference " + id);
        View view = sql.sql("select * from difference where id = :id")
                .param("id", id)
                .query((row, number) -> view(row, language))
                .single();
        return new Detail(
                view,
                evidence.sides(difference.claimKey())
                        .map(sides -> sides(sides, language))
                        .orElse(null),
                evidence.firstWrong(difference)
                        .map(first -> first(first, language))
                        .orElse(null),
                log.of(id).stream().map(DifferencesApi::line).toList());
    }

    Difference known(long id) {
        return differences
                .find(id)
                .orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, "There is no difference " + id));
    }

    private View view(ResultSet row, Locale language) throws SQLException {
        Cause cause = Cause.of(row.getString("cause"));
        return new View(
                row.getLong("id"),
                row.getString("creditor_id"),
                row.getString("claim_key"),
                row.getString("cause"),
                texts.of(cause.titleKey(), language),
                words.sentence(row.getString("claim_key"), cause, row.getLong("amount_ore"), language),
                texts.of(cause.nextKey(), language),
                row.getString("subject"),
                row.getLong("amount_ore"),
                row.getLong("unexplained_ore"),
                row.getObject("wrong_since", LocalDate.class),
                row.getObject("accepted_until", LocalDate.class),
                Masking.mask(row.getString("detail")),
                row.getString("state"),
                Sql.instant(row, "opened_at"),
                Sql.instant(row, "closed_at"));
    }

    private Sides sides(DifferenceEvidence.Sides sides, Locale language) {
        return new Sides(
                sides.day(),
                sides.ledgerOre(),
                sides.standing(),
                sides.agencyOre(),
                sides.differenceOre(),
                sides.parts().stream()
                        .map(part -> new Part(
                                part.cause(),
                                texts.of(Cause.of(part.cause()).titleKey(), language),
                                part.amountOre(),
                                part.until(),
                                Masking.mask(part.reference())))
                        .toList(),
                sides.unexplainedOre());
    }

    private FirstWrong first(DifferenceEvidence.FirstWrong first, Locale language) {
        return new FirstWrong(
                first.before() == null ? null : sides(first.before(), language),
                sides(first.then(), language),
                first.events().stream()
                        .map(event -> new ClaimsApi.Event(event.at(), event.what(), event.reference()))
                        .toList());
    }

    private static Line line(DifferenceLog.Line line) {
        return new Line(
                line.at(),
                line.who(),
                line.what().name(),
                line.amountOre(),
                Masking.mask(line.detail()),
                line.evidence(),
                line.evidenceHash());
    }
}
