package no.kravbro.sandbox.autocollect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.kravbro.sandbox.trade.OsloDays;

/** Invoices and cases as the wire shows them on a day. */
final class CaseView {

    private CaseView() {}

    /** The invoice's remainder holds fees but no interest, as in the contract's example. */
    static Map<String, Object> invoice(ClaimRow claim, Organization organization) {
        return Json.object(
                "id",
                claim.invoiceId,
                "organization",
                Json.object(
                        "id", organization.id(),
                        "organizationNumber", organization.organizationNumber(),
                        "name", organization.name()),
                "invoiceNumber",
                claim.invoiceNumber,
                "collectionCaseNumber",
                claim.caseId == null ? null : Long.toString(claim.caseNumber),
                "type",
                claim.requestedType,
                "status",
                claim.isOpen() ? "OPEN" : "CLOSED",
                "createdAt",
                Json.stamp(claim.receivedAt),
                "uniqueSourceInvoiceId",
                claim.key,
                "originalAmount",
                Json.kroner(claim.originalOre),
                "remainingAmount",
                Json.kroner(claim.principalOre + claim.costsOre()),
                "remainingPrincipal",
                Json.kroner(claim.principalOre));
    }

    static Map<String, Object> of(ClaimRow claim, LocalDate today) {
        return Json.object(
                "caseId", claim.caseId,
                "caseNumber", claim.caseNumber,
                "organizationId", claim.organizationId,
                "status", status(claim),
                "subStatus", subStatus(claim),
                "type", claim.stage.name(),
                "registeredAt", Json.stamp(claim.openedAt),
                "closedAt", claim.isOpen() ? Json.NULL : Json.stamp(claim.closedAt),
                "closeReason", claim.closeReason,
                "invoices", List.of(caseInvoice(claim, today)),
                "debtors", claim.debtors,
                "balances", balances(claim, today),
                "flags", new ArrayList<>(claim.flags),
                "noticeDueDate", noticeDue(claim),
                "listCutoffAt", cutoff(claim),
                "freeWithdrawalUntil", claim.freeWithdrawalUntil.toString(),
                "allowedActions", actions(claim));
    }

    static String status(ClaimRow claim) {
        if (!claim.isOpen()) {
            return "CLOSED";
        }
        return claim.paused ? "PAUSED" : "OPEN";
    }

    static Object subStatus(ClaimRow claim) {
        if (claim.waitingFor != null) {
            return claim.waitingFor;
        }
        return claim.listed ? "DEBT_COLLECTION_LIST_MANUAL" : Json.NULL;
    }

    private static String noticeDue(ClaimRow claim) {
        return claim.letterDueDate == null || claim.stage == Stage.PAYMENT_REMINDER
                ? null
                : claim.letterDueDate.toString();
    }

    private static String cutoff(ClaimRow claim) {
        return claim.listCutoffAt == null ? null : OsloDays.offset(claim.listCutoffAt);
    }

    private static Map<String, Object> caseInvoice(ClaimRow claim, LocalDate today) {
        return Json.object(
                "invoiceId", claim.invoiceId,
                "invoiceNumber", claim.invoiceNumber,
                "caseId", claim.caseId,
                "invoiceDate", Json.midnight(claim.invoiceDate),
                "dueDate", Json.midnight(claim.dueDate),
                "batchId", claim.batchId,
                "registeredAt", Json.stamp(claim.receivedAt),
                "originalAmount", Json.kroner(claim.originalOre),
                "remainingAmount", Json.kroner(claim.remainingOre(today)),
                "remainingPrincipal", Json.kroner(claim.principalOre),
                "uniqueSourceInvoiceId", claim.key,
                "paidAmount", Json.kroner(claim.paidOre),
                "creditedAmount", Json.kroner(claim.creditedOre),
                "currency", Json.object("code", claim.currency));
    }

    private static Map<String, Object> balances(ClaimRow claim, LocalDate today) {
        return Json.object(
                "principal", Json.kroner(claim.principalOre),
                "lateInterest", Json.kroner(claim.interestOre(today)),
                "reminderFee", Json.kroner(claim.reminderFeeOre),
                "collectionFee", Json.kroner(claim.collectionFeeOre),
                "vat", Json.kroner(claim.vatOre),
                "courtCosts", Json.kroner(0));
    }

    /** The agency's own rules of what may be asked at which stage. */
    static List<String> actions(ClaimRow claim) {
        List<String> actions = new ArrayList<>();
        if (claim.isOpen()) {
            if (claim.listed) {
                actions.add("ACCEPT_LIST");
                actions.add("REJECT_LIST");
            }
            if (claim.isBeforeCollection()) {
                actions.add(claim.paused ? "RESUME" : "PAUSE");
                actions.add("NEW_DUE_DATE");
            }
            actions.add("MESSAGE");
            actions.add("DISPUTE");
            actions.add("WITHDRAW");
        }
        return actions;
    }
}
