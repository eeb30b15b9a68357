package no.kravbro.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kravbro.Texts;
import no.kravbro.access.Right;
import no.kravbro.claim.OsloDay;
import no.kravbro.delivery.Sql;
import no.kravbro.money.NorwegianFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * {@code /api/v1/creditors/{creditor}/credit-losses}: claims whose case has ended while something was open on the invoice. Whether and when
 * that is a loss in the books, and its VAT, the accountant decides.
 */
@Service
public class CreditLossApi {

    private static final String UTF_8 = "\uFEFF";
    private static final String END = "\r\n";
    /** These ends are no loss: the invoice was settled, or is collected in another way. */
    private static final List<String> NO_LOSS = List.of("PAID", "CREDITED", "WITHDRAWN", "ERROR");

    private final JdbcClient sql;
    private final KnownCreditors creditors;
    private final Texts texts;
    private final Clock clock;

    CreditLossApi(JdbcClient sql, KnownCreditors creditors, Texts texts, Clock clock) {
        this.sql = sql;
        this.creditors = creditors;
        this.texts = texts;
        this.clock = clock;
    }

    /** How the list is written. */
    enum Format {
        JSON,
        CSV
    }

    /** @param lossOre what is still open on the invoice */
    public record Loss(
            String claimKey,
            String invoiceNumber,
            String agency,
            String reason,
            String reasonText,
            LocalDate endedOn,
            long principalOre,
            long paidOre,
            long lossOre) {}

    /** Whether a spreadsheet is asked for. */
    public boolean wantsCsv(Query query) {
        return query.oneOf(Format.class, "format") == Format.CSV;
    }

    /** Oslo days, both included. */
    public record Period(LocalDate from, LocalDate to) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** The period that is asked for. Parameters: from, to; this year until today. */
    public Period period(Query query) {
        LocalDate to = query.day("to", OsloDay.today(clock));
        LocalDate from = query.day("from", to.withDayOfYear(1));
        if (from.isAfter(to)) {
            throw new ApiProblem(ApiProblem.Code.BAD_PARAMETER, "from is after to");
        }
        return new Period(from, to);
    }

    /** First ended first. Parameters: those of the period, format. */
    public List<Loss> list(String creditor, Query query, Caller caller) {
        caller.need(Right.READ_MONEY);
        creditors.known(creditor, caller);
        query.only("from", "to", "format");
        Period period = period(query);
        Locale language = Texts.language(caller.language());
        return sql
                .sql(
                        """
                        select c.claim_key, c.invoice_number, c.agency, c.close_reason, c.updated_at, c.principal_ore,
                          c.booked_principal_ore, i.outstanding_ore from claim c
                        join invoice i on i.creditor_id = c.creditor_id and i.invoice_id = c.invoice_id
                        where c.creditor_id = :creditor and c.state = 'CLOSED' and i.outstanding_ore > 0
                          and coalesce(c.close_reason, 'ERROR') not in (:none) order by c.updated_at, c.claim_key""")
                .param("creditor", creditor)
                .param("none", NO_LOSS)
                .query((row, number) -> loss(row, language))
                .list()
                .stream()
                .filter(each -> period.holds(each.endedOn()))
                .toList();
    }

    private Loss loss(ResultSet row, Locale language) throws SQLException {
        String reason = row.getString("close_reason");
        return new Loss(
                row.getString("claim_key"),
                row.getString("invoice_number"),
                row.getString("agency"),
                reason,
                texts.find("ended." + reason, language).orElse(reason),
                OsloDay.of(Sql.instant(row, "updated_at")),
                row.getLong("principal_ore"),
                row.getLong("booked_principal_ore"),
                row.getLong("outstanding_ore"));
    }

    /** The same for a spreadsheet. Parameters as above. */
    public String csv(String creditor, Query query, Caller caller) {
        Locale language = Texts.language(caller.language());
        Stream<String> lines = list(creditor, query, caller).stream().map(CreditLossApi::line);
        return UTF_8
                + Stream.concat(Stream.of(texts.of("losses.heads", language)), lines)
                        .collect(Collectors.joining(END))
                + END;
    }

    private static String line(Loss loss) {
        return Stream.of(
                        loss.invoiceNumber(),
                        loss.claimKey(),
                        loss.agency(),
                        loss.reasonText(),
                        loss.endedOn().toString(),
                        amount(loss.principalOre()),
                        amount(loss.paidOre()),
                        amount(loss.lossOre()))
                .map(SafeCell::of)
                .collect(Collectors.joining(";"));
    }

    private static String amount(long ore) {
        return NorwegianFormat.amount(ore).replaceAll("[\\s\u00a0]", "").replace(NorwegianFormat.MINUS, '-');
    }
}
