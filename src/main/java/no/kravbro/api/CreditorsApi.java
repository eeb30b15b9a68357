package no.kravbro.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.kravbro.Texts;
import no.kravbro.access.Right;
import no.kravbro.audit.Deed;
import no.kravbro.claim.decision.Decision;
import no.kravbro.claim.routing.Route;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import no.kravbro.creditor.Job;
import no.kravbro.delivery.InvoiceRow;
import no.kravbro.delivery.Invoices;
import no.kravbro.delivery.Schedules;
import no.kravbro.transfer.AgencyChoice;
import org.springframework.stereotype.Service;

/** {@code /api/v1/creditors}: who is served, and what was decided about each invoice before anything is sent. */
@Service
public class CreditorsApi {

    private final Creditors creditors;
    private final Invoices invoices;
    private final Schedules schedules;
    private final Clock clock;
    private final Once once;
    private final ReasonWords words;
    private final AgencyChoice choice;
    private final RouteWords routes;

    CreditorsApi(
            Creditors creditors,
            Invoices invoices,
            Schedules schedules,
            Clock clock,
            Once once,
            ReasonWords words,
            AgencyChoice choice,
            RouteWords routes) {
        this.creditors = creditors;
        this.invoices = invoices;
        this.schedules = schedules;
        this.clock = clock;
        this.once = once;
        this.words = words;
        this.choice = choice;
        this.routes = routes;
    }

    /**
     * How the reading of a creditor's invoices stands.
     *
     * @param lastAt when the last one ended, by the same clock as {@code seenAt} of decisions; null before the first
     * @param lastResult OK, or why it failed; null before the first
     * @param dueAt when the next one begins, business time; null when none is planned
     * @param decisions where what was decided stands
     */
    public record Reading(Instant lastAt, String lastResult, OffsetDateTime dueAt, boolean running, String decisions) {}

    /** @param invoices how many invoices stand at each decision: TRANSFER, HOLD, EXCLUDE */
    public record View(
            String id,
            String organizationNumber,
            String name,
            String agency,
            String transfer,
            String bookingWay,
            LocalDate startDate,
            Map<String, Long> invoices,
            Reading scan) {}

    /** Why, as a code and in the caller's language. */
    public record Why(String code, String text) {}

    /**
     * @param allowedFrom first day on which time alone allows the transfer, or null
     * @param agency the one that has it, or would get it
     * @param agencyReason why it is this one, in the caller's language; null where the creditor has no other
     */
    public record DecisionView(
            long invoiceId,
            String invoiceNumber,
            LocalDate dueDate,
            long outstandingOre,
            String decision,
            List<Why> reasons,
            LocalDate allowedFrom,
            Instant seenAt,
            String agency,
            String agencyReason) {}

    /** @param next ask for the following ones with {@code after} set to this, or null at the end */
    public record Decisions(List<DecisionView> items, Long next) {}

    public List<View> list(Caller caller) {
        caller.need(Right.READ_CREDITORS);
        return creditors.all().stream()
                .filter(each -> caller.access().sees(each.id()))
                .map(this::view)
                .toList();
    }

    public View show(String id, Caller caller) {
        caller.need(Right.READ_CREDITORS);
        return view(known(id, caller));
    }

    /**
     * Has the invoices read anew now instead of at the next time of day. One that is running runs once more. For a creditor
     * in dry run nothing is sent; for others, claims that are ready go out, as after any reading.
     */
    public Reading scan(String id, Caller caller) {
        caller.need(Right.RUN_NOW);
        known(id, caller);
        return once.run(
                caller,
                Act.of(Deed.CREDITOR_SCAN, "creditors/" + id, id, null),
                "scan " + id,
                () -> schedules.ask(id, List.of(Job.SCAN.name()), caller.who()),
                () -> reading(id, Job.SCAN.name()));
    }

    /** Has the books held against the agency now instead of at the next nightly time. */
    public Reading sync(String id, Caller caller) {
        caller.need(Right.RUN_NOW);
        known(id, caller);
        String job = Job.PAYOUTS.name();
        return once.run(
                caller,
                Act.of(Deed.CREDITOR_SYNC, "creditors/" + id, id, null),
                "sync " + id,
                () -> schedules.ask(id, Job.BOTH_SIDES.stream().map(Job::name).toList(), caller.who()),
                () -> reading(id, job));
    }

    /** The dry run: every invoice with decision and reasons. Filters: decision, after, size. */
    public Decisions decisions(String id, Query query, Caller caller) {
        caller.need(Right.READ_CREDITORS);
        query.only("decision", "after");
        Creditor creditor = known(id, caller);
        Decision.Kind kind = query.oneOf(Decision.Kind.class, "decision");
        long after = Optional.ofNullable(query.text("after"))
                .map(CreditorsApi::invoiceId)
                .orElse(0L);
        Locale language = Texts.language(caller.language());
        List<InvoiceRow> rows = invoices.list(id, kind, after, query.size());
        Map<Long, AgencyChoice.Choice> agencies =
                choice.of(creditor, rows.stream().map(InvoiceRow::invoice).toList());
        List<DecisionView> items = rows.stream()
                .map(row ->
                        decision(creditor, row, agencies.get(row.invoice().id()).route(), language))
                .toList();
        boolean more = items.size() == query.size();
        return new Decisions(items, more ? items.get(items.size() - 1).invoiceId() : null);
    }

    private Creditor known(String id, Caller caller) {
        caller.needSight(id, "There is no creditor " + id);
        return creditors
                .find(id)
                .orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, "There is no creditor " + id));
    }

    static long invoiceId(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new ApiProblem(ApiProblem.Code.BAD_PARAMETER, "after is the id of an invoice");
        }
        return Long.parseLong(text);
    }

    private View view(Creditor creditor) {
        return new View(
                creditor.id(),
                creditor.organizationNumber(),
                creditor.name(),
                creditor.agency(),
                creditor.transfer().name(),
                creditor.bookingWay().name(),
                creditor.startDate(),
                invoices.counts(creditor.id()).entrySet().stream()
                        .collect(Collectors.toMap(each -> each.getKey().name(), Map.Entry::getValue)),
                reading(creditor.id(), Job.SCAN.name()));
    }

    private Reading reading(String id, String jobName) {
        String decisions = "/api/v1/creditors/" + id + "/decisions";
        return schedules
                .find(id, jobName)
                .map(job -> new Reading(
                        job.lastRunAt(),
                        job.lastResult(),
                        job.dueAt().atZone(clock.getZone()).toOffsetDateTime(),
                        job.holder() != null,
                        decisions))
                .orElseGet(() -> new Reading(null, null, null, false, decisions));
    }

    private DecisionView decision(Creditor creditor, InvoiceRow row, Route route, Locale language) {
        return new DecisionView(
                row.invoice().id(),
                row.invoice().number(),
                row.invoice().dueDate(),
                row.invoice().outstandingOre(),
                row.decision().kind().name(),
                words.of(row.decision().reasons(), language),
                row.decision().allowedFrom(),
                row.seenAt(),
                route.agency(),
                routes.of(creditor, route, language));
    }
}
