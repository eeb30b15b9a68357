package no.kravbro.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import no.kravbro.Masking;
import no.kravbro.Texts;

/**
 * Body of an answer that is an error (RFC 9457, {@value #MEDIA_TYPE}).
 *
 * @param title for people, in their language
 * @param detail for engineers, in English
 * @param code for programs
 * @param reason for programs: why an action was refused, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, String code, String reason) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** @param language value of Accept-Language, or null */
    public static Problem of(ApiProblem problem, Texts texts, String language) {
        return new Problem(
                "about:blank",
                texts.of(problem.key(), Texts.language(language)),
                problem.status(),
                Masking.mask(problem.getMessage()),
                problem.code().name(),
                problem.reason());
    }
}
