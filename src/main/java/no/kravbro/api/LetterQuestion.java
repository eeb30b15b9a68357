package no.kravbro.api;

import java.util.List;
import no.kravbro.deadletter.Cause;
import no.kravbro.deadletter.LetterFilter;
import no.kravbro.deadletter.LetterState;
import no.kravbro.deadletter.Owner;
import no.kravbro.deadletter.Preview;
import no.kravbro.deadletter.Selection;

/**
 * Which open letters a preview or a plan is about: those named, or all that the filter finds on every page.
 *
 * @param mended what has been mended, or was told by the far side; needed where a letter says so
 */
public record LetterQuestion(
        List<Long> ids,
        String creditorId,
        Cause cause,
        Owner owner,
        String claimKey,
        String fingerprint,
        String target,
        String assignee,
        String q,
        String mended) {

    Selection selection(Caller caller) {
        if (ids != null && (ids.isEmpty() || ids.size() > Preview.MOST)) {
            throw new ApiProblem(ApiProblem.Code.BAD_BODY, "ids holds 1 to " + Preview.MOST + " numbers");
        }
        LetterFilter filter = new LetterFilter(
                LetterState.OPEN,
                creditorId,
                cause,
                owner,
                claimKey,
                fingerprint,
                target,
                assignee,
                q == null || q.isBlank() ? null : q,
                caller.creditors(),
                0,
                Preview.MOST);
        return new Selection(ids, filter);
    }
}
