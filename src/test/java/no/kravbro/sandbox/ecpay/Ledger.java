package no.kravbro.sandbox.ecpay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.kravbro.sandbox.trade.FeeTable;

/** Splits what a debtor pays: fees first, then interest, then principal. The lines stand in the file's order. */
final class Ledger {

    private final Books books;

    Ledger(Books books) {
        this.books = books;
    }

    MoneyRow received(CaseRow row, long ore, LocalDate day) {
        row.accrue(day);
        long left = ore;
        long fee = Math.min(left, row.collectionFeeOre + row.vatOre());
        left -= fee;
        long reminder = Math.min(left, row.reminderFeeOre);
        left -= reminder;
        long interest = Math.min(left, row.interestOre(day));
        left -= interest;
        if (left > row.principalOre) {
            throw new IllegalArgumentException("More than is owed: " + ore);
        }
        List<LineRow> lines = new ArrayList<>();
        add(lines, "HOVEDSTOL", left, left, 0);
        add(lines, "RENTE", interest, interest, 0);
        add(lines, "PURREGEBYR", reminder, 0, reminder);
        fee(row, fee, lines);
        MoneyRow money = new MoneyRow(books.nextBooking(row), row.caseNumber, day, null, lines, null, false);
        books.money.put(money.id(), money);
        row.principalOre -= left;
        row.reminderFeeOre -= reminder;
        row.interestUnits = interest == row.interestOre(day) ? 0 : row.interestUnits - interest * 3_650_000L;
        row.paymentsMade++;
        if (row.owedOre(day) == 0) {
            row.close("BETALT", day);
        }
        books.put(row);
        return money;
    }

    private static void fee(CaseRow row, long paid, List<LineRow> lines) {
        if (paid == 0) {
            return;
        }
        boolean all = paid == row.collectionFeeOre + row.vatOre();
        long fee = row.vat ? paid : all ? row.collectionFeeOre : (paid * 100 + 62) / 125;
        add(lines, "SALAER", fee, 0, fee);
        long vat = row.vat ? FeeTable.vat(fee) : paid - fee;
        lines.add(row.vat ? new LineRow("MVA", 0, -vat, vat, fee) : new LineRow("MVA", vat, 0, vat, fee));
        row.collectionFeeOre -= fee;
    }

    private static void add(List<LineRow> lines, String kind, long paid, long toCreditor, long toAgency) {
        if (paid != 0) {
            lines.add(new LineRow(kind, paid, toCreditor, toAgency, 0));
        }
    }

    /** The bank takes the money back: its lines once more with other signs, and the debtor owes again. */
    void takenBack(MoneyRow money, LocalDate day) {
        CaseRow row = books.caseOf(money);
        MoneyRow back = new MoneyRow(
                books.nextBooking(row),
                row.caseNumber,
                day,
                money.id(),
                money.lines().stream().map(LineRow::negated).toList(),
                null,
                false);
        books.money.put(back.id(), back);
        for (LineRow line : money.lines()) {
            switch (line.kind()) {
                case "HOVEDSTOL" -> row.principalOre += line.paidOre();
                case "RENTE" -> row.interestUnits += line.paidOre() * 3_650_000L;
                case "PURREGEBYR" -> row.reminderFeeOre += line.paidOre();
                case "SALAER" -> row.collectionFeeOre += line.paidOre();
                default -> {}
            }
        }
        row.paymentsMade++;
        row.closedOn = null;
        row.closeReason = null;
        row.closingTold = false;
        row.stage = row.collectionFeeOre > 0 ? "INKASSO" : "VARSEL";
        books.put(row);
    }
}
