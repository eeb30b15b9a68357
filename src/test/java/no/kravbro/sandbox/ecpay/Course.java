package no.kravbro.sandbox.ecpay;

import java.time.LocalDate;
import no.kravbro.sandbox.trade.FeeTable;
import no.kravbro.sandbox.trade.OsloDays;

/** The agency's ordinary run of one case: notice, demand, telephone, and the end. */
final class Course {

    private static final int DAYS = 14;
    private static final int GRACE = 2;
    private static final int GIVES_UP_AFTER = 180;

    /** Every morning, and on the day a claim comes in. */
    void go(CaseRow row, LocalDate day) {
        if (!row.isOpen() || row.isStopped()) {
            return;
        }
        switch (row.stage) {
            case "MOTTATT" -> {
                if (!day.isBefore(row.dueDate.plusDays(DAYS))) {
                    row.stage = "VARSEL";
                    row.reminderFeeOre = FeeTable.letterFee(day);
                    letter(row, day);
                }
            }
            case "VARSEL" -> {
                if (!day.isBefore(next(row.deadline))) {
                    row.stage = "INKASSO";
                    row.reminderFeeOre = 0;
                    row.collectionFeeOre = FeeTable.collectionFee(row.principalOre, row.firm, day);
                    letter(row, day);
                }
            }
            default -> {
                if (row.stage.equals("INKASSO") && !day.isBefore(row.letterSent.plusDays(GIVES_UP_AFTER))) {
                    row.close(row.paymentsMade > 0 ? "DELOPPGJOR" : "UTEN_DEKNING", day);
                }
            }
        }
    }

    private static void letter(CaseRow row, LocalDate day) {
        row.letterSent = day;
        row.deadline = day.plusDays(DAYS);
    }

    /** The first working day after a deadline and some days for the bank. */
    static LocalDate next(LocalDate deadline) {
        LocalDate day = deadline.plusDays(GRACE);
        while (!OsloDays.isWorking(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    static String nextStep(CaseRow row) {
        return row.stage.equals("VARSEL") ? "Inkasso" : "Ringe skyldner";
    }
}
