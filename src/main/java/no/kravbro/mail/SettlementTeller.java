package no.kravbro.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import no.kravbro.delivery.Sql;
import no.kravbro.money.NorwegianFormat;
import no.kravbro.reconcile.RemittanceDocuments;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sends the document of each payout, when all that it pays for is here and booked, to those who keep the creditor's books. */
@Component
class SettlementTeller implements Teller {

    /** Older news are none: who gives an address later is not flooded. Counts from when the last of it was booked. */
    private static final Duration NEWS = Duration.ofDays(14);

    private static final String COMPLETE =
            """
            select r.agency, r.remittance, r.payout_date, r.net_payout_ore from remittance r
            where r.creditor_id = :creditor and r.state = 'COMPLETE'
              and exists (select 1 from booking b where b.creditor_id = r.creditor_id and b.agency = r.agency
                and b.remittance = r.remittance and b.updated_at >= :since)
              and not exists (select 1 from booking b where b.creditor_id = r.creditor_id and b.agency = r.agency
                and b.remittance = r.remittance and b.state not in ('BOOKED', 'MATCHED', 'OPEN_PART', 'POSTED'))
              and not exists (select 1 from mail m
                where m.mail_key = 'settlement/' || r.creditor_id || '/' || r.agency || '/' || r.remittance)
            order by r.created_at, r.agency, r.remittance""";

    private final JdbcClient sql;
    private final Creditors creditors;
    private final RemittanceDocuments documents;
    private final Secretary secretary;
    private final Clock machine;

    SettlementTeller(
            JdbcClient sql,
            Creditors creditors,
            RemittanceDocuments documents,
            Secretary secretary,
            @Qualifier("machine") Clock machine) {
        this.sql = sql;
        this.creditors = creditors;
        this.documents = documents;
        this.secretary = secretary;
        this.machine = machine;
    }

    record Paid(String agency, String number, LocalDate day, long ore) {}

    @Override
    public void tell(Instant now) {
        creditors.all().stream()
                .filter(each -> !each.wishes().mailing().settlements().isEmpty())
                .forEach(each -> complete(each).forEach(paid -> tell(each, paid)));
    }

    /** What is to be told of, and was not yet. */
    List<Paid> complete(Creditor creditor) {
        return sql.sql(COMPLETE)
                .param("creditor", creditor.id())
                .param("since", Sql.at(machine.instant().minus(NEWS)))
                .query((row, number) -> new Paid(
                        row.getString("agency"),
                        row.getString("remittance"),
                        row.getObject("payout_date", LocalDate.class),
                        row.getLong("net_payout_ore")))
                .list();
    }

    private void tell(Creditor creditor, Paid paid) {
        String key = "settlement/" + creditor.id() + "/" + paid.agency() + "/" + paid.number();
        byte[] document = documents.pdf(
                creditor,
                paid.agency(),
                paid.number(),
                creditor.wishes().mailing().locale());
        String file = (paid.agency() + "-" + paid.number()).replaceAll("[^A-Za-z0-9.~_-]", "_") + ".pdf";
        secretary.settlement(
                creditor,
                key,
                to -> Content.of(
                        to.say("mail.SETTLEMENT.subject", paid.number(), creditor.name()),
                        List.of(to.say(
                                "mail.settlement.text",
                                paid.agency(),
                                NorwegianFormat.kroner(paid.ore()),
                                paid.day() == null ? "–" : NorwegianFormat.day(paid.day()))),
                        "/settlements?creditorId=" + creditor.id()),
                new Enclosure(file, document));
    }
}
