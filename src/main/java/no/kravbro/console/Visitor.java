package no.kravbro.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import no.kravbro.access.Access;
import no.kravbro.access.Right;
import no.kravbro.access.SessionRules;
import no.kravbro.access.User;
import no.kravbro.api.Caller;

/**
 * Who looks at a page.
 *
 * @param user null before login
 */
public record Visitor(User user, Locale language) {

    static Visitor of(HttpServletRequest request, Locale language) {
        return new Visitor((User) request.getAttribute(SessionRules.USER), language);
    }

    public boolean isKnown() {
        return user != null;
    }

    public boolean may(String right) {
        return isKnown() && access().may(Right.valueOf(right));
    }

    public Access access() {
        return user.access();
    }

    /** The same person as the services know callers. */
    Caller caller() {
        return new Caller(user.name(), language.toLanguageTag(), null, access());
    }
}
