package no.kravbro.sandbox.autocollect;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.kravbro.sandbox.trade.OsloDays;

/** Opens, changes and closes cases, and tells the creditor by event what changed. */
final class Cases {

    private static final int FREE_WORKING_DAYS = 10;
    private static final long FIRST_CASE = 5_000_001;

    private final Memory memory;
    private final Events events;

    Cases(Memory memory, Events events) {
        this.memory = memory;
        this.events = events;
    }

    /** An invoice gets its case; the run has not started. */
    void open(ClaimRow claim, Instant at) {
        claim.caseNumber = claim.plan.caseNumber() == 0 ? freeNumber() : claim.plan.caseNumber();
        claim.caseId = Memory.id("22222222", claim.caseNumber);
        claim.openedAt = at;
        claim.stage = "PAYMENT_REMINDER".equals(claim.requestedType) ? Stage.PAYMENT_REMINDER : Stage.COLLECTION_NOTICE;
        claim.freeWithdrawalUntil = OsloDays.addWorkingDays(OsloDays.day(claim.receivedAt), FREE_WORKING_DAYS);
        memory.put(claim);
        events.caseOpened(claim, at);
    }

    private long freeNumber() {
        long number = memory.next("case", FIRST_CASE);
        while (isTaken(number)) {
            number = memory.next("case", FIRST_CASE);
        }
        return number;
    }

    private boolean isTaken(long number) {
        return memory.claims.all().stream().anyMatch(claim -> claim.caseNumber == number)
                || memory.plans.all().stream().anyMatch(plan -> plan.caseNumber() == number);
    }

    /** Runs the change, stores the row, and sends CASE_UPDATED with the groups of fields that are different now. */
    void change(ClaimRow claim, Instant at, Runnable change) {
        Shot before = Shot.of(claim);
        change.run();
        memory.put(claim);
        List<String> fields = before.differences(Shot.of(claim));
        if (claim.caseId != null && !fields.isEmpty()) {
            events.caseUpdated(claim, at, fields);
        }
    }

    void close(ClaimRow claim, String reason, Instant at) {
        change(claim, at, () -> end(claim, reason, at));
    }

    /** Ends the assignment; costs that nobody paid are no longer claimed. */
    static void end(ClaimRow claim, String reason, Instant at) {
        claim.accrue(OsloDays.day(at));
        claim.close(reason, at);
        claim.reminderFeeOre = 0;
        claim.collectionFeeOre = 0;
        claim.vatOre = 0;
    }

    /** A message from the agency or the creditor on the case. */
    MessageRow message(
            ClaimRow claim, String kind, String from, String text, String replyTo, LocalDate due, Instant at) {
        String id = "m-" + memory.next("message", 7001);
        MessageRow message = new MessageRow(id, claim.caseId, kind, from, at, text, replyTo, due);
        memory.messages.put(id, message);
        return message;
    }

    /** What a CASE_UPDATED event speaks of. */
    private record Shot(String type, List<Object> status, List<Object> amounts, List<Object> description) {

        static Shot of(ClaimRow claim) {
            return new Shot(
                    String.valueOf(claim.stage),
                    List.of(CaseView.status(claim), claim.listed, String.valueOf(claim.waitingFor)),
                    List.of(claim.principalOre, claim.costsOre(), claim.paidOre, claim.creditedOre),
                    List.of(new ArrayList<>(claim.flags), String.valueOf(claim.letterDueDate)));
        }

        List<String> differences(Shot now) {
            List<String> fields = new ArrayList<>();
            add(fields, "amounts", amounts, now.amounts);
            add(fields, "status", status, now.status);
            add(fields, "type", type, now.type);
            add(fields, "description", description, now.description);
            return fields;
        }

        private static void add(List<String> fields, String name, Object before, Object now) {
            if (!Objects.equals(before, now)) {
                fields.add(name);
            }
        }
    }
}
