package no.kravbro.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import no.kravbro.audit.Actor;
import no.kravbro.audit.AuditEntry;
import no.kravbro.audit.AuditTrail;
import no.kravbro.audit.Deed;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** What follows a login that came through, one that did not, and a logout. One answer for a wrong name and a wrong password. */
@Component
class LoginResults extends SavedRequestAwareAuthenticationSuccessHandler
        implements AuthenticationFailureHandler, LogoutHandler {

    private static final int LONGEST_NAME = 40;

    private final Users users;
    private final LoginThrottle throttle;
    private final AuditTrail audit;

    LoginResults(Users users, LoginThrottle throttle, AuditTrail audit) {
        this.users = users;
        this.throttle = throttle;
        this.audit = audit;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, jakarta.servlet.ServletException {
        String name = authentication.getName();
        throttle.succeeded(name);
        users.loggedIn(name);
        audit.record(AuditEntry.done(actor(name), Deed.LOGIN, "users/" + name).saying(request.getRemoteAddr()));
        super.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String given = request.getParameter("username");
        String name = given == null ? "" : given.replaceAll("[^a-z0-9._-]", "?");
        String cut = name.substring(0, Math.min(LONGEST_NAME, name.length()));
        if (!(failure instanceof TooSoon)) {
            throttle.failed(cut, request.getRemoteAddr());
        }
        Actor nobody = new Actor("-", "", Actor.Via.CONSOLE);
        audit.record(AuditEntry.refused(nobody, Deed.LOGIN, "users/" + cut, request.getRemoteAddr()));
        Duration pause = throttle.pause(cut, request.getRemoteAddr());
        response.sendRedirect("/login?failed=" + (pause.isZero() ? "yes" : "wait&seconds=" + pause.toSeconds()));
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        if (authentication != null) {
            String name = authentication.getName();
            audit.record(AuditEntry.done(actor(name), Deed.LOGOUT, "users/" + name));
        }
    }

    private Actor actor(String name) {
        String roles = users.find(name).map(user -> user.access().roleNames()).orElse("");
        return new Actor(name, roles, Actor.Via.CONSOLE);
    }
}
