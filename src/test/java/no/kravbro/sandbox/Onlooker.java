package no.kravbro.sandbox;

/** Sees every call at every far side as it happens, and may make it end there: for proofs that kill the caller. */
@FunctionalInterface
public interface Onlooker {

    /** How far a call has come. */
    enum Stage {
        /** It is here, nothing is processed. */
        ARRIVED,
        /** Processed and remembered; the answer has not left. */
        PROCESSED,
        /** The answer has left. */
        ANSWERED
    }

    /**
     * @param partner its name in the plan of faults; "webhook" for an event that leaves for the product (ARRIVED: on its way)
     * @return false when the far side is not to process it: its caller is gone. Asked at ARRIVED only
     */
    boolean sees(String partner, Call call, Stage stage);
}
