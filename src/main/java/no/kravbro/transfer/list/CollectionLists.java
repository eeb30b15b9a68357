package no.kravbro.transfer.list;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kravbro.agency.Action;
import no.kravbro.agency.Capabilities.Permission;
import no.kravbro.agency.CaseFacts;
import no.kravbro.claim.ClaimKey;
import no.kravbro.claim.CollectionList;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.Stage;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Job;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.delivery.NewTask;
import no.kravbro.delivery.Schedules;
import no.kravbro.delivery.TaskKind;
import no.kravbro.delivery.Tasks;
import no.kravbro.delivery.Timeline;
import no.kravbro.transfer.dispute.Disputes;
import no.kravbro.transfer.instruct.Instruction;
import no.kravbro.transfer.instruct.InstructionRefused;
import no.kravbro.transfer.instruct.Instructions;
import no.kravbro.transfer.instruct.Wanted;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What stands on an agency's collection list. A person may say no until the cut-off, silence means collection; what is paid,
 * credited or disputed is taken off by itself.
 */
@Service
public class CollectionLists {

    /** From here on a report that is not through yet is not waited for. */
    private static final Duration LAST_CALL = Duration.ofMinutes(45);

    /** From here on silence is no yes any more where the books could not be read. */
    private static final Duration GUARD = Duration.ofMinutes(5);

    /** What was read earlier than this before the cut-off does not tell what is owed at the cut-off. */
    private static final Duration FRESH = Duration.ofMinutes(30);

    private static final Duration AT_ONCE = Duration.ofDays(365);

    private static final Set<DeliveryState> UNDER_WAY =
            Set.of(DeliveryState.READY, DeliveryState.IN_FLIGHT, DeliveryState.HANDED_OVER);

    private static final int DAYS_TO_LET_GO_ON = 1;

    private static final Set<DeliveryKind> REPORTS = Set.of(DeliveryKind.REPORT_PAYMENT, DeliveryKind.REPORT_CREDIT);
    private static final String ITSELF = "kravbro";
    private static final String DISPUTED = "DISPUTED";
    private static final String NOT_READ = "NOT_READ";

