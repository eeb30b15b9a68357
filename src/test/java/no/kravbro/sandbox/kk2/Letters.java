package no.kravbro.sandbox.kk2;

import java.time.Instant;
import java.time.LocalDate;
import no.kravbro.sandbox.trade.FeeTable;
import no.kravbro.sandbox.trade.OsloDays;

/** The ordinary run of one case: notice, collection, court, and the suggestion to give up. */
final class Letters {

    private static final int DAYS_TO_PAY = 14;
    /** A payment on the last day needs a bank day to arrive. */
    private static final int GRACE = 2;

    private static final int TO_COURT_AFTER = 60;
    private static final int GIVE_UP_AFTER = 150;
    private static final long COURT_FEE = 130_000;

    private final Memory memory;
    private final Proposals proposals;

    Letters(Memory memory, Proposals proposals) {
        this.memory = memory;
        this.proposals = proposals;
    }

    void morning(CaseRow row, Instant at) {
        LocalDate day = OsloDays.day(at);
        if (row.pausedUntil != null && !row.pausedUntil.isAfter(day) && row.flags.remove("PAUSET")) {
            row.pausedUntil = null;
            memory.changed(row, at);
        }
        if (row.isStopped() || !OsloDays.isWorking(day)) {
            return;
        }
        switch (row.stage) {
            case "MOTTATT", "PURRING" -> notice(row, day, at);
            case "VARSEL" -> {
                if (!day.isBefore(row.deadline.plusDays(GRACE))) {
                    collection(row, day, at);
                }
            }
            case "INKASSO" -> {
                if (!day.isBefore(row.collectionSince.plusDays(TO_COURT_AFTER))) {
                    court(row, day, at);
                }
            }
            case "RETTSLIG" -> {
                if (row.collectionSince != null && !day.isBefore(row.collectionSince.plusDays(GIVE_UP_AFTER))) {
                    giveUp(row, day, at);
                }
            }
            default -> {}
        }
    }

    private void notice(CaseRow row, LocalDate day, Instant at) {
        if (row.deadline != null && day.isBefore(row.deadline)) {
            return;
        }
        row.stage = "VARSEL";
        row.noticeSent = day;
        row.reminderFee = FeeTable.letterFee(day);
        row.deadline = day.plusDays(DAYS_TO_PAY);
        row.flags.remove("UTSATT");
        memory.changed(row, at);
    }

    /** The collection fee takes the place of the reminder fee. */
    private void collection(CaseRow row, LocalDate day, Instant at) {
        row.stage = "INKASSO";
        row.collectionSince = day;
        row.reminderFee = 0;
        row.collectionFee = FeeTable.collectionFee(row.principal, row.business, day);
        row.deadline = day.plusDays(DAYS_TO_PAY);
        memory.changed(row, at);
    }

    private void court(CaseRow row, LocalDate day, Instant at) {
        row.stage = "RETTSLIG";
        row.costs += COURT_FEE;
        proposals.outlay(row, COURT_FEE, "Gebyr til namsmannen", day, at);
        memory.changed(row, at);
    }

    private void giveUp(CaseRow row, LocalDate day, Instant at) {
        row.stage = "OVERVAK";
        if (row.principal > 0) {
            proposals.loss(row, day, at);
        }
        memory.changed(row, at);
    }
}
