package no.kravbro.camel;

import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.rest.RestBindingMode;
import org.apache.camel.model.rest.RestDefinition;

/** Binds {@code /api/v1} as {@code openapi/kravbro.yaml} describes it: one operation, one route, one method of the desk. */
final class ApiRoutes extends RouteBuilder {

    private static final String INSTRUCT = "instructApiDesk";
    private static final String CHOOSE = "chooseApiDesk";
    private static final String CASE = "caseApiDesk";
    private static final String PAUSES = "pausesApiDesk";
    private static final String ROUTES = "routesApiDesk";

    /** An operation of the contract. */
    record Operation(String id, boolean post, String path, String desk) {

        Operation(String id, boolean post, String path) {
            this(id, post, path, "apiDesk");
        }
    }

    private static final String LETTERS = "lettersApiDesk";

    static final List<Operation> ALL = List.of(
            new Operation("listCreditors", false, "/creditors"),
            new Operation("showCreditor", false, "/creditors/{creditor}"),
            new Operation("scanCreditor", true, "/creditors/{creditor}/scan"),
            new Operation("syncCreditor", true, "/creditors/{creditor}/sync"),
            new Operation("listCreditorAgencies", false, "/creditors/{creditor}/agencies", CHOOSE),
            new Operation("showCreditorHealth", false, "/creditors/{creditor}/health", PAUSES),
            new Operation("listDecisions", false, "/creditors/{creditor}/decisions"),
            new Operation("listClaims", false, "/claims"),
            new Operation("showClaim", false, "/claims/{key}"),
            new Operation("listActions", false, "/claims/{key}/actions"),
            new Operation("askByHand", true, "/claims/{key}/tasks"),
            new Operation("listInstructions", false, "/claims/{key}/instructions", INSTRUCT),
            new Operation("orderInstruction", true, "/claims/{key}/instructions", INSTRUCT),
            new Operation("showWithdrawal", false, "/claims/{key}/withdrawal", INSTRUCT),
            new Operation("listDisputes", false, "/claims/{key}/disputes", INSTRUCT),
            new Operation("raiseDispute", true, "/claims/{key}/disputes", INSTRUCT),
            new Operation("answerDispute", true, "/disputes/{id}/answer", INSTRUCT),
            new Operation("listExclusions", false, "/creditors/{creditor}/exclusions", CHOOSE),
            new Operation("keepBack", true, "/creditors/{creditor}/exclusions", CHOOSE),
            new Operation("liftExclusion", true, "/exclusions/{id}/lift", CHOOSE),
            new Operation("showCollectionList", false, "/creditors/{creditor}/collection-list", CHOOSE),
            new Operation("rejectListItems", true, "/creditors/{creditor}/collection-list/reject", CHOOSE),
            new Operation("listDrafts", false, "/creditors/{creditor}/drafts", CHOOSE),
            new Operation("rejectDrafts", true, "/creditors/{creditor}/drafts/reject", CHOOSE),
            new Operation("previewHandOver", true, "/creditors/{creditor}/hand-over-previews", CHOOSE),
            new Operation("handOver", true, "/creditors/{creditor}/hand-overs", CHOOSE),
            new Operation("listPauses", false, "/pauses", PAUSES),
            new Operation("pauseCreditor", true, "/creditors/{creditor}/pause", PAUSES),
            new Operation("resumeCreditor", true, "/creditors/{creditor}/resume", PAUSES),
            new Operation("pauseAgency", true, "/agencies/{agency}/pause", PAUSES),
            new Operation("resumeAgency", true, "/agencies/{agency}/resume", PAUSES),
            new Operation("listAgencies", false, "/agencies", PAUSES),
            new Operation("listTasks", false, "/tasks"),
            new Operation("finishTask", true, "/tasks/{id}/done"),
            new Operation("listDeliveries", false, "/deliveries"),
            new Operation("showDelivery", false, "/deliveries/{id}"),
            new Operation("showEvidence", false, "/claims/{key}/evidence", CASE),
            new Operation("listCreditLosses", false, "/creditors/{creditor}/credit-losses", CASE),
            new Operation("listMails", false, "/mails", CASE),
            new Operation("sendMailAgain", true, "/mails/{id}/again", CASE),
            new Operation("listSettlements", false, "/settlements"),
            new Operation("listBookings", false, "/bookings"),
            new Operation("listDifferences", false, "/differences"),
            new Operation("showDifference", false, "/differences/{id}"),
            new Operation("acknowledgeDifference", true, "/differences/{id}/acknowledge"),
            new Operation("acceptDifference", true, "/differences/{id}/accept"),
            new Operation("fixedDifference", true, "/differences/{id}/fixed"),
            new Operation("rereadDifference", true, "/differences/{id}/reread"),
            new Operation("listAgreements", false, "/creditors/{creditor}/agreements"),
            new Operation("showReport", false, "/creditors/{creditor}/report"),
            new Operation("listDeadLetters", false, "/dead-letters"),
            new Operation("showDeadLetter", false, "/dead-letters/{id}"),
            new Operation("inquireDeadLetter", true, "/dead-letters/{id}/inquire"),
            new Operation("retryDeadLetter", true, "/dead-letters/{id}/retry"),
            new Operation("correctDeadLetter", true, "/dead-letters/{id}/correct"),
            new Operation("closeDeadLetter", true, "/dead-letters/{id}/close"),
            new Operation("listDeadLetterGroups", false, "/dead-letter-groups", LETTERS),
            new Operation("listAudit", false, "/audit"),
            new Operation("verifyAudit", false, "/audit/verification"),
            new Operation("noteDeadLetter", true, "/dead-letters/{id}/note", LETTERS),
            new Operation("assignDeadLetter", true, "/dead-letters/{id}/assign", LETTERS),
            new Operation("unlockDeadLetter", true, "/dead-letters/{id}/unlock", LETTERS),
            new Operation("restoreDeadLetter", true, "/dead-letters/{id}/restore", LETTERS),
            new Operation("showDeadLetterGroupLog", false, "/dead-letter-groups/{group}/log", LETTERS),
            new Operation("sayOfDeadLetterGroup", true, "/dead-letter-groups/{group}/saying", LETTERS),
            new Operation("listDeadLetterCorrections", false, "/dead-letter-corrections", LETTERS),
            new Operation("confirmDeadLetterCorrection", true, "/dead-letter-corrections/{id}/confirm", LETTERS),
            new Operation("refuseDeadLetterCorrection", true, "/dead-letter-corrections/{id}/refuse", LETTERS),
            new Operation("exportDeadLetters", false, "/dead-letter-export", LETTERS),
            new Operation("previewDeadLetters", true, "/dead-letter-previews", LETTERS),
            new Operation("planDeadLetters", true, "/dead-letter-plans", LETTERS),
            new Operation("showDeadLetterPlan", false, "/dead-letter-plans/{plan}", LETTERS),
            new Operation("applyDeadLetterPlan", true, "/dead-letter-plans/{plan}/apply", LETTERS),
            new Operation("listDeadLetterRetries", false, "/dead-letter-retries", LETTERS),
            new Operation("showDeadLetterRetry", false, "/dead-letter-retries/{id}", LETTERS),
            new Operation("pauseDeadLetterRetry", true, "/dead-letter-retries/{id}/pause", LETTERS),
            new Operation("resumeDeadLetterRetry", true, "/dead-letter-retries/{id}/resume", LETTERS),
            new Operation("cancelDeadLetterRetry", true, "/dead-letter-retries/{id}/cancel", LETTERS),
            new Operation("listRouteVersions", false, "/routes/versions", ROUTES),
            new Operation("showStatus", false, "/status"));

    @Override
    public void configure() {
        RestDefinition rest = rest("/api/v1").bindingMode(RestBindingMode.off);
        for (Operation operation : ALL) {
            String port = "direct:api." + operation.id();
            (operation.post() ? rest.post(operation.path()) : rest.get(operation.path()))
                    .id(operation.id())
                    .to(port);
            from(port)
                    .routeId("api." + operation.id())
                    .routeDescription("Answers " + (operation.post() ? "POST" : "GET") + " /api/v1" + operation.path())
                    .errorHandler(noErrorHandler())
                    .bean(operation.desk(), operation.id());
        }
    }
}
