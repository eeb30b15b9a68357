package no.kravbro.camel;

import no.kravbro.api.ApiProblem;
import no.kravbro.api.Caller;
import no.kravbro.api.DisputesApi;
import no.kravbro.api.InstructionsApi;
import no.kravbro.api.PriceAsk;
import no.kravbro.delivery.ClaimRow;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The part of the API by which agencies are instructed. */
@Component("instructApiDesk")
public class InstructApiDesk implements PriceAsk {

    private final ApiDesk api;
    private final InstructionsApi instructions;
    private final DisputesApi disputes;
    private final WithdrawalDesk withdrawals;

    public InstructApiDesk(
            ApiDesk api, InstructionsApi instructions, DisputesApi disputes, WithdrawalDesk withdrawals) {
        this.api = api;
        this.instructions = instructions;
        this.disputes = disputes;
        this.withdrawals = withdrawals;
    }

    public void listInstructions(Exchange exchange) {
        api.answer(exchange, asked -> instructions.list(asked.path("key"), asked.caller()));
    }

    public void orderInstruction(Exchange exchange) {
        api.answer(exchange, asked -> instructions.order(asked.path("key"), asked.body(), asked.caller()));
    }

    /** Asks the agency; when it does not answer, neither can we. */
    public void showWithdrawal(Exchange exchange) {
        api.answer(exchange, asked -> price(asked.path("key"), asked.caller()));
    }

    @Override
    public InstructionsApi.Price price(String key, Caller caller) {
        ClaimRow claim = instructions.priced(key, caller);
        try {
            return instructions.show(claim, withdrawals.ask(claim), caller);
        } catch (ReadFailed unanswered) {
            throw new ApiProblem(ApiProblem.Code.NO_ANSWER, claim.agency() + ": " + unanswered.cause());
        }
    }

    public void listDisputes(Exchange exchange) {
        api.answer(exchange, asked -> disputes.list(asked.path("key"), asked.caller()));
    }

    public void raiseDispute(Exchange exchange) {
        api.answer(exchange, asked -> disputes.raise(asked.path("key"), asked.body(), asked.caller()));
    }

    public void answerDispute(Exchange exchange) {
        api.answer(exchange, asked -> disputes.answer(asked.id(), asked.body(), asked.caller()));
    }
}
