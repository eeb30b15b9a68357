package no.kravbro.api;

import java.time.Instant;
import java.util.Locale;
import no.kravbro.Masking;
import no.kravbro.Texts;
import no.kravbro.deadletter.Plan;

/**
 * A plan: what a preview found, kept to agree to.
 *
 * @param hash to be given when it is applied
 * @param retryId the staged retry that carries it out, or null
 */
public record PlanView(
        String id,
        String hash,
        String madeBy,
        Instant madeAt,
        Instant expiresAt,
        String mended,
        Long retryId,
        PreviewView preview) {

    static PlanView of(Plan plan, Long retryId, Texts texts, Locale language) {
        return new PlanView(
                plan.id(),
                plan.hash(),
                plan.madeBy(),
                plan.madeAt(),
                plan.expiresAt(),
                Masking.mask(plan.mended()),
                retryId,
                PreviewView.of(plan.lines().size(), plan.version(), plan.lines(), texts, language));
    }
}
