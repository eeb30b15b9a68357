package no.kravbro.camel;

import org.apache.camel.spi.Resource;
import org.apache.camel.support.ResourceHelper;

/** The text of a route file in the form in which Camel loads it. */
final class SafeReloadResource {

    private static final String SUFFIX = ".camel.yaml";

    private SafeReloadResource() {}

    /** Camel takes everything behind the first dot of a file name for its kind, so other dots become hyphens. */
    static Resource of(String path, String text) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        String name = path.substring(folder.length()).replace(SUFFIX, "").replace('.', '-');
        return ResourceHelper.fromString(folder + name + SUFFIX, text);
    }
}
