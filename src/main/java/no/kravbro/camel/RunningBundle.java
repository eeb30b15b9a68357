package no.kravbro.camel;

/** Which version of the route bundle runs right now. */
@FunctionalInterface
public interface RunningBundle {

    String version();
}
