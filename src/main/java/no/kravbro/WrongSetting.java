package no.kravbro;

/**
 * A setting that cannot be right. Stops the start at once; its message is one sentence that names the key and the fix.
 */
public final class WrongSetting extends RuntimeException {

    private final String key;

    /**
     * @param key the setting as an operator writes it, for example {@code kravbro.tripletex.url}
     * @param problem what is wrong with it, fits after the key
     * @param fix what to do, an order
     */
    public WrongSetting(String key, String problem, String fix) {
        super(Masking.mask(key + " " + problem + ": " + fix + "."));
        this.key = key;
    }

    public String key() {
        return key;
    }
}
