package no.kravbro.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.kravbro.Masking;
import no.kravbro.Texts;
import no.kravbro.access.Right;
import no.kravbro.audit.AuditEntry;
import no.kravbro.audit.AuditTrail;
import no.kravbro.audit.Deed;
import no.kravbro.bundle.BundleStatus;
import no.kravbro.claim.OsloDay;
import no.kravbro.deadletter.Corrections;
import no.kravbro.deadletter.DeadLetter;
import no.kravbro.deadletter.DeadLetters;
import no.kravbro.deadletter.Handling;
import no.kravbro.deadletter.Refused;
import no.kravbro.deadletter.Retry;
import no.kravbro.deadletter.StagedRetries;
import org.springframework.stereotype.Service;

/** What a page shows of a letter beside the letter itself: how it stands, and the form that mends it. Throws {@link ApiProblem}. */
@Service
public class LetterForms {

    private static final int LONGEST_REASON = 500;

    private final DeadLetters letters;
    private final Handling handling;
    private final Corrections corrections;
    private final StagedRetries staged;
    private final BundleStatus bundle;
    private final AuditTrail audit;
    private final Texts texts;

    LetterForms(
            DeadLetters letters,
            Handling handling,
            Corrections corrections,
            StagedRetries staged,
            BundleStatus bundle,
            AuditTrail audit,
            Texts texts) {
        this.letters = letters;
        this.handling = handling;
        this.corrections = corrections;
        this.staged = staged;
        this.bundle = bundle;
        this.audit = audit;
        this.texts = texts;
    }

    /**
     * How a letter stands.
     *
     * @param locked two retries ended as before
     * @param keptUntil last day on which it can be opened again, or null where it cannot
     * @param waiting correction that waits for a second person, or null
     * @param tries what became of every wish to send it again, newest first
     */
    public record Standing(boolean locked, LocalDate keptUntil, Waiting waiting, List<Try> tries) {}

    /** A correction that waits; without values. @param own asked for by the caller, who cannot decide about it */
    public record Waiting(long id, List<String> fields, String askedBy, Instant askedAt, boolean own) {}

    /** One wish to send it again. @param runId the staged retry it belongs to, or null */
    public record Try(Instant at, String who, String state, String words, Long runId) {}

    /** What is shown once; personal data. @param detail the far side's words, or null */
    public record Unmasked(String detail, List<Corrections.Field> fields) {}

    public Standing standing(long id, Caller caller) {
        DeadLetter letter = letter(id, caller);
        LocalDate kept =
                handling.canRestore(letter) ? OsloDay.of(letter.updatedAt().plus(Handling.RETENTION)) : null;
        Locale language = Texts.language(caller.language());
        return new Standing(
                letter.isLocked(bundle.view().running()),
                kept,
                waiting(id, caller).orElse(null),
                staged.ofLetter(id).stream()
                        .map(retry -> tried(retry, language))
                        .sorted((one, other) -> other.at().compareTo(one.at()))
                        .toList());
    }

    private Try tried(Retry retry, Locale language) {
        return new Try(
                retry.requestedAt(),
                retry.who(),
                retry.state().name(),
                texts.of(retry.state().key(), language),
                retry.runId());
    }

    private Optional<Waiting> waiting(long id, Caller caller) {
        return corrections.waiting().stream()
                .filter(each -> each.letterId() == id)
                .map(each -> new Waiting(
                        each.id(),
                        each.fields(),
                        each.askedBy(),
                        each.askedAt(),
                        each.askedBy().equals(caller.behind())))
                .findFirst();
    }

    /** The fields that may be changed with what was sent; looking at them is on the record, for they are personal data. */
    public List<Corrections.Field> form(long id, Caller caller) {
        caller.need(Right.CORRECT);
        DeadLetter letter = letter(id, caller);
        List<Corrections.Field> form = refusing(() -> corrections.form(id));
        audit.record(AuditEntry.done(caller.actor(), Deed.LETTER_VIEW, "dead-letters/" + id)
                .ofCreditor(letter.creditorId()));
        return form.stream()
                .map(each -> new Corrections.Field(each.name(), Masking.mask(each.value()), each.secondPerson()))
                .toList();
    }

    /** What would change; values that are as before are left out. Nothing is kept. */
    public List<Corrections.Change> diff(long id, Map<String, String> values, Caller caller) {
        caller.need(Right.CORRECT);
        letter(id, caller);
        return refusing(() -> corrections.diff(id, values));
    }

    /** What the correction that waits for a second person would change, for that person. */
    public List<Corrections.Change> waitingDiff(long id, Caller caller) {
        caller.need(Right.APPROVE);
        DeadLetter letter = letter(id, caller);
        Waiting waiting = waiting(id, caller)
                .orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, "No correction of it waits"));
        audit.record(AuditEntry.done(caller.actor(), Deed.LETTER_VIEW, "dead-letter-corrections/" + waiting.id())
                .ofCreditor(letter.creditorId()));
        return refusing(() -> corrections.diff(waiting.id()));
    }

    /** Those of these letters that the caller may see, by their numbers. */
    public Map<Long, DeadLetterView> of(List<Long> ids, Caller caller) {
        caller.need(Right.READ_LETTERS);
        Locale language = Texts.language(caller.language());
        return letters.find(ids).stream()
                .filter(letter -> caller.access().sees(letter.creditorId()))
                .collect(Collectors.toMap(DeadLetter::id, letter -> DeadLetterView.of(letter, texts, language)));
    }

    /**
     * The far side's words and what was sent, with national identity numbers, for one look.
     *
     * @param reason why; needed, and kept in the audit trail with who looked
     */
    public Unmasked unmask(long id, String reason, Caller caller) {
        caller.need(Right.UNMASK);
        DeadLetter letter = letter(id, caller);
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new ApiProblem(ApiProblem.Code.BAD_PARAMETER, "reason has 1 to " + LONGEST_REASON + " characters");
        }
        audit.record(AuditEntry.done(caller.actor(), Deed.UNMASKED_VIEW, "dead-letters/" + id)
                .ofCreditor(letter.creditorId())
                .because(reason.strip()));
        boolean claim = "SUBMIT_CLAIM".equals(letter.what()) && letter.deliveryId() != null;
        return new Unmasked(letter.detail(), claim ? refusing(() -> corrections.form(id)) : List.of());
    }

    private DeadLetter letter(long id, Caller caller) {
        caller.need(Right.READ_LETTERS);
        return letters.find(id)
                .filter(letter -> caller.access().sees(letter.creditorId()))
                .orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, "There is no dead letter " + id));
    }

    private static <T> T refusing(Supplier<T> action) {
        try {
            return action.get();
        } catch (Refused refused) {
            throw new ApiProblem(ApiProblem.Code.REFUSED, refused.code().name(), refused.getMessage());
        }
    }
}
