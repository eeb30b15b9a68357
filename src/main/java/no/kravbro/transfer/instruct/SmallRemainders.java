package no.kravbro.transfer.instruct;

import java.util.List;
import no.kravbro.agency.Action;
import no.kravbro.agency.Capabilities.Permission;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.SmallRemainder;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Tasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Withdraws claims of which little is left, where the creditor has said so beforehand, both sides show the same remainder and it
 * is known to cost nothing. Every other stays the task it is. Nothing is written off: what is left goes on the list of losses.
 */
@Service
public class SmallRemainders {

    /** Not {@code kravbro}: what was ended by the creditor's rule is not asked about again. */
    static final String WHO = "kravbro: close-small";

    private static final Logger LOG = LoggerFactory.getLogger(SmallRemainders.class);

    /** The agency's people read it. */
    private static final String TEXT = "Resten er så liten at kreditor ikke vil ha den krevd inn.";

    private static final String SAME_ON_BOTH_SIDES =
            """
            select t.id, c.claim_key from task t join claim c on c.claim_key = t.claim_key
            join invoice i on i.creditor_id = c.creditor_id and i.invoice_id = c.invoice_id
            where t.creditor_id = :creditor and t.kind = 'SMALL_REMAINDER' and t.state = 'OPEN' and c.state = 'ACCEPTED'
              and c.agency_principal_ore between 1 and :limit and i.outstanding_ore = c.agency_principal_ore order by t.id""";

    private final JdbcClient sql;
    private final Claims claims;
    private final Instructions instructions;
    private final WithdrawalPrices prices;
    private final Tasks tasks;
    private final TransactionTemplate transaction;

    public SmallRemainders(
            JdbcClient sql,
            Claims claims,
            Instructions instructions,
            WithdrawalPrices prices,
            Tasks tasks,
            TransactionTemplate transaction) {
        this.sql = sql;
        this.claims = claims;
        this.instructions = instructions;
        this.prices = prices;
        this.tasks = tasks;
        this.transaction = transaction;
    }

    private record Small(long task, String claim) {}

    /** Those of the creditor whose task stands open. */
    public void end(Creditor creditor) {
        if (creditor.wishes().small() != SmallRemainder.WITHDRAW_FREE) {
            return;
        }
        List<Small> small = sql.sql(SAME_ON_BOTH_SIDES)
                .param("creditor", creditor.id())
                .param("limit", creditor.wishes().closeBelowOre())
                .query((row, number) -> new Small(row.getLong("id"), row.getString("claim_key")))
                .list();
        small.forEach(this::end);
    }

    private void end(Small small) {
        ClaimRow claim = claims.find(small.claim()).orElseThrow();
        WithdrawalPrice price = prices.byRule(claim);
        boolean free = price.priceOre() != null && price.priceOre() == 0;
        if (!free || instructions.permission(claim, Action.WITHDRAW) != Permission.WIRE) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> {
                prices.shown(claim.key(), price);
                instructions.order(claim, withdrawal(), "rest-" + claim.key() + "-" + claim.submission());
                tasks.done(small.task(), WHO, "Withdrawn without cost, as the creditor has laid down");
            });
        } catch (InstructionRefused refused) {
            LOG.info("The small remainder of {} stays a task: {}", claim.key(), refused.reason());
        }
    }

    private static Wanted withdrawal() {
        return new Wanted(Action.WITHDRAW, TEXT, null, null, null, null, 0L, List.of());
    }
}
