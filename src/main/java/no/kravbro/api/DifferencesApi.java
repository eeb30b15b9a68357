package no.kravbro.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import no.kravbro.Masking;
import no.kravbro.Texts;
import no.kravbro.deadletter.Cause;
import no.kravbro.delivery.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** {@code /api/v1/differences}: where the two sides do not agree, and what to do about it. */
@Service
public class DifferencesApi {

    private final JdbcClient sql;
    private final Texts texts;

    DifferencesApi(JdbcClient sql, Texts texts) {
        this.sql = sql;
        this.texts = texts;
    }

    /**
     * @param title what differs, in the caller's language
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

    /** Where a difference stands. */
    enum State {
        OPEN,
        ACKNOWLEDGED,
        ACCEPTED,
        CLOSED
    }

    /** Oldest first. Filters: creditorId, state, claimKey, page, size. */
    public Page<View> list(Query query, Caller caller) {
        query.only("creditorId", "state", "claimKey");
        Locale language = Texts.language(caller.language());
        return Select.from("difference", "opened_at, id")
                .where("creditor_id", query.text("creditorId"))
                .where("state", query.oneOf(State.class, "state"))
                .where("claim_key", query.text("claimKey"))
                .page(sql, query, (row, number) -> {
                    Cause cause = Cause.of(row.getString("cause"));
                    return new View(
                            row.getLong("id"),
                            row.getString("creditor_id"),
                            row.getString("claim_key"),
                            row.getString("cause"),
                            texts.of(cause.titleKey(), language),
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
                });
    }
}
