package no.kravbro.bundle;

import no.kravbro.Masking;

/**
 * Something that a route file must not be.
 *
 * @param file path below the routes directory
 * @param line line in the file, counted from 1, or 0 for the file as a whole
 * @param rule short name of the rule that it breaks
 * @param message what is wrong and what to do
 */
public record Problem(String file, int line, String rule, String message) {

    /** A file may hold what it must not, and a complaint may quote it. */
    public Problem {
        message = Masking.mask(message);
    }

    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + ": " + rule + ": " + message;
    }
}
