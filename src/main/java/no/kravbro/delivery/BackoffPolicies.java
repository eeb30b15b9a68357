package no.kravbro.delivery;

/** The patience with each target. Without such a bean {@link BackoffPolicy#USUAL} holds for all. */
@FunctionalInterface
public interface BackoffPolicies {

    BackoffPolicy of(String target);
}
