package no.kravbro.api;

import java.util.List;
import java.util.Locale;
import no.kravbro.Texts;
import no.kravbro.access.Right;
import no.kravbro.deadletter.Cause;
import no.kravbro.deadletter.LetterFilter;
import no.kravbro.deadletter.LetterGroups;
import no.kravbro.deadletter.LetterState;
import no.kravbro.deadletter.Owner;
import org.springframework.stereotype.Service;

/** {@code /api/v1/dead-letter-groups}: dead letters by cause. Throws {@link ApiProblem}. */
@Service
public class LetterGroupsApi {

    static final String[] FILTERS = {
        "state", "creditorId", "cause", "owner", "claimKey", "fingerprint", "target", "assignee", "q"
    };

    private final LetterGroups groups;
    private final Texts texts;

    LetterGroupsApi(LetterGroups groups, Texts texts) {
        this.groups = groups;
        this.texts = texts;
    }

    /** Those with the nearest deadline first. */
    public List<GroupView> list(Query query, Caller caller) {
        caller.need(Right.READ_LETTERS);
        Locale language = Texts.language(caller.language());
        return groups.list(filter(query).within(caller.creditors())).stream()
                .map(group -> GroupView.of(group, texts, language))
                .toList();
    }

    /** The filter of a list of letters or groups. */
    static LetterFilter filter(Query query) {
        query.only(FILTERS);
        return new LetterFilter(
                query.oneOf(LetterState.class, "state"),
                query.text("creditorId"),
                query.oneOf(Cause.class, "cause"),
                query.oneOf(Owner.class, "owner"),
                query.text("claimKey"),
                query.text("fingerprint"),
                query.text("target"),
                query.text("assignee"),
                query.text("q"),
                null,
                query.page(),
                query.size());
    }
}
