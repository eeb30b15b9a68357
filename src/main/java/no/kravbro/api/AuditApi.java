package no.kravbro.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import no.kravbro.Texts;
import no.kravbro.access.Right;
import no.kravbro.audit.AuditEntry;
import no.kravbro.audit.AuditFilter;
import no.kravbro.audit.AuditReader;
import no.kravbro.audit.AuditRow;
import no.kravbro.audit.AuditTrail;
import no.kravbro.audit.Deed;
import org.springframework.stereotype.Service;

/** {@code /api/v1/audit}: who has done what, and the proof that the list is whole. Throws {@link ApiProblem}. */
@Service
public class AuditApi {

    private final AuditReader reader;
    private final AuditTrail trail;
    private final Texts texts;

    AuditApi(AuditReader reader, AuditTrail trail, Texts texts) {
        this.reader = reader;
        this.trail = trail;
        this.texts = texts;
    }

    /** @param title the deed in the caller's language */
    public record View(
            long number,
            Instant at,
            String who,
            String roles,
            String via,
            String deed,
            String title,
            String subject,
            String creditorId,
            String before,
            String after,
            String reason,
            String plan,
            String outcome,
            String detail,
            String hash) {}

    /** @param next ask for older ones with {@code before} set to this, or null at the end */
    public record Rows(List<View> items, Long next) {}

    /**
     * @param problem what is wrong with row {@code broken}, a code, or null
     * @param title the same in the caller's language, or that it is whole
     */
    public record Verification(boolean whole, long rows, String lastHash, Long broken, String problem, String title) {}

    /** Newest first. Filters: who, deed, subject (its beginning), outcome, before, size. */
    public Rows list(Query query, Caller caller) {
        caller.needForAll(Right.READ_AUDIT);
        query.only("who", "deed", "subject", "outcome", "before");
        AuditFilter filter = new AuditFilter(
                query.text("who"),
                query.oneOf(Deed.class, "deed"),
                query.text("subject"),
                query.oneOf(AuditEntry.Outcome.class, "outcome"),
                query.id("before"),
                query.size());
        Locale language = Texts.language(caller.language());
        List<View> items =
                reader.list(filter).stream().map(row -> view(row, language)).toList();
        boolean more = items.size() == query.size();
        return new Rows(items, more ? items.get(items.size() - 1).number() : null);
    }

    /** Reads the whole chain; that somebody did is a row of it. */
    public Verification verify(Caller caller) {
        caller.needForAll(Right.READ_AUDIT);
        AuditReader.Verdict verdict = reader.verify();
        String problem = verdict.whole() ? null : verdict.problem().name();
        String words = texts.of("chain." + (problem == null ? "WHOLE" : problem), Texts.language(caller.language()));
        trail.record(AuditEntry.done(caller.actor(), Deed.AUDIT_VERIFIED, "audit")
                .saying(problem == null ? verdict.rows() + " rows" : problem + " " + verdict.broken()));
        return new Verification(verdict.whole(), verdict.rows(), verdict.lastHash(), verdict.broken(), problem, words);
    }

    private View view(AuditRow row, Locale language) {
        return new View(
                row.number(),
                row.at(),
                row.who(),
                row.roles(),
                row.via(),
                row.deed(),
                texts.of(Deed.valueOf(row.deed()).key(), language),
                row.subject(),
                row.creditorId(),
                row.before(),
                row.after(),
                row.reason(),
                row.plan(),
                row.outcome(),
                row.detail(),
                row.hash());
    }
}
