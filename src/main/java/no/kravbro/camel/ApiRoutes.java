package no.kravbro.camel;

import java.util.List;
import no.kravbro.access.Right;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.rest.RestBindingMode;
import org.apache.camel.model.rest.RestDefinition;

/** Binds {@code /api/v1} as {@code openapi/kravbro.yaml} describes it: one operation, one route, one method of the desk. */
final class ApiRoutes extends RouteBuilder {

    private static final String INSTRUCT = "instructApiDesk";
    private static final String CHOOSE = "chooseApiDesk";
    private static final String CONNECT = "connectApiDesk";
    private static final String CASE = "caseApiDesk";
    private static final String PAUSES = "pausesApiDesk";
    private static final String SYSTEM = "systemApiDesk";
    private static final String ROUTES = "routesApiDesk";

    /** An operation of the contract. @param right what a caller needs at least; the services ask for more where it depends */
    record Operation(String id, boolean post, Right right, String path, String desk) {

        Operation(String id, boolean post, Right right, String path) {
            this(id, post, right, path, "apiDesk");
        }
    }

    private static final String LETTERS = "lettersApiDesk";

    static final List<Operation> ALL = List.of(
            new Operation("listCreditors", false, Right.READ_CREDITORS, "/creditors"),
            new Operation("registerCreditor", true, Right.CONNECT, "/creditors", CONNECT),
            new Operation(
                    "showRegistration", false, Right.READ_CREDITORS, "/creditors/{creditor}/registration", CONNECT),
            new Operation("changeRegistration", true, Right.CONNECT, "/creditors/{creditor}/registration", CONNECT),
            new Operation("renewEmployeeToken", true, Right.CONNECT, "/creditors/{creditor}/token", CONNECT),
            new Operation("confirmCreditor", true, Right.CONNECT, "/creditors/{creditor}/confirmations", CONNECT),
            new Operation("showCreditor", false, Right.READ_CREDITORS, "/creditors/{creditor}"),
            new Operation("scanCreditor", true, Right.RUN_NOW, "/creditors/{creditor}/scan"),
            new Operation("syncCreditor", true, Right.RUN_NOW, "/creditors/{creditor}/sync"),
            new Operation(
                    "listCreditorAgencies", false, Right.READ_CREDITORS, "/creditors/{creditor}/agencies", CHOOSE),
            new Operation("showCreditorHealth", false, Right.READ_CREDITORS, "/creditors/{creditor}/health", PAUSES),
            new Operation("listDecisions", false, Right.READ_CREDITORS, "/creditors/{creditor}/decisions"),
            new Operation("listClaims", false, Right.READ_CLAIMS, "/claims"),
            new Operation("showClaim", false, Right.READ_CLAIMS, "/claims/{key}"),
            new Operation("listActions", false, Right.READ_CLAIMS, "/claims/{key}/actions"),
            new Operation("askByHand", true, Right.INSTRUCT, "/claims/{key}/tasks"),
            new Operation("listInstructions", false, Right.READ_CLAIMS, "/claims/{key}/instructions", INSTRUCT),
            new Operation("orderInstruction", true, Right.INSTRUCT, "/claims/{key}/instructions", INSTRUCT),
            new Operation("showWithdrawal", false, Right.INSTRUCT, "/claims/{key}/withdrawal", INSTRUCT),
            new Operation("listDisputes", false, Right.READ_CLAIMS, "/claims/{key}/disputes", INSTRUCT),
            new Operation("raiseDispute", true, Right.INSTRUCT, "/claims/{key}/disputes", INSTRUCT),
            new Operation("answerDispute", true, Right.INSTRUCT, "/disputes/{id}/answer", INSTRUCT),
            new Operation("listExclusions", false, Right.READ_CLAIMS, "/creditors/{creditor}/exclusions", CHOOSE),
            new Operation("keepBack", true, Right.CHOOSE, "/creditors/{creditor}/exclusions", CHOOSE),
            new Operation("liftExclusion", true, Right.CHOOSE, "/exclusions/{id}/lift", CHOOSE),
            new Operation(
                    "showCollectionList", false, Right.READ_CLAIMS, "/creditors/{creditor}/collection-list", CHOOSE),
            new Operation(
                    "rejectListItems", true, Right.INSTRUCT, "/creditors/{creditor}/collection-list/reject", CHOOSE),
            new Operation("listDrafts", false, Right.READ_CLAIMS, "/creditors/{creditor}/drafts", CHOOSE),
            new Operation("rejectDrafts", true, Right.HAND_OVER, "/creditors/{creditor}/drafts/reject", CHOOSE),
            new Operation(
                    "previewHandOver", true, Right.READ_CLAIMS, "/creditors/{creditor}/hand-over-previews", CHOOSE),
            new Operation("handOver", true, Right.HAND_OVER, "/creditors/{creditor}/hand-overs", CHOOSE),
            new Operation("listPauses", false, Right.READ_CREDITORS, "/pauses", PAUSES),
            new Operation("pauseCreditor", true, Right.PAUSE, "/creditors/{creditor}/pause", PAUSES),
            new Operation("resumeCreditor", true, Right.PAUSE, "/creditors/{creditor}/resume", PAUSES),
            new Operation("pauseAgency", true, Right.PAUSE, "/agencies/{agency}/pause", PAUSES),
            new Operation("resumeAgency", true, Right.PAUSE, "/agencies/{agency}/resume", PAUSES),
            new Operation("listAgencies", false, Right.READ_CREDITORS, "/agencies", PAUSES),
            new Operation("listTasks", false, Right.READ_TASKS, "/tasks"),
            new Operation("finishTask", true, Right.DO_TASKS, "/tasks/{id}/done"),
            new Operation("listDeliveries", false, Right.READ_DELIVERIES, "/deliveries"),
            new Operation("showDelivery", false, Right.READ_DELIVERIES, "/deliveries/{id}"),
            new Operation("showEvidence", false, Right.READ_CLAIMS, "/claims/{key}/evidence", CASE),
            new Operation("listCreditLosses", false, Right.READ_MONEY, "/creditors/{creditor}/credit-losses", CASE),
            new Operation("listMails", false, Right.READ_DELIVERIES, "/mails", CASE),
            new Operation("sendMailAgain", true, Right.RETRY, "/mails/{id}/again", CASE),
            new Operation("listSettlements", false, Right.READ_MONEY, "/settlements"),
            new Operation("listBookings", false, Right.READ_MONEY, "/bookings"),
            new Operation("listDifferences", false, Right.READ_MONEY, "/differences"),
            new Operation("showDifference", false, Right.READ_MONEY, "/differences/{id}"),
            new Operation("acknowledgeDifference", true, Right.DECIDE_DIFFERENCE, "/differences/{id}/acknowledge"),
            new Operation("acceptDifference", true, Right.DECIDE_DIFFERENCE, "/differences/{id}/accept"),
            new Operation("fixedDifference", true, Right.DECIDE_DIFFERENCE, "/differences/{id}/fixed"),
            new Operation("rereadDifference", true, Right.DECIDE_DIFFERENCE, "/differences/{id}/reread"),
            new Operation("listAgreements", false, Right.READ_MONEY, "/creditors/{creditor}/agreements"),
            new Operation("showReport", false, Right.READ_MONEY, "/creditors/{creditor}/report"),
            new Operation("listDeadLetters", false, Right.READ_LETTERS, "/dead-letters"),
            new Operation("showDeadLetter", false, Right.READ_LETTERS, "/dead-letters/{id}"),
            new Operation("inquireDeadLetter", true, Right.RETRY, "/dead-letters/{id}/inquire"),
            new Operation("retryDeadLetter", true, Right.RETRY, "/dead-letters/{id}/retry"),
            new Operation("correctDeadLetter", true, Right.CORRECT, "/dead-letters/{id}/correct"),
            new Operation("closeDeadLetter", true, Right.CLOSE, "/dead-letters/{id}/close"),
            new Operation("listDeadLetterGroups", false, Right.READ_LETTERS, "/dead-letter-groups", LETTERS),
            new Operation("listAudit", false, Right.READ_AUDIT, "/audit", SYSTEM),
            new Operation("verifyAudit", false, Right.READ_AUDIT, "/audit/verification", SYSTEM),
            new Operation("noteDeadLetter", true, Right.READ_LETTERS, "/dead-letters/{id}/note", LETTERS),
            new Operation("assignDeadLetter", true, Right.READ_LETTERS, "/dead-letters/{id}/assign", LETTERS),
            new Operation("unlockDeadLetter", true, Right.UNLOCK, "/dead-letters/{id}/unlock", LETTERS),
            new Operation("restoreDeadLetter", true, Right.CLOSE, "/dead-letters/{id}/restore", LETTERS),
            new Operation(
                    "showDeadLetterGroupLog", false, Right.READ_LETTERS, "/dead-letter-groups/{group}/log", LETTERS),
            new Operation(
                    "sayOfDeadLetterGroup", true, Right.READ_LETTERS, "/dead-letter-groups/{group}/saying", LETTERS),
            new Operation("listDeadLetterCorrections", false, Right.READ_LETTERS, "/dead-letter-corrections", LETTERS),
            new Operation(
                    "confirmDeadLetterCorrection",
                    true,
                    Right.APPROVE,
                    "/dead-letter-corrections/{id}/confirm",
                    LETTERS),
            new Operation(
                    "refuseDeadLetterCorrection", true, Right.APPROVE, "/dead-letter-corrections/{id}/refuse", LETTERS),
            new Operation("exportDeadLetters", false, Right.READ_LETTERS, "/dead-letter-export", LETTERS),
            new Operation("previewDeadLetters", true, Right.READ_LETTERS, "/dead-letter-previews", LETTERS),
            new Operation("planDeadLetters", true, Right.RETRY_GROUP, "/dead-letter-plans", LETTERS),
            new Operation("showDeadLetterPlan", false, Right.READ_LETTERS, "/dead-letter-plans/{plan}", LETTERS),
            new Operation("applyDeadLetterPlan", true, Right.RETRY_GROUP, "/dead-letter-plans/{plan}/apply", LETTERS),
            new Operation("listDeadLetterRetries", false, Right.READ_LETTERS, "/dead-letter-retries", LETTERS),
            new Operation("showDeadLetterRetry", false, Right.READ_LETTERS, "/dead-letter-retries/{id}", LETTERS),
            new Operation("pauseDeadLetterRetry", true, Right.RETRY_GROUP, "/dead-letter-retries/{id}/pause", LETTERS),
            new Operation(
                    "resumeDeadLetterRetry", true, Right.RETRY_GROUP, "/dead-letter-retries/{id}/resume", LETTERS),
            new Operation(
                    "cancelDeadLetterRetry", true, Right.RETRY_GROUP, "/dead-letter-retries/{id}/cancel", LETTERS),
            new Operation("listTokens", false, Right.MANAGE_USERS, "/tokens", SYSTEM),
            new Operation("makeToken", true, Right.MANAGE_USERS, "/tokens", SYSTEM),
            new Operation("revokeToken", true, Right.MANAGE_USERS, "/tokens/{token}/revoke", SYSTEM),
            new Operation("showDataKeys", false, Right.READ_MACHINE, "/data-keys", SYSTEM),
            new Operation("rotateDataKeys", true, Right.CHANGE_KEYS, "/data-keys/rotate", SYSTEM),
            new Operation("retireDataKeys", true, Right.CHANGE_KEYS, "/data-keys/retire", SYSTEM),
            new Operation("rewrapDataKeys", true, Right.CHANGE_KEYS, "/data-keys/rewrap", SYSTEM),
            new Operation("listRouteVersions", false, Right.READ_MACHINE, "/routes/versions", ROUTES),
            new Operation("planRoutesBack", true, Right.DEPLOY, "/routes/versions/{version}/back", ROUTES),
            new Operation("listRoutePlans", false, Right.READ_MACHINE, "/routes/plans", ROUTES),
            new Operation("planRoutes", true, Right.DEPLOY, "/routes/plans", ROUTES),
            new Operation("showRoutePlan", false, Right.READ_MACHINE, "/routes/plans/{plan}", ROUTES),
            new Operation("applyRoutePlan", true, Right.DEPLOY, "/routes/plans/{plan}/apply", ROUTES),
            new Operation("withdrawRoutePlan", true, Right.DEPLOY, "/routes/plans/{plan}/withdraw", ROUTES),
            new Operation("showStatus", false, Right.READ_MACHINE, "/status", SYSTEM));

    /** @param routeId of a route made here */
    static Operation of(String routeId) {
        return ALL.stream()
                .filter(each -> routeId.equals("api." + each.id()))
                .findFirst()
                .orElseThrow();
    }

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
