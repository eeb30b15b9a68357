package no.kravbro.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import no.kravbro.Settings;
import no.kravbro.Settings.Mail.Mode;
import no.kravbro.Texts;
import no.kravbro.access.Right;
import no.kravbro.audit.Deed;
import no.kravbro.delivery.Sql;
import no.kravbro.mail.AlertHooks;
import no.kravbro.mail.MailKind;
import no.kravbro.mail.Mails;
import no.kravbro.mail.Silenced;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** {@code /api/v1/mails}: what people are told by mail, without what it says. */
@Service
public class MailsApi {

    private final JdbcClient sql;
    private final Mails mails;
    private final AlertHooks hooks;
    private final Silenced silenced;
    private final Once once;
    private final Texts texts;
    private final Settings.Mail settings;

    MailsApi(
            JdbcClient sql,
            Mails mails,
            AlertHooks hooks,
            Silenced silenced,
            Once once,
            Texts texts,
            Settings settings) {
        this.sql = sql;
        this.mails = mails;
        this.hooks = hooks;
        this.silenced = silenced;
        this.once = once;
        this.texts = texts;
        this.settings = settings.mail();
    }

    /** @param cause why it has not got through, in words, or null */
    public record View(
            long id,
            String kind,
            String creditorId,
            String recipient,
            String subject,
            String state,
            int attempts,
            String cause,
            Instant createdAt,
            Instant updatedAt) {}

    /**
     * How mail stands, for the start page.
     *
     * @param mode what the settings say
     * @param silenced what this process could not look for when it last went its round
     * @param lostAlerts alerts of the last week that no other machine took by webhook
     */
    public record Standing(Mode mode, long waiting, long dead, List<String> silenced, long lostAlerts) {}

    public Standing standing() {
        Mails.Count count = mails.count();
        return new Standing(settings.mode(), count.waiting(), count.dead(), silenced.all(), hooks.lost());
    }

    /** Newest first. Filters: state, kind, creditorId, page, size. */
    public Page<View> list(Query query, Caller caller) {
        caller.need(Right.READ_DELIVERIES);
        query.only("state", "kind", "creditorId");
        Locale language = Texts.language(caller.language());
        return Select.from("mail", "id desc")
                .where("state", query.oneOf(Mails.State.class, "state"))
                .where("kind", query.oneOf(MailKind.class, "kind"))
                .where("creditor_id", query.text("creditorId"))
                .within("creditor_id", caller.creditors())
                .page(sql, query, (row, number) -> view(row, language));
    }

    /** One that was given up goes out once more. */
    public View again(long id, Caller caller) {
        caller.need(Right.RETRY);
        View mail = find(id, caller);
        return once.run(
                caller,
                Act.of(Deed.MAIL_AGAIN, "mails/" + id, mail.creditorId(), null),
                "mails/" + id + " again",
                () -> {
                    if (!mails.again(id)) {
                        throw new ApiProblem(ApiProblem.Code.REFUSED, "Mail " + id + " was not given up");
                    }
                },
                () -> find(id, caller));
    }

    private View find(long id, Caller caller) {
        Locale language = Texts.language(caller.language());
        View mail = sql.sql("select * from mail where id = :id")
                .param("id", id)
                .query((row, number) -> view(row, language))
                .optional()
                .orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, "There is no mail " + id));
        if (caller.creditors() != null) {
            caller.needSight(mail.creditorId(), "There is no mail " + id);
        }
        return mail;
    }

    private View view(ResultSet row, Locale language) throws SQLException {
        String cause = row.getString("cause");
        return new View(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("creditor_id"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("state"),
                row.getInt("attempts"),
                cause == null ? null : texts.of("mailcause." + cause, language),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }
}
