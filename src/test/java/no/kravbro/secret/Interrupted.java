package no.kravbro.secret;

/** Keys that something happens to before the so-maniest value is sealed: the end of the process, or what another does meanwhile. */
final class Interrupted implements KeyRing {

    private final KeyRing ring;
    private final Runnable then;
    private int left;

    Interrupted(KeyRing ring, int left, Runnable then) {
        this.ring = ring;
        this.left = left;
        this.then = then;
    }

    int left() {
        return left;
    }

    @Override
    public Keys keys() {
        return ring.keys();
    }

    @Override
    public Keys reread() {
        return ring.reread();
    }

    @Override
    public Keys fresh() {
        left--;
        if (left == 0) {
            then.run();
        }
        return ring.fresh();
    }
}
