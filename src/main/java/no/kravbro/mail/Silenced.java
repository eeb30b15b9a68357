package no.kravbro.mail;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.stereotype.Component;

/** What this process could not look for when it last went its round: mails about it are missing until it can again. */
@Component
public class Silenced {

    private final Map<String, Teller> tellers = new ConcurrentSkipListMap<>();

    /** Names of what could not be looked for; words under {@code mailmode.silent.<name>}. */
    public List<String> all() {
        return List.copyOf(tellers.keySet());
    }

    void failed(Teller teller) {
        tellers.put(name(teller), teller);
    }

    void told(Teller teller) {
        tellers.remove(name(teller));
    }

    static String name(Teller teller) {
        return teller.getClass().getSimpleName();
    }
}
