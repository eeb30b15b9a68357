package no.kravbro.api;

/** Asks what a withdrawal costs now; at the agency, where that can be asked. */
public interface PriceAsk {

    /** The price that the caller is shown, and may confirm. Throws {@link ApiProblem}, also when the agency does not answer. */
    InstructionsApi.Price price(String key, Caller caller);
}
