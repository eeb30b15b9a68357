package no.kravbro.console;

import java.util.List;
import no.kravbro.api.PausesApi;
import org.springframework.stereotype.Component;

/** Finds the stop that stands for something; templates call it {@code @pauseWords}. */
@Component("pauseWords")
public class PauseWords {

    /** Null where nothing is stopped. */
    public PausesApi.View of(List<PausesApi.View> pauses, String kind, String name) {
        return pauses.stream()
                .filter(each -> each.kind().equals(kind) && each.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
