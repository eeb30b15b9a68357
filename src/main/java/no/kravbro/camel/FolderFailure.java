package no.kravbro.camel;

/** Something with an agency's directories did not work: the line, the login, or what was asked for. */
public final class FolderFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean refused;

    /** @param refused they did not let us in, or are not who they should be: no use to try again before a person acted */
    public FolderFailure(String doing, boolean refused, Exception cause) {
        super(doing + ": " + kinds(cause), cause);
        this.refused = refused;
    }

    /** The library wraps what happened to the line; nobody can act on the wrapping alone. */
    private static String kinds(Exception cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String kind = cause.getClass().getSimpleName();
        return deepest == cause ? kind : kind + ", " + deepest.getClass().getSimpleName();
    }

    boolean refused() {
        return refused;
    }
}
