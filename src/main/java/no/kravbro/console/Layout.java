package no.kravbro.console;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import no.kravbro.Settings;
import no.kravbro.api.PausesApi;
import no.kravbro.money.NorwegianFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows around its content. */
@ControllerAdvice
class Layout {

    private final Settings settings;
    private final Clock clock;
    private final PausesApi pauses;

    Layout(Settings settings, Clock clock, PausesApi pauses) {
        this.settings = settings;
        this.clock = clock;
        this.pauses = pauses;
    }

    @ModelAttribute
    void around(HttpServletRequest request, Locale language, Model model) {
        Visitor visitor = Visitor.of(request, language);
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String address = failed == null ? request.getRequestURI() : failed.toString();
        model.addAttribute("visitor", visitor);
        model.addAttribute("lang", language.getLanguage());
        model.addAttribute("theme", Choices.THEME.of(request).orElse("auto"));
        model.addAttribute("keys", Choices.KEYS.of(request).orElse("on"));
        model.addAttribute("live", Choices.LIVE.of(request).orElse("on"));
        model.addAttribute("read", "GET".equals(request.getMethod()));
        model.addAttribute("address", address);
        model.addAttribute("asked", Asked.of(request));
        model.addAttribute("menu", Menu.of(visitor));
        model.addAttribute("pauses", visitor.isKnown() ? pauses.list(visitor.caller()) : List.of());
        model.addAttribute("sandbox", settings.clock().url() != null);
        LocalDateTime now = LocalDateTime.now(clock);
        model.addAttribute(
                "now",
                NorwegianFormat.day(now.toLocalDate()) + String.format(" %02d:%02d", now.getHour(), now.getMinute()));
    }
}
