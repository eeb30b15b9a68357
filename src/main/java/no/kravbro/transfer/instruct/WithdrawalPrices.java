package no.kravbro.transfer.instruct;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.agency.Capabilities;
import no.kravbro.agency.Capabilities.Price;
import no.kravbro.claim.FreeWithdrawal;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.WithdrawalReason;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Prices of withdrawals, by the agency's terms. The one that was shown last is kept: only that can be confirmed. What a
 * case costs is never ours to reckon beyond what the agency has told.
 */
@Service
public class WithdrawalPrices {

    private final JdbcClient sql;
    private final AgencyProfiles profiles;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WithdrawalPrices(JdbcClient sql, AgencyProfiles profiles, TransactionTemplate transaction, Clock clock) {
        this.sql = sql;
        this.profiles = profiles;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The price where the agency gives no quote: nothing in the free days, then what has accrued beside the principal.
     *
     * @param remainingOre all that the debtor owes, or null when it is not known
     * @param principalOre of it the principal
     * @param freeUntil as the agency told it, or null: then by its terms
     */
    public WithdrawalPrice byRule(ClaimRow claim, Long remainingOre, Long principalOre, LocalDate freeUntil) {
        Capabilities.Withdrawal terms = terms(claim);
        if (terms.price() == Price.NONE) {
            return new WithdrawalPrice(Price.NONE, 0L, 0L, null);
        }
        if (terms.price() != Price.COSTS) {
            return new WithdrawalPrice(terms.price(), null, null, null);
        }
        LocalDate free = freeUntil == null ? free(claim, terms) : freeUntil;
        if (free == null) {
            return new WithdrawalPrice(Price.COSTS, null, null, null);
        }
        if (!OsloDay.today(clock).isAfter(free)) {
            return new WithdrawalPrice(Price.COSTS, 0L, 0L, free);
        }
        boolean known = remainingOre != null && principalOre != null;
        return new WithdrawalPrice(Price.COSTS, known ? Math.max(0, remainingOre - principalOre) : null, null, free);
    }

    /** As above with what the agency told last. */
    public WithdrawalPrice byRule(ClaimRow claim) {
        return byRule(claim, claim.remainingOre(), claim.agencyPrincipalOre(), claim.freeWithdrawalUntil());
    }

    /** The only reason for which the free days of the agency hold; null = every reason, or no free days now. */
    public WithdrawalReason freeFor(ClaimRow claim, WithdrawalPrice price) {
        boolean free = price.freeUntil() != null && !OsloDay.today(clock).isAfter(price.freeUntil());
        return free ? terms(claim).freeFor() : null;
    }

    private Capabilities.Withdrawal terms(ClaimRow claim) {
        return profiles.of(claim.agency()).capabilities().withdrawal();
    }

    private static LocalDate free(ClaimRow claim, Capabilities.Withdrawal terms) {
        boolean working = terms.days() == Capabilities.Days.WORKING;
        return claim.receivedOn() == null ? null : FreeWithdrawal.last(claim.receivedOn(), terms.freeDays(), working);
    }

    /** Keeps what a person is shown now. */
    public void shown(String claimKey, WithdrawalPrice price) {
        transaction.executeWithoutResult(status -> {
            sql.sql("delete from withdrawal_price where claim_key = :key")
                    .param("key", claimKey)
                    .update();
            sql.sql("insert into withdrawal_price (claim_key, basis, price_ore, vat_ore, free_until, shown_at)"
                            + " values (:key, :basis, :price, :vat, :free, :now)")
                    .param("key", claimKey)
                    .param("basis", price.basis().name())
                    .param("price", price.priceOre())
                    .param("vat", price.vatOre())
                    .param("free", price.freeUntil())
                    .param("now", Sql.at(clock.instant()))
                    .update();
        });
    }

    Optional<WithdrawalPrice> shown(String claimKey) {
        return sql.sql("select * from withdrawal_price where claim_key = :key")
                .param("key", claimKey)
                .query((row, number) -> new WithdrawalPrice(
                        Price.valueOf(row.getString("basis")),
                        Sql.number(row, "price_ore"),
                        Sql.number(row, "vat_ore"),
                        row.getObject("free_until", LocalDate.class)))
                .optional();
    }

    /** Throws {@link InstructionRefused} unless this is the price that was shown last. */
    void confirm(String claimKey, Long priceOre) {
        WithdrawalPrice shown = shown(claimKey)
                .filter(price -> price.priceOre() != null && priceOre != null)
                .orElseThrow(() -> new InstructionRefused(
                        InstructionRefused.Code.PRICE_NOT_SHOWN, "Ask for the price and confirm it in priceOre"));
        if (shown.priceOre() != priceOre.longValue()) {
            throw new InstructionRefused(
                    InstructionRefused.Code.PRICE_CHANGED, "The price that was shown last is " + shown.priceOre());
        }
    }
}
