package no.kravbro.sandbox.bahs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.kravbro.sandbox.trade.FeeTable;
import no.kravbro.sandbox.trade.OsloDays;

/** What money does to a case: paid to the agency, paid to the creditor, credited, taken back, deducted. */
final class Ledger {

    private final Memory memory;
    private final Cases cases;

    Ledger(Memory memory, Cases cases) {
        this.memory = memory;
        this.cases = cases;
    }

    /** Paid to the agency: costs, interest, principal, in this order. */
    void received(SakRow sak, long amountOre, Instant at) {
        LocalDate day = OsloDays.day(at);
        if (amountOre <= 0 || amountOre > sak.remainingOre(day)) {
            throw new IllegalArgumentException("Nobody pays " + amountOre + " on " + sak.key());
        }
        cases.change(sak, at, () -> {
            sak.accrue(day);
            post(sak, "INNBETALING", day, null, split(sak, amountOre, day));
            sak.receivedOre += amountOre;
            if (sak.remainingOre(day) == 0) {
                sak.close("BETALT", day);
            }
        });
    }

    private static List<LineRow> split(SakRow sak, long amountOre, LocalDate day) {
        long left = amountOre;
        long reminder = Math.min(left, sak.reminderFeeOre);
        sak.reminderFeeOre -= reminder;
        left -= reminder;
        long feeBefore = sak.feePaidOre;
        long fee = Math.min(left, sak.collectionFeeOre);
        sak.collectionFeeOre -= fee;
        sak.feePaidOre += fee;
        left -= fee;
        long vat = Math.min(left, sak.vatOre);
        sak.vatOre -= vat;
        left -= vat;
        long interest = Math.min(left, sak.interestOre(day));
        sak.interestPaidOre += interest;
        left -= interest;
        long principal = Math.min(left, sak.principalOre);
        sak.principalOre -= principal;
        List<LineRow> lines = new ArrayList<>();
        add(lines, new LineRow("HOVEDSTOL", principal, principal, 0, null));
        add(lines, new LineRow("RENTE", interest, interest, 0, null));
        add(lines, new LineRow("PURREGEBYR", reminder, 0, reminder, null));
        add(lines, new LineRow("SALAER", fee, 0, fee, null));
        add(lines, vat(sak, fee, feeBefore, vat));
        return lines;
    }

    /** VAT on the fee: the creditor's when VAT-registered (paid 0), else the debtor's. */
    private static LineRow vat(SakRow sak, long fee, long feeBefore, long debtorsVat) {
        if (!sak.vatRegistered) {
            return new LineRow("MVA", debtorsVat, 0, debtorsVat, debtorsVat * 100 / FeeTable.VAT_PERCENT);
        }
        long vat = FeeTable.vat(feeBefore + fee) - FeeTable.vat(feeBefore);
        return new LineRow("MVA", 0, -vat, vat, fee);
    }

    private static void add(List<LineRow> lines, LineRow line) {
        if (line.paidOre() != 0 || line.toAgencyOre() != 0) {
            lines.add(line);
        }
    }

    /** The bank takes a payment back: what it had paid is owed again. */
    void reverse(SakRow sak, PostRow payment, Instant at) {
        cases.change(sak, at, () -> {
            LocalDate day = OsloDays.day(at);
            sak.accrue(day);
            payment.lines().forEach(line -> owedAgain(sak, line));
            post(
                    sak,
                    "TILBAKEFORING",
                    day,
                    payment.id(),
                    payment.lines().stream().map(LineRow::negated).toList());
        });
    }

    private static void owedAgain(SakRow sak, LineRow line) {
        sak.receivedOre -= line.paidOre();
        switch (line.kind()) {
            case "HOVEDSTOL" -> sak.principalOre += line.paidOre();
            case "RENTE" -> sak.interestPaidOre -= line.paidOre();
            case "PURREGEBYR" -> sak.reminderFeeOre += line.paidOre();
            case "SALAER" -> {
                sak.collectionFeeOre += line.paidOre();
                sak.feePaidOre -= line.paidOre();
            }
            default -> sak.vatOre += line.paidOre();
        }
    }

    /** Paid to the creditor: principal first, then interest, then costs. @param sign -1 takes it back */
    void direct(SakRow sak, long amountOre, Instant at) {
        cases.change(sak, at, () -> {
            LocalDate day = OsloDays.day(at);
            sak.accrue(day);
            long principal = Math.min(amountOre, sak.principalOre);
            sak.principalOre -= principal;
            sak.interestPaidOre += Math.min(amountOre - principal, sak.interestOre(day));
            sak.directOre += amountOre;
            if (sak.principalOre == 0 && (sak.collectionSince == null || sak.remainingOre(day) == 0)) {
                sak.close("BETALT", day);
            }
        });
    }

    void directTakenBack(SakRow sak, long amountOre, Instant at) {
        cases.change(sak, at, () -> {
            sak.accrue(OsloDays.day(at));
            sak.principalOre += amountOre;
            sak.directOre -= amountOre;
        });
    }

    void credit(SakRow sak, long amountOre, boolean full, Instant at) {
        cases.change(sak, at, () -> {
            sak.accrue(OsloDays.day(at));
            sak.principalOre -= Math.min(amountOre, sak.principalOre);
            sak.creditedOre += amountOre;
            if (full) {
                sak.close("KREDITERT", OsloDays.day(at));
            }
        });
    }

    /** The price of withdrawing today: nothing for 20 days, then half of the fee that has accrued. */
    static long price(SakRow sak, LocalDate day) {
        return day.isAfter(sak.freeUntil()) ? sak.collectionFeeOre / 2 : 0;
    }

    void withdraw(SakRow sak, long priceOre, Instant at) {
        LocalDate day = OsloDays.day(at);
        if (priceOre > 0) {
            long vat = FeeTable.vat(priceOre);
            List<LineRow> lines = List.of(
                    new LineRow("BYRAFRADRAG", 0, -priceOre, priceOre, null),
                    new LineRow("MVA", 0, -vat, vat, priceOre));
            post(sak, "FRADRAG", day, null, lines);
        }
        cases.close(sak, "TRUKKET", at);
    }

    private void post(SakRow sak, String type, LocalDate day, String reverses, List<LineRow> lines) {
        String id = "p-" + memory.next("post", 30_011);
        memory.posts.put(
                id,
                new PostRow(
                        id,
                        type,
                        day,
                        day,
                        reverses,
                        sak.number,
                        sak.creditor,
                        sak.invoiceId,
                        sak.invoiceNumber,
                        sak.customerNumber,
                        lines,
                        null));
    }
}
