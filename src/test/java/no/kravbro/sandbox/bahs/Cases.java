package no.kravbro.sandbox.bahs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import no.kravbro.sandbox.trade.FeeTable;
import no.kravbro.sandbox.trade.OsloDays;

/**
 * The agency's ordinary run of one case: letter the day it comes (never before tidligstUtsendt), 14 days to pay, three days for
 * the post, the next step. A reminder carries no fee, a notice one, and the collection fee takes the place of the notice's.
 */
final class Cases {

    static final LocalTime LETTERS = LocalTime.of(11, 30);

    private static final int DAYS_TO_PAY = 14;
    private static final int DAYS_FOR_THE_POST = 3;
    private static final int GIVES_UP_AFTER = 180;

    private final Memory memory;

    Cases(Memory memory) {
        this.memory = memory;
    }

    /** A new case; its letter goes at once when today's letters are out already. */
    void open(SakRow sak, Instant at) {
        sak.received = at;
        sak.changed = at;
        sak.interestTo = sak.dueDate;
        memory.put(sak);
        if (!at.isBefore(OsloDays.at(OsloDays.day(at), LETTERS))) {
            letters(sak, at);
        }
    }

    /** Every morning: what the deadline asks for. */
    void morning(SakRow sak, Instant at) {
        LocalDate day = OsloDays.day(at);
        if (sak.pausedUntil != null && !sak.pausedUntil.isAfter(day)) {
            change(sak, at, () -> resume(sak));
        }
        if (sak.isStopped()) {
            return;
        }
        if (sak.deadline != null && !day.isBefore(sak.deadline.plusDays(DAYS_FOR_THE_POST))) {
            if (sak.stage.equals("PURRING")) {
                change(sak, at, () -> notice(sak, at));
            } else if (sak.stage.equals("VARSEL")) {
                change(sak, at, () -> demand(sak, at));
            }
        }
        if (sak.collectionSince != null && !day.isBefore(sak.collectionSince.plusDays(GIVES_UP_AFTER))) {
            close(sak, sak.receivedOre > 0 ? "DELOPPGJOR" : "UTEN_DEKNING", at);
        }
    }

    /** The day's first letters. */
    void letters(SakRow sak, Instant at) {
        LocalDate day = OsloDays.day(at);
        boolean early = sak.letterFrom != null && day.isBefore(sak.letterFrom);
        if (!sak.stage.equals("MOTTATT") || sak.isStopped() || early) {
            return;
        }
        change(sak, at, () -> {
            switch (sak.firstStep) {
                case "PURRING" -> letter(sak, "PURRING", "PURRING_SENDT", "Purring sendt", at);
                case "VARSEL" -> notice(sak, at);
                default -> demand(sak, at);
            }
        });
    }

    private void notice(SakRow sak, Instant at) {
        sak.reminderFeeOre += FeeTable.letterFee(OsloDays.day(at));
        letter(sak, "VARSEL", "VARSEL_SENDT", "Inkassovarsel sendt", at);
    }

    private void demand(SakRow sak, Instant at) {
        LocalDate day = OsloDays.day(at);
        sak.collectionSince = day;
        sak.reminderFeeOre = 0;
        sak.collectionFeeOre = FeeTable.collectionFee(sak.principalOre, sak.business, day);
        sak.vatOre = sak.vatRegistered ? 0 : FeeTable.vat(sak.collectionFeeOre);
        letter(sak, "INKASSO", "BETALINGSOPPFORDRING_SENDT", "Betalingsoppfordring sendt", at);
    }

    private void letter(SakRow sak, String stage, String code, String text, Instant at) {
        sak.stage = stage;
        sak.letterDay = OsloDays.day(at);
        sak.deadline = sak.letterDay.plusDays(DAYS_TO_PAY);
        sak.flags.remove("UTSATT");
        event(sak, code, text + ", frist " + sak.deadline, null, at);
    }

    void event(SakRow sak, String code, String text, LocalDate answerBy, Instant at) {
        sak.events.add(new SakRow.Event("h-" + memory.next("event", 9_001), at, code, text, answerBy));
    }

    /** Changes the row and puts it back under a later time of change. */
    void change(SakRow sak, Instant at, Runnable change) {
        change.run();
        sak.changed = at;
        memory.put(sak);
    }

    void close(SakRow sak, String reason, Instant at) {
        change(sak, at, () -> sak.close(reason, OsloDays.day(at)));
    }

    static void resume(SakRow sak) {
        sak.flags.remove("PAUSET");
        sak.pausedUntil = null;
    }
}
