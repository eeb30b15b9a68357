package no.kravbro.sandbox.ecpay;

/** A file that cannot be read as a whole: answered FILFEIL. */
final class FileFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    FileFault(String field, String text) {
        super(text);
        this.field = field;
    }

    String field() {
        return field;
    }
}
