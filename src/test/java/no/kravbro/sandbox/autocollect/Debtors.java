package no.kravbro.sandbox.autocollect;

import java.time.Instant;
import java.time.LocalDate;
import no.kravbro.sandbox.trade.OsloDays;

/** At noon of every working day each debtor does what the claim's plan says. */
final class Debtors {

    private static final int INSTALMENTS = 3;
    private static final int BETWEEN_INSTALMENTS = 30;
    private static final int DAYS_TO_ANSWER = 14;
    private static final int PAYS_AFTER_ANSWER = 21;
    private static final int NOTICE_DAYS = 14;

    private final Cases cases;
    private final Ledger ledger;

    Debtors(Cases cases, Ledger ledger) {
        this.cases = cases;
        this.ledger = ledger;
    }

    void noon(ClaimRow claim, Instant at) {
        LocalDate day = OsloDays.day(at);
        if (claim.caseId == null || claim.isStopped() || !OsloDays.isWorking(day)) {
            return;
        }
        switch (claim.plan.behaviour()) {
            case PAYS_AT_NOTICE -> {
                if (claim.letterDueDate != null && reached(claim.letterDueDate.minusDays(NOTICE_DAYS), claim, 0, day)) {
                    payAll(claim, at);
                }
            }
            case PAYS_AT_COLLECTION -> {
                if (reached(claim.collectionSince, claim, 0, day)) {
                    payAll(claim, at);
                }
            }
            case PAYS_PART -> payPart(claim, day, at);
            case PAYS_BY_INSTALMENTS -> payInstalment(claim, day, at);
            case DISPUTES -> dispute(claim, day, at);
            case STAYS_SILENT -> {}
        }
    }

    private static boolean reached(LocalDate from, ClaimRow claim, int more, LocalDate day) {
        return from != null && !day.isBefore(from.plusDays((long) claim.plan.days() + more));
    }

    private void payAll(ClaimRow claim, Instant at) {
        ledger.received(claim, claim.remainingOre(OsloDays.day(at)), at);
    }

    private void payPart(ClaimRow claim, LocalDate day, Instant at) {
        if (claim.paymentsMade == 0 && reached(claim.collectionSince, claim, 0, day)) {
            claim.paymentsMade = 1;
            ledger.received(claim, claim.remainingOre(day) * 2 / 5, at);
        }
    }

    private void payInstalment(ClaimRow claim, LocalDate day, Instant at) {
        int made = claim.paymentsMade;
        if (made < INSTALMENTS && reached(claim.collectionSince, claim, made * BETWEEN_INSTALMENTS, day)) {
            claim.paymentsMade = made + 1;
            claim.flags.add("INSTALMENT");
            ledger.received(claim, claim.remainingOre(day) / (INSTALMENTS - made), at);
        }
    }

    private void dispute(ClaimRow claim, LocalDate day, Instant at) {
        if (claim.paymentsMade == 0 && reached(claim.collectionSince, claim, 0, day)) {
            object(claim, "Skyldner sier at varen ikke er levert.", at);
        } else if (claim.paymentsMade == 1 && reached(claim.collectionSince, claim, PAYS_AFTER_ANSWER, day)) {
            payAll(claim, at);
        }
    }

    /** The debtor objects: the run stops and the creditor has 14 days to answer. */
    MessageRow object(ClaimRow claim, String text, Instant at) {
        LocalDate due = OsloDays.day(at).plusDays(DAYS_TO_ANSWER);
        MessageRow message = cases.message(claim, "DISPUTE", "FROM_AGENCY", text, null, due, at);
        cases.change(claim, at, () -> {
            claim.paymentsMade++;
            claim.flags.add("DISPUTED");
            claim.waitingFor = "WAITING_FOR_CREDITOR";
            claim.answerDue = due;
            NoticeRun.offTheList(claim);
        });
        return message;
    }
}
