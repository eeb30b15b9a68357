package no.kravbro.crash;

/** Where a process dies: when this many effects of it have happened, and no other. */
record Strike(int effects) {

    static final Strike NEVER = new Strike(Integer.MAX_VALUE);

    boolean before(int number) {
        return number >= effects;
    }
}
