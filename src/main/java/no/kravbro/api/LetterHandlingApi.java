package no.kravbro.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import no.kravbro.Masking;
import no.kravbro.Texts;
import no.kravbro.access.Right;
import no.kravbro.audit.AuditEntry;
import no.kravbro.audit.AuditTrail;
import no.kravbro.audit.Deed;
import no.kravbro.deadletter.Corrections;
import no.kravbro.deadletter.DeadLetter;
import no.kravbro.deadletter.DeadLetters;
import no.kravbro.deadletter.GroupHandling;
import no.kravbro.deadletter.Handling;
import no.kravbro.deadletter.Refused;
import org.springframework.stereotype.Service;

/** Notes, assignees, unlocking, opening again, corrections that wait for a second person, and tables. Throws {@link ApiProblem}. */
@Service
public class LetterHandlingApi {

    private static final String LETTERS = "dead-letters/";
    private static final String GROUPS = "dead-letter-groups/";
    private static final String CORRECTIONS = "dead-letter-corrections/";

    private final DeadLettersApi lettersApi;
    private final DeadLetters letters;
    private final Handling handling;
    private final GroupHandling groups;
    private final Corrections corrections;
    private final LetterCsv csv;
    private final Once once;
    private final AuditTrail audit;

    LetterHandlingApi(
            DeadLettersApi lettersApi,
            DeadLetters letters,
            Handling handling,
            GroupHandling groups,
            Corrections corrections,
            LetterCsv csv,
            Once once,
            AuditTrail audit) {
        this.lettersApi = lettersApi;
        this.letters = letters;
        this.handling = handling;
        this.groups = groups;
        this.corrections = corrections;
        this.csv = csv;
        this.once = once;
        this.audit = audit;
    }

    /** What a person says. */
    public record Words(String text) {}

    /** @param assignee or null for nobody */
    public record Assignment(String assignee) {}

    /** What is said about a group; a field that is left out is emptied. */
    public record Saying(String note, String assignee, LocalDate mutedUntil) {}

    /** One line of a group's history. */
    public record Line(Instant at, String who, String what, String detail) {}

    /** A correction that waits; names of fields, never values. */
    public record Waiting(long id, long letterId, List<String> fields, String askedBy, Instant askedAt) {}

    public DeadLettersApi.Detail note(long id, String body, Caller caller) {
        caller.need(Right.READ_LETTERS);
        String text = Body.read(body, Words.class).text();
        return letter(id, Deed.LETTER_NOTE, text, caller, () -> handling.note(id, text, caller.who()));
    }

    public DeadLettersApi.Detail assign(long id, String body, Caller caller) {
        caller.need(Right.READ_LETTERS);
        String to = Body.read(body, Assignment.class).assignee();
        return letter(id, Deed.LETTER_ASSIGN, to, caller, () -> handling.assign(id, to, caller.who()));
    }

    public DeadLettersApi.Detail unlock(long id, String body, Caller caller) {
        caller.need(Right.UNLOCK);
        String text = Body.read(body, Words.class).text();
        return letter(id, Deed.LETTER_UNLOCK, text, caller, () -> handling.unlock(id, text, caller.who()));
    }

    public DeadLettersApi.Detail restore(long id, String body, Caller caller) {
        caller.need(Right.CLOSE);
        String text = Body.read(body, Words.class).text();
        return letter(id, Deed.LETTER_RESTORE, text, caller, () -> handling.restore(id, text, caller.who()));
    }

    /** A group has letters of many creditors: what is said of it is for those who see all. */
    public List<Line> saying(String fingerprint, Caller caller) {
        caller.need(Right.READ_LETTERS);
        if (caller.creditors() != null) {
            return List.of();
        }
        return groups.log(fingerprint).stream()
                .map(line -> new Line(line.at(), line.who(), line.what().name(), Masking.mask(line.detail())))
                .toList();
    }

    public List<Line> say(String fingerprint, String body, Caller caller) {
        caller.needForAll(Right.READ_LETTERS);
        Saying saying = Body.read(body, Saying.class);
        Act act = Act.of(Deed.LETTER_NOTE, GROUPS + fingerprint, null, saying.note());
        return once.run(
                caller,
                act,
                GROUPS + fingerprint + " " + saying,
                () -> {
                    groups.note(fingerprint, saying.note(), caller.who());
                    groups.assign(fingerprint, saying.assignee(), caller.who());
                    groups.mute(fingerprint, saying.mutedUntil(), caller.who());
                },
                () -> saying(fingerprint, caller));
    }

    /** Corrections that wait for a second person, oldest first. */
    public List<Waiting> waiting(Caller caller) {
        caller.need(Right.READ_LETTERS);
        return corrections.waiting().stream()
                .filter(each -> visible(each.letterId(), caller))
                .map(each -> new Waiting(each.id(), each.letterId(), each.fields(), each.askedBy(), each.askedAt()))
                .toList();
    }

    public List<Waiting> confirm(long id, Caller caller) {
        caller.needAsPerson(Right.APPROVE);
        return decide(id, "confirm", null, caller, () -> corrections.confirm(id, caller.behind()));
    }

    public List<Waiting> refuse(long id, String body, Caller caller) {
        caller.needAsPerson(Right.APPROVE);
        String text = Body.read(body, Words.class).text();
        return decide(id, "refuse", text, caller, () -> corrections.refuse(id, text, caller.behind()));
    }

    /** All that the filter finds, up to {@link LetterCsv#MOST}. */
    public LetterCsv.Csv export(Query query, Caller caller) {
        caller.need(Right.READ_LETTERS);
        audit.record(AuditEntry.done(caller.actor(), Deed.EXPORT, "dead-letters.csv"));
        return csv.of(LetterGroupsApi.filter(query).within(caller.creditors()), Texts.language(caller.language()));
    }

    private List<Waiting> decide(long id, String what, String text, Caller caller, Runnable action) {
        if (caller.creditors() != null && waiting(caller).stream().noneMatch(each -> each.id() == id)) {
            throw new ApiProblem(ApiProblem.Code.NOT_FOUND, "There is no correction " + id);
        }
        Act act = Act.of(Deed.CORRECTION_DECIDED, CORRECTIONS + id, null, text);
        return refusing(
                () -> once.run(caller, act, CORRECTIONS + id + " " + what + " " + text, action, () -> waiting(caller)));
    }

    private DeadLettersApi.Detail letter(long id, Deed deed, String reason, Caller caller, Runnable action) {
        String creditor = letters.find(id).map(DeadLetter::creditorId).orElse(null);
        caller.needSight(creditor, "There is no dead letter " + id);
        Act act = Act.of(deed, LETTERS + id, creditor, reason)
                .standing(() ->
                        letters.find(id).map(letter -> letter.state().name()).orElse(null));
        String request = LETTERS + id + " " + Map.of(deed, String.valueOf(reason));
        return refusing(() -> once.run(caller, act, request, action, () -> lettersApi.show(id, caller)));
    }

    private boolean visible(long letter, Caller caller) {
        return letters.find(letter)
                .map(each -> caller.access().sees(each.creditorId()))
                .orElse(false);
    }

    private static <T> T refusing(Supplier<T> action) {
        try {
            return action.get();
        } catch (Refused refused) {
            throw refused.code() == Refused.Code.NOT_FOUND
                    ? new ApiProblem(ApiProblem.Code.NOT_FOUND, refused.getMessage())
                    : new ApiProblem(ApiProblem.Code.REFUSED, refused.code().name(), refused.getMessage());
        }
    }
}
