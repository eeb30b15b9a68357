package no.kravbro.agency;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** Tells a failure before the first byte left (nothing can have been processed) from every other one. */
final class NothingSent {

    private NothingSent() {}

    static boolean certain(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 20; depth++) {
            if (beforeFirstByte(at)) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }

    /** Both time-outs are subclasses of the read time-out's family, so the exact types matter. */
    private static boolean beforeFirstByte(Throwable failure) {
        return failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof NoRouteToHostException
                || failure instanceof ConnectTimeoutException
                || failure instanceof ConnectionRequestTimeoutException;
    }
}
