package no.kravbro.reconcile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.InvoicePosting;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Money on an invoice that others than we have booked. */
@Component
class BookedByOthers {

    private static final String NO_MONEY =
            "select posting_id from claim_posting where claim_key = :claim and fate in ('CREDIT', 'WRITTEN_OFF')";

    private final NamedParameterJdbcTemplate sql;
    private final Bookings bookings;

    BookedByOthers(NamedParameterJdbcTemplate sql, Bookings bookings) {
        this.sql = sql;
        this.bookings = bookings;
    }

    /** In øre: all that lowers the invoice and may be money, that is neither ours nor known as a credit or a loss. */
    long ore(String creditorId, String claimKey, Invoice invoice) {
        List<InvoicePosting> lower = invoice.postings().stream()
                .filter(posting -> posting.amountOre() < 0)
                .toList();
        Set<Long> ours =
                bookings.ours(creditorId, lower.stream().map(InvoicePosting::id).toList());
        List<Long> noMoney = sql.queryForList(NO_MONEY, Map.of("claim", claimKey), Long.class);
        return lower.stream()
                .filter(posting -> !ours.contains(posting.id()) && !noMoney.contains(posting.id()))
                .mapToLong(posting -> -posting.amountOre())
                .reduce(0, Math::addExact);
    }
}
