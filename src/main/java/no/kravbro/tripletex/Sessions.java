package no.kravbro.tripletex;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * One session per creditor, renewed when the Oslo day changes or the far side refuses it, by one caller at a time while
 * the others wait for it. A session dies at midnight <em>at the start</em> of its expiration date.
 */
@Component
public class Sessions {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    /** Today is refused, tomorrow dies tonight; one more day leaves a margin. */
    private static final int DAYS = 2;

    private final Clock clock;
    private final Map<String, Slot> slots = new ConcurrentHashMap<>();

    /** @param clock the business clock */
    public Sessions(Clock clock) {
        this.clock = clock;
    }

    private static final class Slot {
        private final ReentrantLock lock = new ReentrantLock();
        private LocalDate made;
        private String authorization;
    }

    /**
     * The Authorization header of the creditor's calls.
     *
     * @param companyId company to act for, 0 for the token owner's own
     * @param create asks the far side for a session that expires on the given day and returns its token; what it throws
     *     reaches the caller, and nothing is kept
     */
    public String authorization(String creditorId, long companyId, Function<LocalDate, String> create) {
        Slot slot = slots.computeIfAbsent(creditorId, id -> new Slot());
        slot.lock.lock();
        try {
            LocalDate today = LocalDate.ofInstant(clock.instant(), OSLO);
            if (slot.authorization == null || !today.equals(slot.made)) {
                slot.authorization = basic(companyId, create.apply(today.plusDays(DAYS)));
                slot.made = today;
            }
            return slot.authorization;
        } finally {
            slot.lock.unlock();
        }
    }

    /**
     * The far side refused a call with this header (401). Only the session in use is forgotten: whoever was refused with
     * an older one simply asks again.
     */
    public void refused(String creditorId, String authorization) {
        Slot slot = slots.computeIfAbsent(creditorId, id -> new Slot());
        slot.lock.lock();
        try {
            if (authorization.equals(slot.authorization)) {
                slot.authorization = null;
            }
        } finally {
            slot.lock.unlock();
        }
    }

    /** The token in the answer to {@link TripletexRequests#createSession}; {@link MalformedAnswer} when there is none. */
    public static String token(String answer) {
        return new Fields("Session", InvoiceReader.value(answer))
                .needed("token")
                .asText();
    }

    private static String basic(long companyId, String token) {
        byte[] pair = (companyId + ":" + token).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