    private final ListItems items;
    private final Claims claims;
    private final Deliveries deliveries;
    private final Disputes disputes;
    private final Instructions instructions;
    private final Schedules schedules;
    private final Tasks tasks;
    private final Timeline timeline;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CollectionLists(
            ListItems items,
            Claims claims,
            Deliveries deliveries,
            Disputes disputes,
            Instructions instructions,
            Schedules schedules,
            Tasks tasks,
            Timeline timeline,
            TransactionTemplate transaction,
            Clock clock) {
        this.items = items;
        this.claims = claims;
        this.deliveries = deliveries;
        this.disputes = disputes;
        this.instructions = instructions;
        this.schedules = schedules;
        this.tasks = tasks;
        this.timeline = timeline;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What the agency tells of a case. @param cutoffAt as it says, or null where it leaves that to the rule */
    public void heard(ClaimRow claim, Instant cutoffAt) {
        transaction.executeWithoutResult(status -> {
            if (claim.stage() == Stage.LIST_PENDING) {
                Instant rule = CollectionList.cutoff(CollectionList.listOf(OsloDay.today(clock)));
                if (items.list(claim, cutoffAt == null ? rule : cutoffAt)) {
                    // The job that reads the books learns now when it has to look again, however late the list has
                    // come.
                    schedules.hint(claim.creditorId(), Job.CHANGES.name());
                }
            } else {
                items.openOf(claim.key()).ifPresent(item -> gone(item, claim));
            }
        });
    }

    private void gone(ListItem item, ClaimRow claim) {
        boolean collected = claim.stage() != null
                && claim.stage().compareTo(Stage.COLLECTION) >= 0
                && claim.stage().isOpen();
        items.answer(
                item.id(),
                collected ? ListItem.State.COLLECTED : ListItem.State.TAKEN_OFF,
                collected ? null : String.valueOf(claim.stage()),
                claim.agency());
    }

    /** Key of the words why one cannot be taken off now, or empty when it can. */
    public Optional<String> obstacle(ListItem item) {
        if (!clock.instant().isBefore(item.cutoffAt())) {
            return Optional.of(InstructionRefused.Code.LIST_OVER.key());
        }
        Permission permission =
                instructions.permission(claims.find(item.claimKey()).orElseThrow(), Action.ANSWER_LIST);
        return permission.granted() ? Optional.empty() : Optional.of("permission." + permission);
    }

    /**
     * Says no to one.
     *
     * @return key of the words why it cannot be taken off, or empty when the agency is being told
     */
    public Optional<String> reject(ListItem item, String reason, String who) {
        return transaction.execute(status -> {
            Optional<String> obstacle = obstacle(item);
            if (obstacle.isPresent()) {
                return obstacle;
            }
            if (!items.answer(item.id(), ListItem.State.REJECTED, reason, who)) {
                return Optional.of(InstructionRefused.Code.LIST_ANSWERED.key());
            }
            order(item, reason);
            return Optional.empty();
        });
    }

    private void order(ListItem item, String reason) {
        ClaimRow claim = claims.find(item.claimKey()).orElseThrow();
        instructions.order(claim, Wanted.of(Action.ANSWER_LIST, reason), ListFollowed.ORDER + item.id());
    }

    /** Invoices whose claims are about to go to collection. */
    public Set<Long> closing(String creditorId) {
        Instant now = clock.instant();
        return items.openBetween(now, now.plus(LAST_CALL)).stream()
                .filter(item -> item.creditorId().equals(creditorId))
                .map(item -> ClaimKey.parse(item.claimKey()).invoiceId())
                .collect(Collectors.toSet());
    }

    /** Invoices as just read, and what follows from them ordered: what is no longer to be collected is taken off. */
    public void read(Creditor creditor, List<Invoice> page) {
        Instant now = clock.instant();
        List<ListItem> open = items.after(creditor.id(), now).stream()
                .filter(item -> item.state() == ListItem.State.OPEN)
                .toList();
        for (ListItem item : open) {
            long invoice = ClaimKey.parse(item.claimKey()).invoiceId();
            page.stream()
                    .filter(each -> each.id() == invoice)
                    .findFirst()
                    .ifPresent(read -> transaction.executeWithoutResult(status -> judge(item, read, now)));
        }
    }

    private void judge(ListItem item, Invoice now, Instant moment) {
        items.read(item.id());
        ClaimRow claim = claims.find(item.claimKey()).orElseThrow();
        String why = why(claim, now).orElse(null);
        if (why != null
                && (knows(claim, why) || !moment.isBefore(item.cutoffAt().minus(patience(claim, why))))) {
            takeOff(item, claim, why);
        }
    }

    /** How long before the cut-off a no is said: what is on its way, and will take the case off itself, is waited for longest. */
    private Duration patience(ClaimRow claim, String why) {
        boolean underWay = deliveries.ofClaim(claim.key()).stream()
                .filter(each -> UNDER_WAY.contains(each.state()))
                .anyMatch(each -> why.equals(DISPUTED) ? objects(each) : REPORTS.contains(each.kind()));
        if (underWay) {
            return GUARD;
        }
        return why.equals(DISPUTED) ? AT_ONCE : LAST_CALL;
    }

    private static boolean objects(Delivery delivery) {
        return delivery.kind() == DeliveryKind.INSTRUCT
                && Instruction.parse(delivery.payload()).action() == Action.DISPUTE;
    }

    /**
     * Minutes before a cut-off: silence is no yes to what is disputed, nor where nobody could see lately whether it is still
     * owed. Asks no far side, so that one that is silent cannot hold it up.
     */
    public void guard() {
        Instant now = clock.instant();
        for (ListItem item : items.openBetween(now, now.plus(GUARD))) {
            transaction.executeWithoutResult(status -> guard(item));
        }
    }

    private void guard(ListItem item) {
        ClaimRow claim = claims.find(item.claimKey()).orElseThrow();
        if (disputed(claim)) {
            takeOff(item, claim, DISPUTED);
        } else if (item.readAt() == null
                || item.readAt().isBefore(item.cutoffAt().minus(FRESH))) {
            takeOff(item, claim, NOT_READ);
        }
    }

    private void takeOff(ListItem item, ClaimRow claim, String why) {
        if (!items.answer(item.id(), ListItem.State.TAKEN_OFF, why, ITSELF)) {
            return;
        }
        timeline.note(claim.key(), "TAKEN_OFF_LIST", why);
        boolean may = instructions.permission(claim, Action.ANSWER_LIST).granted();
        if (!knows(claim, why) && may) {
            order(item, why);
        }
        if (why.equals(NOT_READ)) {
            tasks.open(new NewTask(
                    TaskKind.LIST_NOT_READ,
                    ListFollowed.ORDER + item.id(),
                    claim.creditorId(),
                    claim.key(),
                    claim.agency(),
                    OsloDay.of(item.cutoffAt()).toString(),
                    OsloDay.today(clock).plusDays(DAYS_TO_LET_GO_ON)));
        }
    }

    private boolean disputed(ClaimRow claim) {
        return disputes.stops(claim.key()) || claim.flags().contains(CaseFacts.DISPUTED);
    }

    private Optional<String> why(ClaimRow claim, Invoice now) {
        return Stream.of(
                        disputed(claim) ? DISPUTED : null,
                        now.credited() ? "CREDITED" : null,
                        now.outstandingOre() <= 0 ? "PAID" : null)
                .filter(each -> each != null)
                .findFirst();
    }

    /**
     * Whether the agency has been told by reports or by the objection itself, so that it takes the case off of its own accord. An
     * earlier report of a part tells nothing of the rest.
     */
    private boolean knows(ClaimRow claim, String why) {
        List<Delivery> all = deliveries.ofClaim(claim.key());
        if (why.equals(DISPUTED)) {
            return claim.flags().contains(CaseFacts.DISPUTED)
                    || all.stream().anyMatch(each -> objects(each) && each.state() == DeliveryState.DONE);
        }
        List<Delivery> reports =
                all.stream().filter(each -> REPORTS.contains(each.kind())).toList();
        return !reports.isEmpty()
                && reports.stream().allMatch(each -> each.state() == DeliveryState.DONE)
                && reports.stream().mapToLong(Delivery::amountOre).sum() >= claim.principalOre();
    }
}
