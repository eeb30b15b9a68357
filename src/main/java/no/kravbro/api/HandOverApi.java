package no.kravbro.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import no.kravbro.Masking;
import no.kravbro.Texts;
import no.kravbro.access.Right;
import no.kravbro.audit.Deed;
import no.kravbro.claim.decision.KeptBack;
import no.kravbro.creditor.Creditor;
import no.kravbro.transfer.choose.Exclusions;
import no.kravbro.transfer.handover.Chosen;
import no.kravbro.transfer.handover.HandOver;
import no.kravbro.transfer.handover.Handed;
import no.kravbro.transfer.handover.Line;
import org.springframework.stereotype.Service;

/** {@code /api/v1/creditors/{creditor}/drafts} and {@code hand-overs}: people decide which invoices go to the agency. */
@Service
public class HandOverApi {

    private static final int MOST = 500;
    private static final int LONGEST_REASON = 500;

    private final KnownCreditors creditors;
    private final HandOver handOver;
    private final Exclusions exclusions;
    private final Once once;
    private final ReasonWords words;
    private final RouteWords routes;
    private final Texts texts;

    HandOverApi(
            KnownCreditors creditors,
            HandOver handOver,
            Exclusions exclusions,
            Once once,
            ReasonWords words,
            RouteWords routes,
            Texts texts) {
        this.creditors = creditors;
        this.handOver = handOver;
        this.exclusions = exclusions;
        this.once = once;
        this.words = words;
        this.routes = routes;
        this.texts = texts;
    }

    /** @param takeover the step the agency is to start with, or null */
    public record Asked(List<String> invoices, String takeover) {}

    /** As {@link Chosen} has it. */
    public record Ordered(List<Chosen> lines) {}

    /** @param invoices numbers */
    public record Rejected(List<String> invoices, String reason, LocalDate until) {}

    /** As {@link Line} has it. @param ready nothing stands against it @param agencyReason null where there is no other agency */
    public record LineView(
            long invoiceId,
            String invoiceNumber,
            String debtor,
            String debtorType,
            String customerNumber,
            LocalDate dueDate,
            long openOre,
            String agency,
            String agencyReason,
            String takeover,
            String content,
            boolean ready,
            List<CreditorsApi.Why> reasons) {}

    /** @param openOre sum of the lines shown */
    public record DraftsView(List<LineView> items, long openOre, Long next) {}

    /** @param refusal why it did not go, or null when it is on its way */
    public record HandedView(
            long invoiceId, String claimKey, String refusal, String text, List<CreditorsApi.Why> reasons) {}

    /** What is ready and no agency has. Filters: after, size. */
    public DraftsView drafts(String id, Query query, Caller caller) {
        caller.need(Right.READ_CLAIMS);
        query.only("after");
        Creditor creditor = creditors.known(id, caller);
        String after = query.text("after");
        Locale language = Texts.language(caller.language());
        HandOver.Drafts drafts =
                handOver.drafts(creditor, after == null ? 0 : CreditorsApi.invoiceId(after), query.size());
        return new DraftsView(
                drafts.lines().stream()
                        .map(each -> view(creditor, each, language))
                        .toList(),
                drafts.lines().stream().mapToLong(Line::openOre).sum(),
                drafts.next());
    }

    /** What would go of chosen invoices, and why not. @param body JSON of {@link Asked} */
    public List<LineView> preview(String id, String body, Caller caller) {
        caller.need(Right.READ_CLAIMS);
        Creditor creditor = creditors.known(id, caller);
        Asked asked = Body.read(body, Asked.class);
        Locale language = Texts.language(caller.language());
        return handOver.look(creditor, some("invoices", asked.invoices()), asked.takeover()).stream()
                .map(each -> view(creditor, each, language))
                .toList();
    }

    /** @param body JSON of {@link Ordered} */
    public List<HandedView> handOver(String id, String body, Caller caller) {
        caller.need(Right.HAND_OVER);
        Creditor creditor = creditors.known(id, caller);
        List<Chosen> lines = some("lines", Body.read(body, Ordered.class).lines());
        if (lines.stream().anyMatch(each -> each.content() == null)) {
            throw new ApiProblem(ApiProblem.Code.BAD_BODY, "content of every line is needed, as a preview shows it");
        }
        Locale language = Texts.language(caller.language());
        return once.run(
                caller,
                Act.of(Deed.HANDED_OVER, "creditors/" + id, id, lines.size() + " invoices"),
                "hand over " + id + " " + body,
                () -> handOver.handOver(creditor, lines, caller.who()),
                // Handing over what is on its way does nothing, so the second time only tells.
                () -> handOver.handOver(creditor, lines, caller.who()).stream()
                        .map(each -> view(each, language))
                        .toList());
    }

    /** Keeps drafts back until a day or until somebody lifts it. @param body JSON of {@link Rejected} */
    public List<LineView> reject(String id, String body, Caller caller) {
        caller.need(Right.HAND_OVER);
        Creditor creditor = creditors.known(id, caller);
        Rejected rejected = Body.read(body, Rejected.class);
        List<String> numbers = some("invoices", rejected.invoices());
        String reason = Masking.mask(ExclusionsApi.text("reason", rejected.reason(), LONGEST_REASON));
        Locale language = Texts.language(caller.language());
        return once.run(
                caller,
                Act.of(Deed.KEPT_BACK, "creditors/" + id, id, String.join(", ", numbers) + ": " + reason),
                "reject " + id + " " + body,
                () -> numbers.forEach(number -> exclusions.keep(
                        id, new KeptBack(KeptBack.Kind.INVOICE, number, rejected.until(), reason), caller.who())),
                () -> handOver.look(creditor, numbers, null).stream()
                        .map(each -> view(creditor, each, language))
                        .toList());
    }

    private static <T> List<T> some(String field, List<T> values) {
        if (values == null || values.isEmpty() || values.size() > MOST || values.contains(null)) {
            throw new ApiProblem(ApiProblem.Code.BAD_BODY, field + " holds 1 to " + MOST);
        }
        return values;
    }

    private LineView view(Creditor creditor, Line line, Locale language) {
        return new LineView(
                line.invoiceId(),
                line.invoiceNumber(),
                line.debtor(),
                line.debtorType(),
                line.customerNumber(),
                line.dueDate(),
                line.openOre(),
                line.agency(),
                routes.of(creditor, line.route(), language),
                line.takeover(),
                line.content(),
                line.isReady(),
                words.of(line.reasons(), language));
    }

    private HandedView view(Handed handed, Locale language) {
        return new HandedView(
                handed.invoiceId(),
                handed.claimKey(),
                handed.refusal() == null ? null : handed.refusal().name(),
                handed.refusal() == null ? null : texts.of(handed.refusal().key(), language),
                words.of(handed.reasons(), language));
    }
}
