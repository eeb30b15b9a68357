package no.kravbro.console;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The line on which a page hears that something has happened. */
@Controller
class LivePage {

    private final LiveLines lines;

    LivePage(LiveLines lines) {
        this.lines = lines;
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(Visitor visitor, HttpServletRequest request) {
        return lines.open(visitor, request.getSession(false));
    }
}
