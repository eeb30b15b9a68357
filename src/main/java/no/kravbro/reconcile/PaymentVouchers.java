package no.kravbro.reconcile;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** Numbers of the vouchers that payments on invoices have become; each is known when its invoice is read the next time. */
@Repository
public class PaymentVouchers {

    private static final String MISSING =
            """
            select p.posting_id from booking b join booking_posting p on p.booking_key = b.booking_key
            where b.creditor_id = :creditor and b.way = 'INVOICE_PAYMENT' and b.payment_voucher is null
              and b.booked_on is not null and p.posting_id in (:postings)""";
    private static final String FOUND =
            """
            update booking set payment_voucher = :number where payment_voucher is null and way = 'INVOICE_PAYMENT'
              and booking_key = (select booking_key from booking_posting
                where creditor_id = :creditor and posting_id = :posting)""";

    private final NamedParameterJdbcTemplate sql;

    PaymentVouchers(NamedParameterJdbcTemplate sql) {
        this.sql = sql;
    }

    /** Which of some postings may be such a payment's. */
    public Set<Long> missing(String creditorId, Collection<Long> postings) {
        return postings.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        sql.queryForList(MISSING, Map.of("creditor", creditorId, "postings", postings), Long.class));
    }

    /** @param numbers by posting on the invoice */
    public void found(String creditorId, Map<Long, String> numbers) {
        if (!numbers.isEmpty()) {
            sql.batchUpdate(
                    FOUND,
                    numbers.entrySet().stream()
                            .map(each -> new MapSqlParameterSource("creditor", creditorId)
                                    .addValue("posting", each.getKey())
                                    .addValue("number", each.getValue()))
                            .toArray(SqlParameterSource[]::new));
        }
    }
}
