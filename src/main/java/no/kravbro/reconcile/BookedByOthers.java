package no.kravbro.reconcile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.InvoicePosting;
import no.kravbro.claim.OsloDay;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Sql;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Money on an invoice that others than we have booked. */
@Component
class BookedByOthers {

    private static final String OTHER =
            """
            select posting_id from claim_posting where claim_key = :claim
              and (fate in ('CREDIT', 'WRITTEN_OFF') or seen_at < :begin and told_ore <> 0)""";

    private final NamedParameterJdbcTemplate sql;
    private final Bookings bookings;

    BookedByOthers(NamedParameterJdbcTemplate sql, Bookings bookings) {
        this.sql = sql;
        this.bookings = bookings;
    }

    /**
     * In øre: all that lowers the invoice and may be the money of that day. Not what is ours, not what is known as a credit or a
     * loss, and not what stood in the books, and was to be told to the agency, before the day began; nor what is
     * older than the agency's case.
     */
    long ore(ClaimRow claim, Invoice invoice, LocalDate day) {
        List<InvoicePosting> lower = invoice.postings().stream()
                .filter(posting -> posting.amountOre() < 0)
                .toList();
        Set<Long> ours = bookings.ours(
                claim.creditorId(), lower.stream().map(InvoicePosting::id).toList());
        Map<String, Object> known = Map.of(
                "claim",
                claim.key(),
                "begin",
                Sql.at(day.atStartOfDay(OsloDay.ZONE).toInstant()));
        List<Long> other = sql.queryForList(OTHER, known, Long.class);
        return lower.stream()
                .filter(posting -> !ours.contains(posting.id()) && !other.contains(posting.id()))
                .filter(posting -> !isOlder(posting, claim))
                .mapToLong(posting -> -posting.amountOre())
                .reduce(0, Math::addExact);
    }

    private static boolean isOlder(InvoicePosting posting, ClaimRow claim) {
        return claim.receivedOn() != null
                && posting.date() != null
                && posting.date().isBefore(claim.receivedOn());
    }
}
