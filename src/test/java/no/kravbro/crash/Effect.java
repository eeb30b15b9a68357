package no.kravbro.crash;

/**
 * Something that the process does to the world outside it.
 *
 * @param step the step of a route, or the consumer, that does it
 * @param what for example "commit insert claim, insert delivery" or "request POST /orgs/_/invoices"
 * @param durable false when nothing is changed by it anywhere: a question, the reading of an answer
 */
record Effect(String step, String what, boolean durable) {

    String name() {
        return step + ": " + what;
    }
}
