package no.kravbro.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import no.kravbro.Texts;
import no.kravbro.access.AccessRefused;
import no.kravbro.api.ApiProblem;
import no.kravbro.api.Problem;
import no.kravbro.audit.AuditEntry;
import no.kravbro.audit.AuditTrail;
import no.kravbro.audit.Deed;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What was not done, in words with a way out. What a person's roles do not allow is written down. */
@ControllerAdvice(basePackages = "no.kravbro.console")
class Problems {

    private static final int REFUSED = 409;

    private final Layout layout;
    private final AuditTrail audit;
    private final Texts texts;

    Problems(Layout layout, AuditTrail audit, Texts texts) {
        this.layout = layout;
        this.audit = audit;
        this.texts = texts;
    }

    @ExceptionHandler
    ModelAndView problem(ApiProblem problem, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        Visitor visitor = Visitor.of(request, locale);
        if (problem.code() == ApiProblem.Code.FORBIDDEN) {
            audit.record(AuditEntry.refused(
                    visitor.caller().actor(), Deed.ACCESS, request.getRequestURI(), problem.getMessage()));
        }
        return page(
                problem.status(),
                Problem.of(problem, texts, locale.toLanguageTag()).title(),
                request,
                response,
                locale);
    }

    @ExceptionHandler
    ModelAndView refused(
            AccessRefused refused, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        return page(REFUSED, texts.of(refused.key(), locale), request, response, locale);
    }

    private ModelAndView page(
            int status, String title, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        response.setStatus(status);
        ModelAndView page = new ModelAndView("problem");
        org.springframework.ui.ExtendedModelMap around = new org.springframework.ui.ExtendedModelMap();
        layout.around(request, locale, around);
        page.addAllObjects(around);
        page.addObject("said", title);
        return page;
    }
}
