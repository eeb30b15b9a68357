package no.kravbro.sandbox.bahs;

import java.time.Instant;
import java.time.LocalDate;
import no.kravbro.sandbox.trade.OsloDays;

/** At noon of every working day each debtor does what the case's script says. */
final class Debtors {

    private static final int BANK_TAKES_BACK_AFTER = 4;

    private final Memory memory;
    private final Ledger ledger;

    Debtors(Memory memory, Ledger ledger) {
        this.memory = memory;
        this.ledger = ledger;
    }

    void noon(SakRow sak, Instant at) {
        LocalDate day = OsloDays.day(at);
        if (sak.isStopped() || !OsloDays.isWorking(day)) {
            return;
        }
        switch (sak.script.habit()) {
            case PAYS_AT_NOTICE -> {
                if (reached(sak.letterDay, sak, day)) {
                    ledger.received(sak, sak.remainingOre(day), at);
                }
            }
            case PAYS_AT_COLLECTION -> {
                if (reached(sak.collectionSince, sak, day)) {
                    ledger.received(sak, sak.remainingOre(day), at);
                }
            }
            case PAYS_PART -> payPart(sak, day, at);
            case PAYS_AND_TAKES_BACK -> payAndTakeBack(sak, day, at);
            case STAYS_SILENT -> {}
        }
    }

    private static boolean reached(LocalDate from, SakRow sak, LocalDate day) {
        return from != null && !day.isBefore(from.plusDays(sak.script.days()));
    }

    private void payPart(SakRow sak, LocalDate day, Instant at) {
        if (sak.paymentsMade == 0 && reached(sak.collectionSince, sak, day)) {
            sak.paymentsMade = 1;
            ledger.received(sak, sak.remainingOre(day) * 2 / 5, at);
        }
    }

    private void payAndTakeBack(SakRow sak, LocalDate day, Instant at) {
        payPart(sak, day, at);
        if (sak.paymentsMade == 1 && reached(sak.collectionSince, sak, day.minusDays(BANK_TAKES_BACK_AFTER))) {
            sak.paymentsMade = 2;
            memory.paymentsOn(sak).findFirst().ifPresent(post -> ledger.reverse(sak, post, at));
        }
    }
}
