package no.kravbro.api;

/**
 * Who calls, as the door knows it.
 *
 * @param who name for the log; the authenticated one where there is a login in front, else what the caller says
 * @param language value of Accept-Language, or null
 * @param idempotencyKey value of Idempotency-Key, or null
 */
public record Caller(String who, String language, String idempotencyKey) {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_KEY = 120;

    public Caller {
        String name =
                who == null ? "" : who.replaceAll("[^\\p{L}\\p{N} .:@_-]", "").strip();
        who = name.isEmpty() ? "api" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
        if (idempotencyKey != null && !idempotencyKey.matches("[\\x21-\\x7e]{1," + LONGEST_KEY + "}")) {
            throw new ApiProblem(
                    ApiProblem.Code.BAD_PARAMETER, "Idempotency-Key has 1 to " + LONGEST_KEY + " visible characters");
        }
    }
}
