package no.kravbro.api;

import java.util.List;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import org.springframework.stereotype.Component;

/** Creditors as callers name them. What a caller may not see does not exist for the caller. */
@Component
class KnownCreditors {

    private final Creditors creditors;

    KnownCreditors(Creditors creditors) {
        this.creditors = creditors;
    }

    /** Those the caller sees. */
    List<Creditor> seen(Caller caller) {
        return creditors.all().stream()
                .filter(each -> caller.access().sees(each.id()))
                .toList();
    }

    /** Throws {@link ApiProblem}. */
    Creditor known(String id, Caller caller) {
        String none = "There is no creditor " + id;
        caller.needSight(id, none);
        return creditors.find(id).orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, none));
    }
}
