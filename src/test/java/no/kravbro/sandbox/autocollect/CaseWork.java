package no.kravbro.sandbox.autocollect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.kravbro.sandbox.SandboxClock;
import no.kravbro.sandbox.autocollect.BatchRow.BatchType;

/** The actions on a case. The stage is checked on the spot and once more when the batch is decided. */
final class CaseWork implements Work {

    private static final int LONGEST_REASON = 500;

    private final Action action;
    private final SandboxClock clock;
    private final Memory memory;
    private final CaseActions actions;

    enum Action {
        ACCEPT_LIST("accept-debt-collection-list"),
        REJECT_LIST("reject-debt-collection-list"),
        PAUSE("pause"),
        RESUME("resume"),
        WITHDRAW("withdraw"),
        NEW_DUE_DATE("due-date"),
        MESSAGE("messages");

        private final String path;

        Action(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    CaseWork(Action action, SandboxClock clock, Memory memory, CaseActions actions) {
        this.action = action;
        this.clock = clock;
        this.memory = memory;
        this.actions = actions;
    }

    @Override
    public BatchType type() {
        return BatchType.CASE;
    }

    @Override
    public void check(Organization organization, String path, JsonNode body) {
        ClaimRow claim = memory.aCase(organization.id(), caseId(path));
        form(Fields.of(body));
        allowed(claim);
    }

    @Override
    public List<BatchItem> process(Organization organization, BatchRow batch, JsonNode body, Instant at) {
        ClaimRow claim = memory.aCase(organization.id(), caseId(batch.path()));
        try {
            allowed(claim);
        } catch (ApiError e) {
            return List.of(new BatchItem(
                    claim.invoiceId,
                    claim.invoiceNumber,
                    Long.toString(claim.caseNumber),
                    claim.key,
                    e.code(),
                    e.getMessage()));
        }
        actions.run(action, claim, Fields.of(body), at);
        return List.of(BatchItem.done(claim));
    }

    private static String caseId(String path) {
        return path.split("/")[1];
    }

    private void form(Fields body) {
        switch (action) {
            case PAUSE -> {
                body.text("reason");
                body.text("reason", LONGEST_REASON);
                body.optionalDay("until");
            }
            case NEW_DUE_DATE -> {
                LocalDate day = body.day("dueDate");
                if (!day.isAfter(clock.today())) {
                    throw ApiError.unprocessable("INVALID_DATA", "The new due date must lie ahead", "dueDate");
                }
            }
            case MESSAGE -> CaseActions.readMessage(body);
            default -> body.text("reason", LONGEST_REASON);
        }
    }

    private void allowed(ClaimRow claim) {
        if (!claim.isOpen()) {
            throw ApiError.unprocessable("CASE_CLOSED", "The case is closed", null);
        }
        if (action == Action.PAUSE && claim.paused) {
            throw ApiError.conflict("ALREADY_EXISTS", "The case is paused already", null);
        }
        if (!CaseView.actions(claim).contains(action.name())) {
            throw ApiError.unprocessable("STAGE_NOT_ALLOWED", "Not possible at " + stage(claim), null);
        }
    }

    private static String stage(ClaimRow claim) {
        return claim.stage + (claim.listed ? " on the list" : "");
    }
}
