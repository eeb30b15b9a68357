package no.kravbro.sandbox.autocollect;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.kravbro.sandbox.trade.OsloDays;

/** What the creditor's instructions do to a case. */
final class CaseActions {

    private static final List<String> KINDS = List.of("MESSAGE", "DISPUTE", "DISPUTE_ANSWER");
    private static final List<String> OUTCOMES =
            List.of("CLAIM_UPHELD", "ACCEPTED_FULL", "ACCEPTED_PARTIAL", "CONCILIATION_BOARD");
    private static final int LONGEST_TEXT = 2000;

    private final Cases cases;
    private final Ledger ledger;
    private final NoticeRun run;

    CaseActions(Cases cases, Ledger ledger, NoticeRun run) {
        this.cases = cases;
        this.ledger = ledger;
        this.run = run;
    }

    void run(CaseWork.Action action, ClaimRow claim, Fields body, Instant at) {
        switch (action) {
            case ACCEPT_LIST -> run.collect(claim, at);
            // README 6: a rejected item goes back to the notice stage, paused.
            case REJECT_LIST -> cases.change(claim, at, () -> NoticeRun.pause(claim, null));
            case PAUSE -> cases.change(claim, at, () -> NoticeRun.pause(claim, body.optionalDay("until")));
            case RESUME -> cases.change(claim, at, () -> NoticeRun.resume(claim));
            case NEW_DUE_DATE -> cases.change(claim, at, () -> NoticeRun.postpone(claim, body.day("dueDate")));
            case WITHDRAW -> withdraw(claim, at);
            case MESSAGE -> message(claim, body, at);
        }
    }

    private void withdraw(ClaimRow claim, Instant at) {
        LocalDate day = OsloDays.day(at);
        if (day.isAfter(claim.freeWithdrawalUntil)) {
            ledger.deductAccrued(claim, day);
        }
        cases.close(claim, "WITHDRAWN", at);
    }

    static void readMessage(Fields body) {
        if (!KINDS.contains(body.text("kind"))) {
            throw ApiError.badRequest("Unknown kind", "kind");
        }
        body.text("text");
        body.text("text", LONGEST_TEXT);
        if (body.has("amount")) {
            body.ore("amount");
        }
        if (body.has("outcome") && !OUTCOMES.contains(body.text("outcome"))) {
            throw ApiError.badRequest("Unknown outcome", "outcome");
        }
        body.optionalText("replyTo");
    }

    private void message(ClaimRow claim, Fields body, Instant at) {
        String kind = body.text("kind");
        cases.message(claim, kind, "FROM_CREDITOR", body.text("text"), body.optionalText("replyTo"), null, at);
        cases.change(claim, at, () -> {
            claim.answerDue = null;
            claim.waitingFor = null;
            if (kind.equals("DISPUTE")) {
                claim.flags.add("DISPUTED");
                NoticeRun.offTheList(claim);
            } else if (kind.equals("DISPUTE_ANSWER")) {
                answer(claim, body.optionalText("outcome"), at);
            }
        });
    }

    private static void answer(ClaimRow claim, String outcome, Instant at) {
        if ("ACCEPTED_FULL".equals(outcome)) {
            Cases.end(claim, "DISPUTED", at);
        } else {
            claim.flags.remove("DISPUTED");
            if ("CONCILIATION_BOARD".equals(outcome)) {
                claim.stage = Stage.LEGAL;
            }
        }
    }
}
