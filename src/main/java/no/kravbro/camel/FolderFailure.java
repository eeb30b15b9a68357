package no.kravbro.camel;

/** Something with an agency's directories did not work: the line, the login, or what was asked for. */
public final class FolderFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean refused;

    /** @param refused they did not let us in, or are not who they should be: no use to try again before a person acted */
    public FolderFailure(String doing, boolean refused, Exception cause) {
        super(doing + ": " + cause.getClass().getSimpleName(), cause);
        this.refused = refused;
    }

    boolean refused() {
        return refused;
    }
}
