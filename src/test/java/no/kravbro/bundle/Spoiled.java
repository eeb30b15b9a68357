package no.kravbro.bundle;

/**
 * A file that breaks one rule of the lint.
 *
 * @param problem beginning of the complaint that it must draw
 */
record Spoiled(String why, String file, String text, String problem) {

    @Override
    public String toString() {
        return why;
    }
}
