package no.kravbro.api;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the start page counts. Sums are made by the database; amounts in øre. */
@Repository
public class Overview {

    /** Rows shown of a list that may be long. */
    public static final int SHOWN = 20;

    private static final String CLAIMS =
            """
            select creditor_id, agency, state, stage, count(*) as n, sum(principal_ore) as principal,
              sum(booked_principal_ore) as booked
            from claim group by creditor_id, agency, state, stage order by creditor_id, agency, state, stage""";
    private static final String CREDITORS =
            """
            select c.id, c.name, c.organization_number, c.agency,
              (select count(*) from invoice i where i.creditor_id = c.id and i.decision = 'HOLD') as held,
              (select count(*) from invoice i where i.creditor_id = c.id and i.decision = 'EXCLUDE'
                and i.reasons not like '%ALREADY_TRANSFERRED%') as excluded,
              (select count(*) from claim k where k.creditor_id = c.id) as claims
            from creditor c order by c.name""";
    private static final String DELIVERIES =
            """
            select target, state, count(*) as n, sum(amount_ore) as ore from delivery
            group by target, state order by target, state""";
    private static final String SETTLEMENTS =
            """
            select r.*, (select count(*) from booking b where b.creditor_id = r.creditor_id and b.agency = r.agency
                and b.remittance = r.remittance and b.state in ('BOOKED', 'MATCHED', 'OPEN_PART', 'POSTED')) as booked,
              (select count(*) from booking b where b.creditor_id = r.creditor_id and b.agency = r.agency
                and b.remittance = r.remittance and b.state = 'ABANDONED') as abandoned
            from remittance r order by r.created_at desc, r.remittance fetch first 20 rows only""";

    private final JdbcClient sql;

    Overview(JdbcClient sql) {
        this.sql = sql;
    }

    public record CreditorRow(
            String id, String name, String organizationNumber, String agency, long held, long excluded, long claims) {}

    /** @param stage null while the agency has told none */
    public record ClaimRow(
            String creditorId,
            String agency,
            String state,
            String stage,
            long count,
            long principalOre,
            long bookedOre) {}

    public record DeliveryRow(String target, String state, long count, long amountOre) {}

    public record SettlementRow(
            String creditorId,
            String agency,
            String bankText,
            LocalDate payoutDay,
            long netOre,
            long booked,
            long abandoned,
            int expected,
            String payoutState) {}

    public List<CreditorRow> creditors() {
        return sql.sql(CREDITORS)
                .query((row, number) -> new CreditorRow(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("organization_number"),
                        row.getString("agency"),
                        row.getLong("held"),
                        row.getLong("excluded"),
                        row.getLong("claims")))
                .list();
    }

    public List<ClaimRow> claims() {
        return sql.sql(CLAIMS)
                .query((row, number) -> new ClaimRow(
                        row.getString("creditor_id"),
                        row.getString("agency"),
                        row.getString("state"),
                        row.getString("stage"),
                        row.getLong("n"),
                        row.getLong("principal"),
                        row.getLong("booked")))
                .list();
    }

    public List<DeliveryRow> deliveries() {
        return sql.sql(DELIVERIES)
                .query((row, number) -> new DeliveryRow(
                        row.getString("target"), row.getString("state"), row.getLong("n"), row.getLong("ore")))
                .list();
    }

    public List<SettlementRow> settlements() {
        return sql.sql(SETTLEMENTS)
                .query((row, number) -> new SettlementRow(
                        row.getString("creditor_id"),
                        row.getString("agency"),
                        row.getString("bank_text"),
                        row.getObject("payout_date", LocalDate.class),
                        row.getLong("net_payout_ore"),
                        row.getLong("booked"),
                        row.getLong("abandoned"),
                        row.getInt("expected_count"),
                        row.getString("payout_state")))
                .list();
    }

    /** Principal of the claims the agencies have, and the number of vouchers in the books. */
    public record Totals(long accepted, long principalOre, long vouchers, long receivedOre) {}

    public Totals totals() {
        return sql.sql(
                        """
                        select (select count(*) from claim where state in ('ACCEPTED', 'CLOSED')) as accepted,
                          (select coalesce(sum(principal_ore), 0) from claim
                            where state in ('ACCEPTED', 'CLOSED')) as principal,
                          (select count(distinct voucher_id) from booking where voucher_id is not null) as vouchers,
                          (select coalesce(sum(net_ore), 0) from booking
                            where state in ('BOOKED', 'MATCHED', 'OPEN_PART', 'POSTED')) as received""")
                .query((row, number) -> new Totals(
                        row.getLong("accepted"),
                        row.getLong("principal"),
                        row.getLong("vouchers"),
                        row.getLong("received")))
                .single();
    }
}
