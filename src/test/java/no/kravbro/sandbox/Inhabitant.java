package no.kravbro.sandbox;

import java.util.Map;

/** A sandbox with a life of its own, which goes on when the sandbox clock has moved. */
public interface Inhabitant {

    /** Called after every step of the clock and about every second; does what has become due, once. */
    void onTimeMoved();

    /** A few counts for people, by name. */
    Map<String, Object> overview();
}
