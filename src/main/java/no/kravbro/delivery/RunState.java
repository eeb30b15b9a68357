package no.kravbro.delivery;

/** How far a run has come that somebody has asked for. */
public enum RunState {
    /** The next look of any process takes it. */
    ASKED,
    /** Something goes first: an earlier run of the same job, another job of the creditor, a pause after a failure. */
    WAITING,
    RUNNING,
    DONE,
    /** It ended badly; where it may help, it is tried again by itself. */
    FAILED;

    /** Nothing more comes of it. */
    public boolean over() {
        return this == DONE;
    }
}
