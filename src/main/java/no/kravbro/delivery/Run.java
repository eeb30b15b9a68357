package no.kravbro.delivery;

/**
 * What an attempt ran on, for those who look for its cause later.
 *
 * @param bundleVersion version of the route bundle, or null where none was involved
 * @param routeId route that called the far side, or null
 */
public record Run(String bundleVersion, String routeId) {

    /** Not known. */
    public static final Run NONE = new Run(null, null);
}
