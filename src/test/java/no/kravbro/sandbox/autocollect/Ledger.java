package no.kravbro.sandbox.autocollect;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kravbro.sandbox.trade.FeeTable;
import no.kravbro.sandbox.trade.OsloDays;

/** What money does to a claim: paid to the creditor, credited by the creditor, paid to the agency, deducted by it. */
final class Ledger {

    private final Memory memory;
    private final Cases cases;

    Ledger(Memory memory, Cases cases) {
        this.memory = memory;
        this.cases = cases;
    }

    /** Paid to the creditor: principal first, then interest, then costs. */
    void direct(ClaimRow claim, long amountOre, LocalDate paidOn, Instant at) {
        cases.change(claim, at, () -> {
            claim.accrue(latest(paidOn, claim));
            long left = amountOre - payPrincipal(claim, amountOre);
            left -= payInterest(claim, left, claim.interestTo);
            left -= payFee(claim, left);
            left -= payReminder(claim, left);
            claim.vatOre -= Math.min(left, claim.vatOre);
            claim.paidOre += amountOre;
            boolean onlySmallCosts = claim.principalOre == 0 && (claim.caseId == null || claim.isBeforeCollection());
            if (onlySmallCosts || claim.remainingOre(OsloDays.day(at)) == 0) {
                Cases.end(claim, "PAID", at);
            }
        });
    }

    /** A credit note lowers the principal. */
    void credit(ClaimRow claim, long amountOre, LocalDate day, Instant at) {
        cases.change(claim, at, () -> {
            claim.accrue(latest(day, claim));
            claim.principalOre -= amountOre;
            claim.creditedOre += amountOre;
            if (claim.principalOre == 0) {
                Cases.end(claim, "CREDITED", at);
            }
        });
    }

    /** Paid to the agency: costs, interest, principal, in this order; waits for settlement. */
    void received(ClaimRow claim, long amountOre, Instant at) {
        LocalDate day = OsloDays.day(at);
        if (amountOre <= 0 || amountOre > claim.remainingOre(day)) {
            throw new IllegalArgumentException("Nobody pays " + amountOre + " on " + claim.key);
        }
        String type = claim.isBeforeCollection() ? "REMINDER" : "DEBT_COLLECTION";
        cases.change(claim, at, () -> {
            claim.accrue(day);
            wait(claim, day, type, split(claim, amountOre, day), null);
            claim.paidOre += amountOre;
            if (claim.remainingOre(day) == 0) {
                Cases.end(claim, "PAID", at);
            }
        });
    }

    private static List<LineRow> split(ClaimRow claim, long amountOre, LocalDate day) {
        long left = amountOre;
        long reminder = payReminder(claim, left);
        left -= reminder;
        long feeBefore = claim.feePaidOre;
        long fee = payFee(claim, left);
        left -= fee;
        long debtorsVat = Math.min(left, claim.vatOre);
        claim.vatOre -= debtorsVat;
        left -= debtorsVat;
        long interest = payInterest(claim, left, day);
        left -= interest;
        long principal = payPrincipal(claim, left);
        List<LineRow> lines = new ArrayList<>();
        add(lines, new LineRow("PRINCIPAL", principal, principal, 0, null, null));
        add(lines, new LineRow("LATE_INTEREST", interest, interest, 0, null, null));
        add(lines, new LineRow("REMINDER_FEE", reminder, 0, reminder, null, null));
        add(lines, new LineRow("COLLECTION_FEE", fee, 0, fee, null, null));
        add(lines, vat(claim, fee, feeBefore, debtorsVat));
        return lines;
    }

    /** VAT on the fee: the creditor's when VAT-registered (paid 0), else the debtor's. */
    private static LineRow vat(ClaimRow claim, long fee, long feeBefore, long debtorsVat) {
        if (!claim.vat) {
            return new LineRow("VAT", debtorsVat, 0, debtorsVat, debtorsVat * 100 / FeeTable.VAT_PERCENT, null);
        }
        long vat = FeeTable.vat(feeBefore + fee) - FeeTable.vat(feeBefore);
        return new LineRow("VAT", 0, -vat, vat, fee, null);
    }

