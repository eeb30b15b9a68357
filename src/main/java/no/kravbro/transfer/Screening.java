package no.kravbro.transfer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.kravbro.agency.AgencyProfile;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.bundle.ExactJson;
import no.kravbro.claim.ClaimDocument;
import no.kravbro.claim.ClaimKey;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.decision.Decision;
import no.kravbro.claim.decision.DecisionContext;
import no.kravbro.claim.decision.Decisions;
import no.kravbro.claim.decision.ReasonCode;
import no.kravbro.claim.decision.Said;
import no.kravbro.claim.routing.Route.Basis;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.Invoices;
import no.kravbro.delivery.NewClaim;
import no.kravbro.delivery.Timeline;
import no.kravbro.transfer.AgencyChoice.Choice;
import no.kravbro.transfer.choose.Exclusions;
import no.kravbro.transfer.dispute.Disputes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides a creditor's invoices as they are read, keeps snapshot and decision, and hands what is to be transferred to the
 * outbox, all in one transaction per page.
 */
@Service
public class Screening {

    /** On the timeline: the agency, and the rule that chose it. */
    private static final String ROUTED = "ROUTED";

    private final AgencyProfiles profiles;
    private final Invoices invoices;
    private final Claims claims;
    private final Deliveries deliveries;
    private final Disputes disputes;
    private final Exclusions exclusions;
    private final AgencyChoice choice;
    private final FirstSteps firstSteps;
    private final Timeline timeline;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public Screening(
            AgencyProfiles profiles,
            Invoices invoices,
            Claims claims,
            Deliveries deliveries,
            Disputes disputes,
            Exclusions exclusions,
            AgencyChoice choice,
            FirstSteps firstSteps,
            Timeline timeline,
            TransactionTemplate transaction,
            Clock clock) {
        this.profiles = profiles;
        this.invoices = invoices;
        this.claims = claims;
        this.deliveries = deliveries;
        this.disputes = disputes;
        this.exclusions = exclusions;
        this.choice = choice;
        this.firstSteps = firstSteps;
        this.timeline = timeline;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How many of a page are to be transferred, held and excluded for good; and how many claims it made. */
    public record Result(int transfer, int hold, int exclude, int created) {

        public static final Result NONE = new Result(0, 0, 0, 0);

        public Result plus(Result other) {
            return new Result(
                    transfer + other.transfer, hold + other.hold, exclude + other.exclude, created + other.created);
        }
    }

    /** Decides a page. Only a creditor whose claims leave by themselves gets claims, others get decisions. */
    public Result page(Creditor creditor, List<Invoice> page) {
        return transaction.execute(status -> {
            Map<Long, Choice> choices = choice.of(creditor, page);
            Map<String, DecisionContext> contexts = contexts(creditor);
            List<Long> ids = page.stream().map(Invoice::id).toList();
            Set<Long> known = claims.transferred(creditor.id(), ids);
            List<Invoices.Seen> seen = new ArrayList<>();
            List<Invoice> fresh = new ArrayList<>();
            for (Invoice invoice : page) {
                DecisionContext context = contexts.get(agency(choices, invoice));
                Decision decision = Decisions.decide(invoice, context.transferred(known.contains(invoice.id())));
                seen.add(new Invoices.Seen(invoice, decision));
                if (decision.kind() == Decision.Kind.TRANSFER && creditor.transfer() == Creditor.Transfer.AUTOMATIC) {
                    fresh.add(invoice);
                }
            }
            invoices.seen(creditor.id(), seen);
            List<NewClaim> made = claims(creditor, fresh, choices);
            List<String> created = claims.create(made);
            made.stream()
                    .filter(each -> created.contains(each.key()))
                    .forEach(each -> noteRoute(each.key(), choices.get(each.invoiceId())));
            return result(seen, created.size() + resumed(creditor, page, made, choices));
        });
    }

    /** The context at each agency of a creditor. */
    private Map<String, DecisionContext> contexts(Creditor creditor) {
        Said said = said(creditor);
        Map<String, DecisionContext> contexts = new HashMap<>();
        creditor.everywhere().forEach(each -> contexts.put(each.agency(), context(each, said)));
        return contexts;
    }

    private static String agency(Map<Long, Choice> choices, Invoice invoice) {
        return choices.get(invoice.id()).creditor().agency();
    }

    /** Why a claim is at its agency stands on its timeline, where there was something to choose. */
    public void noteRoute(String claimKey, Choice choice) {
        if (choice.route().basis() == Basis.RULE) {
            timeline.note(claimKey, ROUTED, choice.route().reference());
        }
    }

    private List<NewClaim> claims(Creditor creditor, List<Invoice> fresh, Map<Long, Choice> choices) {
        Map<String, ClaimDocument.DisputePart> objections =
                objections(fresh.stream().map(invoice -> key(creditor, invoice)).toList());
        return fresh.stream()
                .map(invoice -> {
                    Creditor at = choices.get(invoice.id()).creditor();
                    return claim(at, invoice, 1, takeover(at), objections.get(key(creditor, invoice)));
                })
                .toList();
    }

    /** Claims that were stopped right before they were sent and are right again, under a new submission number. */
    private int resumed(Creditor creditor, List<Invoice> page, List<NewClaim> fresh, Map<Long, Choice> choices) {
        Set<Long> stopped = claims.stopped(
                creditor.id(), fresh.stream().map(NewClaim::invoiceId).toList());
        int resumed = 0;
        for (NewClaim claim : fresh) {
            if (stopped.contains(claim.invoiceId())) {
                int submission = deliveries.nextSubmission(DeliveryKind.SUBMIT_CLAIM, claim.key());
                Invoice invoice = page.stream()
                        .filter(each -> each.id() == claim.invoiceId())
                        .findFirst()
                        .orElseThrow();
                Creditor at = choices.get(invoice.id()).creditor();
                claims.submitAgain(claim(at, invoice, submission, takeover(at)));
                noteRoute(claim.key(), choices.get(claim.invoiceId()));
                resumed++;
            }
        }
        return resumed;
    }

    private static Result result(List<Invoices.Seen> seen, int created) {
        return new Result(
                count(seen, Decision.Kind.TRANSFER),
                count(seen, Decision.Kind.HOLD),
                (int) seen.stream().filter(Screening::excludedForGood).count(),
                created);
    }

    /** What an agency has already is excluded too, but that is no news. */
    private static boolean excludedForGood(Invoices.Seen seen) {
        return seen.decision().kind() == Decision.Kind.EXCLUDE
                && seen.decision().reasons().stream()
                        .noneMatch(reason -> reason.code() == ReasonCode.ALREADY_TRANSFERRED);
    }

    private static int count(List<Invoices.Seen> seen, Decision.Kind kind) {
        return (int)
                seen.stream().filter(each -> each.decision().kind() == kind).count();
    }

    /** What decisions about this creditor's invoices at its agency depend on today. */
    public DecisionContext context(Creditor creditor) {
        return context(creditor, said(creditor));
    }

    private DecisionContext context(Creditor creditor, Said said) {
        AgencyProfile profile = profiles.of(creditor.agency());
        return new DecisionContext(
                OsloDay.today(clock),
                profile.earliestTransfer(),
                creditor.startDate(),
                creditor.minimumOre(),
                creditor.maximumOre(),
                creditor.maximumAgeDays(),
                Set.copyOf(creditor.excludedInvoices()),
                Set.copyOf(creditor.excludedCustomers()),
                profile.needs(),
                false,
                said);
    }

    private Said said(Creditor creditor) {
        Set<Long> disputed = disputes.stopping(creditor.id()).stream()
                .map(key -> ClaimKey.parse(key).invoiceId())
                .collect(Collectors.toSet());
        return new Said(disputed, exclusions.holding(creditor.id(), OsloDay.today(clock)));
    }

    /**
     * What would be decided today about invoices as they were read last; nothing is written.
     *
     * @param choices the agency of each
     * @param going ids of those that an agency has or may have
     */
    public List<Decision> decide(Creditor creditor, List<Invoice> read, Map<Long, Choice> choices, Set<Long> going) {
        Map<String, DecisionContext> contexts = contexts(creditor);
        return read.stream()
                .map(invoice -> Decisions.decide(
                        invoice, contexts.get(agency(choices, invoice)).transferred(going.contains(invoice.id()))))
                .toList();
    }

    /** The step that a creditor's agency starts with. */
    public String takeover(Creditor creditor) {
        return firstSteps.of(creditor);
    }

    /** What an agency must be told of objections together with the claims, by claim key. */
    Map<String, ClaimDocument.DisputePart> objections(Collection<String> keys) {
        Map<String, ClaimDocument.DisputePart> parts = new HashMap<>();
        disputes.toTell(keys)
                .forEach((key, each) -> parts.put(
                        key,
                        new ClaimDocument.DisputePart(
                                each.amountOre(), each.raisedOn(), each.reason(), each.answeredOn())));
        return parts;
    }

    /** The claim for an invoice as it stands now. @param takeover the step its agency is to start with */
    public NewClaim claim(Creditor creditor, Invoice invoice, int submission, String takeover) {
        String key = key(creditor, invoice);
        return claim(
                creditor,
                invoice,
                submission,
                takeover,
                objections(List.of(key)).get(key));
    }

    private static String key(Creditor creditor, Invoice invoice) {
        return new ClaimKey(creditor.organizationNumber(), invoice.id()).toString();
    }

    private NewClaim claim(
            Creditor creditor, Invoice invoice, int submission, String takeover, ClaimDocument.DisputePart objection) {
        AgencyProfile profile = profiles.of(creditor.agency());
        ClaimKey key = new ClaimKey(creditor.organizationNumber(), invoice.id());
        ClaimDocument document = ClaimDocument.of(invoice, key, submission, takeover, profile.earliestFeeNotice())
                .disputed(objection);
        return new NewClaim(
                key.toString(),
                submission,
                creditor.id(),
                invoice.id(),
                invoice.number(),
                creditor.agency(),
                invoice.outstandingOre(),
                ExactJson.write(ExactJson.treeOf(document)));
    }
}
