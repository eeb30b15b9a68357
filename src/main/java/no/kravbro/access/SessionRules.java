package no.kravbro.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions that are too old, and those of people who were disabled or changed since; else lays down for the request who
 * it is, as the database knows it now.
 */
public final class SessionRules extends OncePerRequestFilter {

    /** Request attribute with the {@link User}. */
    public static final String USER = SessionRules.class.getName() + ".user";

    private static final Duration LONGEST_SESSION = Duration.ofHours(12);

    private final Users users;

    SessionRules(Users users) {
        this.users = users;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Known login) {
            HttpSession session = request.getSession(false);
            Optional<User> user = users.find(login.userName())
                    .filter(User::active)
                    .filter(each -> each.version() == login.version())
                    .filter(each -> session != null && !tooOld(session));
            if (user.isPresent()) {
                request.setAttribute(USER, user.get());
            } else {
                end(session);
            }
        }
        chain.doFilter(request, response);
    }

    /** By the server's own clock. */
    private static boolean tooOld(HttpSession session) {
        return session.getLastAccessedTime() - session.getCreationTime() > LONGEST_SESSION.toMillis();
    }

    private static void end(HttpSession session) {
        SecurityContextHolder.clearContext();
        if (session != null) {
            session.invalidate();
        }
    }
}
