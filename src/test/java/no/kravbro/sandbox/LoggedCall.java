package no.kravbro.sandbox;

/**
 * One call as it happened.
 *
 * @param reply what the partner answered, sent or not; null when nothing was processed and nothing was said
 * @param fault the trouble it met, or null
 */
public record LoggedCall(Call call, Reply reply, FaultKind fault) {}
