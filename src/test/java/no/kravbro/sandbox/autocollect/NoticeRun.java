package no.kravbro.sandbox.autocollect;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import no.kravbro.sandbox.trade.FeeTable;
import no.kravbro.sandbox.trade.OsloDays;

/**
 * The agency's ordinary run of one claim: reminder, notice, list, collection, and the end. Notice no earlier than due +
 * 14, 14 days to pay, list on the first Tuesday strictly after, silence until Thursday 08:00 is a yes (RULES 3.5).
 */
final class NoticeRun {

    private static final int DAYS = 14;
    private static final int MOST_FEE_LETTERS = 2;
    private static final int GIVES_UP_AFTER = 180;

    private final Cases cases;
    private final Ledger ledger;

    NoticeRun(Cases cases, Ledger ledger) {
        this.cases = cases;
        this.ledger = ledger;
    }

    /** At receipt: a case at once when a letter may go today, else tomorrow morning. */
    void received(ClaimRow claim, Instant at) {
        LocalDate day = OsloDays.day(at);
        if (claim.creditorNoticeDate != null || !day.isBefore(letterFrom(claim))) {
            cases.open(claim, at);
            cases.change(claim, at, () -> go(claim, day));
        }
    }

    /** Every morning of an open claim. */
    void morning(ClaimRow claim, Instant at) {
        LocalDate day = OsloDays.day(at);
        if (claim.caseId == null) {
            cases.open(claim, at);
        }
        if (claim.answerDue != null && claim.answerDue.isBefore(day)) {
            ledger.deductAccrued(claim, day);
            cases.close(claim, "CREDITOR_SILENT", at);
        }
        cases.change(claim, at, () -> {
            if (claim.paused && claim.pausedUntil != null && !claim.pausedUntil.isAfter(day)) {
                resume(claim);
            }
            if (!claim.isStopped()) {
                go(claim, day);
                giveUp(claim, day, at);
            }
        });
    }

    /** Silence means yes. */
    void cutoff(ClaimRow claim, Instant at) {
        if (claim.listed && !claim.isStopped() && !at.isBefore(claim.listCutoffAt)) {
            collect(claim, at);
        }
    }

    void collect(ClaimRow claim, Instant at) {
        cases.change(claim, at, () -> startCollection(claim, OsloDays.day(at)));
    }

    private static void go(ClaimRow claim, LocalDate day) {
        if (!claim.isBeforeCollection()) {
            return;
        }
        if (claim.creditorNoticeDate != null && claim.letterDueDate == null && claim.postponedTo == null) {
            claim.stage = Stage.COLLECTION_NOTICE;
            claim.letterDueDate = claim.creditorNoticeDate.plusDays(DAYS);
            claim.notListedBefore = day.plusDays(1);
        } else if (claim.letterDueDate == null) {
            if (!day.isBefore(letterFrom(claim))) {
                sendLetter(claim, day);
            }
        } else if (claim.stage == Stage.PAYMENT_REMINDER && day.isAfter(claim.letterDueDate)) {
            claim.stage = Stage.COLLECTION_NOTICE;
            sendLetter(claim, day);
        } else if (isListDay(claim, day)) {
            claim.listed = true;
            claim.listCutoffAt = OsloDays.cutoff(day);
        }
    }

    private static boolean isListDay(ClaimRow claim, LocalDate day) {
        return claim.stage == Stage.COLLECTION_NOTICE
                && !claim.listed
                && day.getDayOfWeek() == DayOfWeek.TUESDAY
                && day.isAfter(claim.letterDueDate)
                && (claim.notListedBefore == null || !day.isBefore(claim.notListedBefore));
    }

    private static LocalDate letterFrom(ClaimRow claim) {
        return (claim.postponedTo == null ? claim.dueDate : claim.postponedTo).plusDays(DAYS);
    }

    private static void sendLetter(ClaimRow claim, LocalDate day) {
        if (claim.fees && claim.feeLetters < MOST_FEE_LETTERS && !day.isBefore(claim.dueDate.plusDays(DAYS))) {
            claim.reminderFeeOre += FeeTable.letterFee(day);
            claim.feeLetters++;
        }
        claim.letterDueDate = day.plusDays(DAYS);
        claim.flags.remove("POSTPONED");
    }

    /** The collection fee takes the place of the reminder fees (RULES 3.4: they are set off against it). */
    private static void startCollection(ClaimRow claim, LocalDate day) {
        claim.stage = Stage.DEBT_COLLECTION;
        claim.listed = false;
        claim.listCutoffAt = null;
        claim.collectionSince = day;
        if (claim.fees) {
            claim.reminderFeeOre = 0;
            claim.collectionFeeOre = FeeTable.collectionFee(claim.principalOre, claim.isBusiness(), day);
            claim.vatOre = claim.vat ? 0 : FeeTable.vat(claim.collectionFeeOre);
        }
    }

    private static void giveUp(ClaimRow claim, LocalDate day, Instant at) {
        if (claim.collectionSince != null && !day.isBefore(claim.collectionSince.plusDays(GIVES_UP_AFTER))) {
            Cases.end(claim, claim.paidOre > 0 ? "PARTIAL_SETTLEMENT" : "NO_ASSETS", at);
        }
    }

    static void pause(ClaimRow claim, LocalDate until) {
        claim.paused = true;
        claim.pausedUntil = until;
        offTheList(claim);
    }

    static void resume(ClaimRow claim) {
        claim.paused = false;
        claim.pausedUntil = null;
    }

    static void offTheList(ClaimRow claim) {
        claim.listed = false;
        claim.listCutoffAt = null;
    }

    /** The run starts again with a new notice, 14 days after the new day. */
    static void postpone(ClaimRow claim, LocalDate dueDate) {
        offTheList(claim);
        claim.postponedTo = dueDate;
        claim.letterDueDate = null;
        claim.stage = Stage.COLLECTION_NOTICE;
        claim.flags.add("POSTPONED");
    }
}
