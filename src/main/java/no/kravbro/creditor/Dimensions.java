package no.kravbro.creditor;

/**
 * What a posting on an account carries beside its amount, where the account demands it or the creditor wants it: numbers as
 * they stand in the accounting system, each null where it carries none.
 */
public record Dimensions(String department, String project, String product) {

    public static final Dimensions NONE = new Dimensions(null, null, null);
}
