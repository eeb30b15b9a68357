package no.kravbro.delivery;

/** How many deliveries the far side takes in one transmission. Without such a bean every transmission has one member. */
@FunctionalInterface
public interface BatchSizes {

    int of(String target, DeliveryKind kind);
}
