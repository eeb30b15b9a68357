package no.kravbro.sandbox.ecpay;

import java.time.LocalDate;
import java.util.List;
import no.kravbro.sandbox.trade.OsloDays;

/** What debtors do, at noon or late in the evening of a working day, as the plan of each claim says. */
final class Debtors {

    private final Books books;
    private final Ledger ledger;

    Debtors(Books books, Ledger ledger) {
        this.books = books;
        this.ledger = ledger;
    }

    void act(Client client, LocalDate day, boolean late) {
        if (!OsloDays.isWorking(day)) {
            return;
        }
        for (CaseRow row : books.casesOf(client)) {
            if (row.plan.late() == late && row.paymentsMade == 0 && row.isOpen() && !row.isStopped()) {
                act(row, day);
            }
        }
        if (!late) {
            takeBack(client, day);
        }
    }

    private void act(CaseRow row, LocalDate day) {
        boolean due = row.letterSent != null && !day.isBefore(row.letterSent.plusDays(row.plan.days()));
        boolean collection = row.stage.equals("INKASSO");
        if (!due) {
            return;
        }
        switch (row.plan.behaviour()) {
            case PAYS_AT_NOTICE -> ledger.received(row, row.owedOre(day), day);
            case PAYS_AT_COLLECTION, PAYS_AND_TAKES_BACK -> {
                if (collection) {
                    ledger.received(row, row.owedOre(day), day);
                }
            }
            case PAYS_PART -> {
                if (collection) {
                    ledger.received(row, row.owedOre(day) * 2 / 5, day);
                }
            }
            case STAYS_SILENT -> {}
        }
    }

    private void takeBack(Client client, LocalDate day) {
        List<MoneyRow> money = books.moneyOf(client);
        for (MoneyRow row : money) {
            CaseRow its = books.caseOf(row);
            if (its.plan.behaviour() == Behaviour.PAYS_AND_TAKES_BACK
                    && its.paymentsMade == 1
                    && row.day().isBefore(day)) {
                ledger.takenBack(row, day);
            }
        }
    }
}
