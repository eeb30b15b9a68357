package no.kravbro.storm;

/** Something that must not be, as it is found at a far side. */
public record Finding(Sort sort, String what) {

    public enum Sort {
        DOUBLED,
        LOST,
        UNBALANCED,
        WRONG_CAUSE,
        STUCK
    }

    @Override
    public String toString() {
        return sort + " " + what;
    }
}
