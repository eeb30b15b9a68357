package no.kravbro.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** What a person chooses about pages, by a word in the address that is then remembered in this browser. */
enum Choices {
    LANGUAGE("lang", Set.of("nb", "en")),
    THEME("theme", Set.of("auto", "light", "dark")),
    KEYS("keys", Set.of("on", "off")),
    LIVE("live", Set.of("on", "off"));

    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final String name;
    private final Set<String> values;

    Choices(String name, Set<String> values) {
        this.name = name;
        this.values = values;
    }

    String parameter() {
        return name;
    }

    /** What the address says, or what was chosen before. */
    Optional<String> of(HttpServletRequest request) {
        return asked(request).or(() -> {
            Cookie cookie = WebUtils.getCookie(request, "kravbro-" + name);
            return Optional.ofNullable(cookie).map(Cookie::getValue).filter(values::contains);
        });
    }

    void remember(HttpServletRequest request, HttpServletResponse response) {
        asked(request)
                .ifPresent(value -> response.addHeader(
                        "Set-Cookie",
                        ResponseCookie.from("kravbro-" + name, value)
                                .path("/")
                                .httpOnly(true)
                                .secure(request.isSecure())
                                .sameSite("Lax")
                                .maxAge(REMEMBERED)
                                .build()
                                .toString()));
    }

    private Optional<String> asked(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(name)).filter(values::contains);
    }
}
