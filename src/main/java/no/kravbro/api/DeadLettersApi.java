package no.kravbro.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.kravbro.Masking;
import no.kravbro.Texts;
import no.kravbro.access.Right;
import no.kravbro.audit.Deed;
import no.kravbro.deadletter.Actions;
import no.kravbro.deadletter.CloseReason;
import no.kravbro.deadletter.Corrections;
import no.kravbro.deadletter.DeadLetter;
import no.kravbro.deadletter.DeadLetters;
import no.kravbro.deadletter.LetterFilter;
import no.kravbro.deadletter.Refused;
import no.kravbro.delivery.Attempt;
import no.kravbro.delivery.Attempts;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import org.springframework.stereotype.Service;

/** {@code /api/v1/dead-letters}: what could not be done, and the ways out. Throws {@link ApiProblem}. */
@Service
public class DeadLettersApi {

    private final DeadLetters letters;
    private final Actions actions;
    private final Corrections corrections;
    private final Deliveries deliveries;
    private final Attempts attempts;
    private final Once once;
    private final Texts texts;

    DeadLettersApi(
            DeadLetters letters,
            Actions actions,
            Corrections corrections,
            Deliveries deliveries,
            Attempts attempts,
            Once once,
            Texts texts) {
        this.letters = letters;
        this.actions = actions;
        this.corrections = corrections;
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.once = once;
        this.texts = texts;
    }

    /** One exchange with the far side. */
    public record Try(Instant at, String purpose, String outcome, String cause, String detail, String routeId) {}

    /** One line of the history. */
    public record Line(Instant at, String who, String what, String detail) {}

    /** A letter with its history. */
    public record Detail(DeadLetterView letter, List<Try> attempts, List<Line> log) {}

    /** New values by field, for example {@code debtor.postalCode}. */
    public record Correction(Map<String, String> fields) {}

    /** What has been mended before a retry; null where nothing had to be. */
    public record Mending(String mended) {}

    /** Why it is ended. */
    public record Closing(CloseReason reason, String text) {}

    /** Newest first. Filters: {@link LetterGroupsApi#FILTERS}, page, size. */
    public Page<DeadLetterView> list(Query query, Caller caller) {
        caller.need(Right.READ_LETTERS);
        LetterFilter filter = LetterGroupsApi.filter(query).within(caller.creditors());
        Locale language = Texts.language(caller.language());
        List<DeadLetterView> items = letters.list(filter).stream()
                .map(letter -> DeadLetterView.of(letter, texts, language))
                .toList();
        return new Page<>(items, filter.page(), filter.size(), letters.count(filter));
    }

    public Detail show(long id, Caller caller) {
        caller.need(Right.READ_LETTERS);
        DeadLetter letter = letters.find(id)
                .orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, "There is no dead letter " + id));
        caller.needSight(letter.creditorId(), "There is no dead letter " + id);
        return new Detail(
                DeadLetterView.of(letter, texts, Texts.language(caller.language())),
                attempts(letter).map(DeliveriesApi::tried).toList(),
                letters.log(id).stream()
                        .map(line -> new Line(line.at(), line.who(), line.what().name(), Masking.mask(line.detail())))
                        .toList());
    }

    public Detail inquire(long id, Caller caller) {
        caller.need(Right.RETRY);
        return act(id, Deed.LETTER_INQUIRE, null, "inquire", caller, () -> actions.inquire(id, caller.who()));
    }

    /** @param body JSON of a {@link Mending}, or empty */
    public Detail retry(long id, String body, Caller caller) {
        caller.need(Right.RETRY);
        String mended = body.isBlank() ? null : Body.read(body, Mending.class).mended();
        String request = mended == null ? "retry" : "retry " + mended;
        return act(id, Deed.LETTER_RETRY, mended, request, caller, () -> actions.retry(id, mended, caller.who()));
    }

    /** @param body JSON of a {@link Correction} */
    public Detail correct(long id, String body, Caller caller) {
        caller.need(Right.CORRECT);
        Map<String, String> fields = Body.read(body, Correction.class).fields();
        if (fields == null || fields.isEmpty()) {
            throw new ApiProblem(ApiProblem.Code.BAD_BODY, "A correction names at least one field");
        }
        String request = "correct " + new TreeMap<>(fields);
        String names = String.join(", ", new TreeSet<>(fields.keySet()));
        Runnable action = corrections.needsSecondPerson(fields)
                ? () -> corrections.ask(id, fields, caller.behind())
                : () -> actions.correct(id, fields, caller.who());
        return act(id, Deed.LETTER_CORRECT, names, request, caller, action);
    }

    /** @param body JSON of a {@link Closing} */
    public Detail close(long id, String body, Caller caller) {
        caller.need(Right.CLOSE);
        Closing closing = Body.read(body, Closing.class);
        String request = "close " + closing.reason() + " " + closing.text();
        String said = closing.reason() + ": " + closing.text();
        return act(
                id,
                Deed.LETTER_CLOSE,
                said,
                request,
                caller,
                () -> actions.close(id, closing.reason(), closing.text(), caller.who()));
    }

    private Detail act(long id, Deed deed, String reason, String request, Caller caller, Runnable action) {
        String subject = "dead-letters/" + id;
        String creditor = letters.find(id).map(DeadLetter::creditorId).orElse(null);
        caller.needSight(creditor, "There is no dead letter " + id);
        Act act = Act.of(deed, subject, creditor, reason)
                .standing(() ->
                        letters.find(id).map(letter -> letter.state().name()).orElse(null));
        try {
            return once.run(caller, act, subject + " " + request, action, () -> show(id, caller));
        } catch (Refused refused) {
            if (refused.code() == Refused.Code.NOT_FOUND) {
                throw new ApiProblem(ApiProblem.Code.NOT_FOUND, refused.getMessage());
            }
            throw new ApiProblem(ApiProblem.Code.REFUSED, refused.code().name(), refused.getMessage());
        }
    }

    /** Also those of the submissions that a correction has replaced. */
    private Stream<Attempt> attempts(DeadLetter letter) {
        if (letter.deliveryId() == null) {
            return Stream.empty();
        }
        Delivery delivery = deliveries.find(letter.deliveryId()).orElseThrow();
        Stream<Delivery> submissions = delivery.claimKey() == null
                ? Stream.of(delivery)
                : deliveries.ofClaim(delivery.claimKey()).stream()
                        .filter(each ->
                                each.kind() == delivery.kind() && each.key().equals(delivery.key()));
        return submissions.flatMap(each -> attempts.of(each.id()).stream());
    }
}
