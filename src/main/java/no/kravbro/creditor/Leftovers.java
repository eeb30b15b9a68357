package no.kravbro.creditor;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What agencies still have to end, whether or not the creditors file names them. */
public class Leftovers {

    private static final String OF = " where creditor_id = :creditor and agency = :agency";

    /** Closed claims are held against the agency's cases until both sides agree; where it lists no cases they are not. */
    private static final String LEFT =
            """
            select (select count(*) from claim%1$s and state in ('PENDING', 'ACCEPTED')) as claims,
              (select coalesce(sum(coalesce(agency_principal_ore, principal_ore - booked_principal_ore)), 0) from claim%1$s
                and state in ('PENDING', 'ACCEPTED')) as open_ore,
              (select count(*) from claim c%1$s and state = 'CLOSED'
                and exists (select 1 from agreement%1$s)
                and not exists (select 1 from balance_capture b where b.claim_key = c.claim_key and b.agrees
                  and b.explained = '[]' and b.standing in ('SETTLED', 'HANDED_BACK') and b.on_day =
                    (select max(l.on_day) from balance_capture l where l.claim_key = c.claim_key))) as settling,
              (select count(*) from delivery where creditor_id = :creditor and target = :agency
                and state not in ('DONE', 'CANCELLED', 'DEAD')) as deliveries,
              (select count(*) from booking%1$s and state in ('INTENDED', 'PROPOSED')) as bookings,
              (select count(*) from remittance%1$s and net_payout_ore > 0
                and payout_state in ('EXPECTED', 'LATE', 'SHORT')) as payouts,
              (select count(*) from dead_letter%1$s and state not in ('SOLVED', 'CLOSED')) as letters,
              (select count(*) from inbox i where creditor_id = :creditor and state = 'NEW' and source like :agency || '.%%'
                and not exists (select 1 from dead_letter l where l.inbox_id = i.id)) as received"""
                    .formatted(OF);

    /** An inbox source is {@code agency.thing}; the accounting system is a far side and no agency. */
    private static final String HAD =
            """
            select agency from claim where creditor_id = :creditor
            union select agency from booking where creditor_id = :creditor
            union select agency from remittance where creditor_id = :creditor
            union select agency from dead_letter where creditor_id = :creditor and agency is not null and agency <> 'tripletex'
            union select target from delivery where creditor_id = :creditor and target <> 'tripletex'
              and state not in ('DONE', 'CANCELLED', 'DEAD')
            union select case when source like '_%.%' then substring(source from 1 for position('.' in source) - 1) end from inbox
              where creditor_id = :creditor and state = 'NEW' and source like '_%.%' and source not like 'tripletex.%'
            order by 1""";

    private final JdbcClient sql;

    public Leftovers(JdbcClient sql) {
        this.sql = sql;
    }

    public Left of(String creditorId, String agency) {
        return sql.sql(LEFT)
                .param("creditor", creditorId)
                .param("agency", agency)
                .query((row, number) -> new Left(
                        row.getLong("claims"),
                        row.getLong("open_ore"),
                        row.getLong("settling"),
                        row.getLong("deliveries"),
                        row.getLong("bookings"),
                        row.getLong("payouts"),
                        row.getLong("letters"),
                        row.getLong("received")))
                .single();
    }

    /** Agencies that have had anything of a creditor, by name: a claim that has moved leaves no trace of its first one in itself. */
    List<String> agencies(String creditorId) {
        return sql.sql(HAD).param("creditor", creditorId).query(String.class).list();
    }
}
