package no.kravbro.sigkill;

import java.time.Duration;
import no.kravbro.sandbox.Call;

/**
 * Where the product died.
 *
 * @param kind the call that was under way, without numbers; or "any moment"
 * @param stage how far that call had come
 * @param delayMillis how long after that
 */
record Point(String kind, String stage, long delayMillis) {

    static Point at(String kind, String stage, Duration delay) {
        return new Point(kind, stage, delay.toMillis());
    }

    /** Far side, method and path; whatever differs from call to call is a #. */
    static String kind(String partner, Call call) {
        String path = call.path()
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "#")
                .replaceAll("(?<![a-zA-Z])[0-9][0-9A-Za-z~-]*", "#")
                .replaceAll("(#[_-]?)+", "#");
        return partner + " " + call.method() + " " + path.replace(',', ';');
    }
}
