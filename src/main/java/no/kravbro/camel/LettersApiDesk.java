package no.kravbro.camel;

import no.kravbro.api.LetterGroupsApi;
import no.kravbro.api.LetterHandlingApi;
import no.kravbro.api.LetterPlansApi;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** As {@link ApiDesk}, for many dead letters at once. */
@Component("lettersApiDesk")
public class LettersApiDesk {

    private final ApiDesk api;
    private final LetterGroupsApi groups;
    private final LetterPlansApi plans;
    private final LetterHandlingApi handling;

    public LettersApiDesk(ApiDesk api, LetterGroupsApi groups, LetterPlansApi plans, LetterHandlingApi handling) {
        this.api = api;
        this.groups = groups;
        this.plans = plans;
        this.handling = handling;
    }

    public void listDeadLetterGroups(Exchange exchange) {
        api.answer(exchange, ApiDesk.OK, asked -> groups.list(asked.query(), asked.caller()));
    }

    public void previewDeadLetters(Exchange exchange) {
        api.answer(exchange, ApiDesk.OK, asked -> plans.preview(asked.body(), asked.caller()));
    }

    public void planDeadLetters(Exchange exchange) {
        api.answer(exchange, ApiDesk.OK, asked -> plans.plan(asked.body(), asked.caller()));
    }

    public void showDeadLetterPlan(Exchange exchange) {
        api.answer(exchange, ApiDesk.OK, asked -> plans.showPlan(asked.path("plan"), asked.caller()));
    }

    public void applyDeadLetterPlan(Exchange exchange) {
        api.answer(exchange, ApiDesk.OK, asked -> plans.apply(asked.path("plan"), asked.body(), asked.caller()));
    }

    public void listDeadLetterRetries(Exchange exchange) {
        api.answer(exchange, ApiDesk.OK, asked -> plans.list(asked.caller()));
    }

    public void showDeadLetterRetry(Exchange exchange) {
        api.answer(exchange, ApiDesk.OK, asked -> plans.show(asked.id(), asked.caller()));
    }

    public void pauseDeadLetterRetry(Exchange exchange) {
        api.answer(exchange, ApiDesk.OK, asked -> plans.pause(asked.id(), asked.caller()));
    }

    public void resumeDeadLetterRetry(Exchange exchange) {
        api.answer(exchange, ApiDesk.OK, asked -> plans.resume(asked.id(), asked.caller()));
    }

    public void cancelDeadLetterRetry(Exchange exchange) {
        api.answer(exchange, ApiDesk.OK, asked -> plans.cancel(asked.id(), asked.caller()));
    }

    public void noteDeadLetter(Exchange exchange) {
        api.answer(exchange, ApiDesk.OK, asked -> handling.note(asked.id(), asked.body(), asked.caller()));
    }

    public void assignDeadLetter(Exchange exchange) {
        api.answer(exchange, ApiDesk.OK, asked -> handling.assign(asked.id(), asked.body(), asked.caller()));
    }

    public void unlockDeadLetter(Exchange exchange) {
        api.answer(exchange, ApiDesk.OK, asked -> handling.unlock(asked.id(), asked.body(), asked.caller()));
    }

    public void restoreDeadLetter(Exchange exchange) {
        api.answer(exchange, ApiDesk.OK, asked -> handling.restore(asked.id(), asked.body(), asked.caller()));
    }

    public void showDeadLetterGroupLog(Exchange exchange) {
        api.answer(exchange, ApiDesk.OK, asked -> handling.saying(asked.path("group"), asked.caller()));
    }

    public void sayOfDeadLetterGroup(Exchange exchange) {
        api.answer(exchange, ApiDesk.OK, asked -> handling.say(asked.path("group"), asked.body(), asked.caller()));
    }

    public void listDeadLetterCorrections(Exchange exchange) {
        api.answer(exchange, ApiDesk.OK, asked -> handling.waiting(asked.caller()));
    }

    public void confirmDeadLetterCorrection(Exchange exchange) {
        api.answer(exchange, ApiDesk.OK, asked -> handling.confirm(asked.id(), asked.caller()));
    }

    public void refuseDeadLetterCorrection(Exchange exchange) {
        api.answer(exchange, ApiDesk.OK, asked -> handling.refuse(asked.id(), asked.body(), asked.caller()));
    }

    public void exportDeadLetters(Exchange exchange) {
        api.reply(
                exchange,
                asked -> new ApiDesk.Written(
                        ApiDesk.OK,
                        "text/csv; charset=utf-8",
                        handling.export(asked.query(), asked.caller()).text()));
    }
}