    private static void add(List<LineRow> lines, LineRow line) {
        if (line.paidOre() != 0 || line.toAgencyOre() != 0) {
            lines.add(line);
        }
    }

    /** The agency keeps what has accrued in costs, and VAT on it, from the next payout. Nothing accrued: nothing kept. */
    void deductAccrued(ClaimRow claim, LocalDate day) {
        long costs = claim.collectionFeeOre > 0 ? claim.collectionFeeOre : claim.reminderFeeOre;
        if (costs > 0) {
            long vat = FeeTable.vat(costs);
            String type = claim.isBeforeCollection() ? "REMINDER" : "DEBT_COLLECTION";
            List<LineRow> lines = List.of(
                    new LineRow("AGENCY_DEDUCTION", 0, -costs, costs, null, "Trekk av sak"),
                    new LineRow("VAT", 0, -vat, vat, costs, null));
            wait(claim, null, type, lines, null);
        }
    }

    /** The newest settled payment on a claim, if there is one. */
    boolean takenBack(ClaimRow claim, Instant at) {
        Optional<SettlementRow> newest = paymentsOn(claim.key).reduce((earlier, later) -> later);
        newest.ifPresent(settlement -> reverse(settlement, at));
        return newest.isPresent();
    }

    /** Settled payments that nobody has taken back, in the order they came. */
    private Stream<SettlementRow> paymentsOn(String key) {
        Set<String> takenBack = Stream.concat(
                        memory.settlements.all().stream().map(SettlementRow::reverses),
                        memory.money.all().stream().map(MoneyRow::reverses))
                .collect(Collectors.toSet());
        return memory.settlements.all().stream()
                .filter(row -> row.key().equals(key) && row.reverses() == null && row.grossOre() > 0)
                .filter(row -> !takenBack.contains(row.settlementId()));
    }

    /** Takes a settlement back: all amounts negated, in the next run; on an open case it is owed again at once. */
    void reverse(SettlementRow settlement, Instant at) {
        ClaimRow claim = memory.claims.get(settlement.invoiceId());
        List<LineRow> lines = settlement.lines().stream().map(LineRow::negated).toList();
        wait(claim, settlement.paymentDate(), settlement.collectionType(), lines, settlement.settlementId());
        if (claim.isOpen()) {
            cases.change(claim, at, () -> {
                claim.accrue(latest(OsloDays.day(at), claim));
                settlement.lines().forEach(line -> owedAgain(claim, line));
            });
        }
    }

    private static void owedAgain(ClaimRow claim, LineRow line) {
        claim.paidOre -= line.paidOre();
        switch (line.kind()) {
            case "PRINCIPAL" -> claim.principalOre += line.paidOre();
            case "LATE_INTEREST" -> claim.interestPaidOre -= line.paidOre();
            case "REMINDER_FEE" -> claim.reminderFeeOre += line.paidOre();
            case "COLLECTION_FEE" -> {
                claim.collectionFeeOre += line.paidOre();
                claim.feePaidOre -= line.paidOre();
            }
            default -> claim.vatOre += line.paidOre();
        }
    }

    private void wait(ClaimRow claim, LocalDate paidOn, String type, List<LineRow> lines, String reverses) {
        String id = String.format("%012d", memory.next("money", 1));
        memory.money.put(id, new MoneyRow(id, claim.invoiceId, paidOn, type, lines, reverses));
    }

    private static LocalDate latest(LocalDate day, ClaimRow claim) {
        return day.isAfter(claim.interestTo) ? day : claim.interestTo;
    }

    private static long payPrincipal(ClaimRow claim, long left) {
        long part = Math.min(left, claim.principalOre);
        claim.principalOre -= part;
        return part;
    }

    private static long payInterest(ClaimRow claim, long left, LocalDate day) {
        long part = Math.min(left, claim.interestOre(day));
        claim.interestPaidOre += part;
        return part;
    }

    private static long payFee(ClaimRow claim, long left) {
        long part = Math.min(left, claim.collectionFeeOre);
        claim.collectionFeeOre -= part;
        claim.feePaidOre += part;
        return part;
    }

    private static long payReminder(ClaimRow claim, long left) {
        long part = Math.min(left, claim.reminderFeeOre);
        claim.reminderFeeOre -= part;
        return part;
    }
}
