package no.kravbro.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import no.kravbro.Texts;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses HTML forms at the doors for machines with 415, before anybody reads them: Camel would take such a body apart,
 * fail on it, and quote it in the log.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class NoForms extends OncePerRequestFilter {

    private final Texts texts;

    NoForms(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isForMachines(request);
    }

    static boolean isForMachines(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/") || path.startsWith("/webhooks/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type == null || !isForm(type.strip().toLowerCase(Locale.ROOT))) {
            chain.doFilter(request, response);
            return;
        }
        ApiProblem problem = new ApiProblem(ApiProblem.Code.FORM_REFUSED, "Set Content-Type to application/json");
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream()
                .write(Body.write(Problem.of(problem, texts, request.getHeader("Accept-Language")))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isForm(String type) {
        return type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/");
    }
}
