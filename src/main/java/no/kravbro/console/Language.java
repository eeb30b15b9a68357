package no.kravbro.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import no.kravbro.Texts;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** The language of a page: {@code ?lang=} first, then what was chosen before, then the browser's, then Norwegian. */
@Component("localeResolver")
class Language implements LocaleResolver {

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Texts.language(Choices.LANGUAGE.of(request).orElseGet(() -> request.getHeader("Accept-Language")));
    }

    @Override
    public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        throw new UnsupportedOperationException("The language stands in the address");
    }
}
