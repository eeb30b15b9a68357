package no.kravbro.sandbox.autocollect;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import no.kravbro.sandbox.autocollect.SettlementRow.RemittanceRow;
import no.kravbro.sandbox.trade.OsloDays;

/** The evening run: all waiting money of a creditor becomes settlements under one collective voucher. */
final class SettlementRun {

    private static final long FIRST_VOUCHER = 48213;

    private final Memory memory;
    private final Events events;

    SettlementRun(Memory memory, Events events) {
        this.memory = memory;
        this.events = events;
    }

    void settle(Organization organization, Instant at) {
        List<MoneyRow> waiting = memory.money.all().stream()
                .filter(money -> claim(money).organizationId.equals(organization.id()))
                .sorted(Comparator.comparingLong((MoneyRow money) -> claim(money).caseNumber)
                        .thenComparing(MoneyRow::id))
                .toList();
        if (waiting.isEmpty()) {
            return;
        }
        LocalDate day = OsloDays.day(at);
        RemittanceRow remittance = remittance(organization, waiting, day);
        for (MoneyRow money : waiting) {
            SettlementRow settlement = settlement(money, day, remittance);
            memory.settlements.put(settlement.settlementId(), settlement);
            memory.money.remove(money.id());
            events.settlementCreated(settlement, at);
        }
        memory.balances.put(organization.id(), remittance.carriedOutOre());
    }

    /** A creditor who owes more than came in gets nothing and carries the rest (contract: carried balances 0 or less). */
    private RemittanceRow remittance(Organization organization, List<MoneyRow> waiting, LocalDate day) {
        Long carried = memory.balances.get(organization.id());
        long carriedIn = carried == null ? 0 : carried;
        long net = carriedIn
                + waiting.stream()
                        .flatMap(money -> money.lines().stream())
                        .mapToLong(LineRow::toCreditorOre)
                        .sum();
        return new RemittanceRow(
                Long.toString(memory.next("voucher", FIRST_VOUCHER)),
                OsloDays.addWorkingDays(day, 1),
                waiting.size(),
                carriedIn,
                Math.min(net, 0),
                Math.max(net, 0));
    }

    private SettlementRow settlement(MoneyRow money, LocalDate day, RemittanceRow remittance) {
        ClaimRow claim = claim(money);
        return new SettlementRow(
                Memory.id("44444444", memory.next("settlement", 1)),
                claim.organizationId,
                day,
                money.paymentDate(),
                Long.toString(claim.caseNumber),
                money.collectionType(),
                (String) claim.debtors.get(0).get("customerNumber"),
                claim.invoiceId,
                claim.invoiceNumber,
                claim.key,
                money.reverses(),
                money.lines(),
                remittance);
    }

    private ClaimRow claim(MoneyRow money) {
        return memory.claims.get(money.invoiceId());
    }
}
