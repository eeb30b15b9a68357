package no.kravbro.transfer.list;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.delivery.Timeline;
import no.kravbro.transfer.dispute.Disputes;
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

    private static final Set<DeliveryKind> REPORTS = Set.of(DeliveryKind.REPORT_PAYMENT, DeliveryKind.REPORT_CREDIT);
    private static final String ITSELF = "kravbro";

    private final ListItems items;
    private final Claims claims;
    private final Deliveries deliveries;
    private final Disputes disputes;
    private final Instructions instructions;
    private final Timeline timeline;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CollectionLists(
            ListItems items,
            Claims claims,
            Deliveries deliveries,
            Disputes disputes,
            Instructions instructions,
            Timeline timeline,
            TransactionTemplate transaction,
            Clock clock) {
        this.items = items;
        this.claims = claims;
        this.deliveries = deliveries;
        this.disputes = disputes;
        this.instructions = instructions;
        this.timeline = timeline;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What the agency tells of a case. @param cutoffAt as it says, or null where it leaves that to the rule */
    public void heard(ClaimRow claim, Instant cutoffAt) {
        transaction.executeWithoutResult(status -> {
            if (claim.stage() == Stage.LIST_PENDING) {
                Instant rule = CollectionList.cutoff(CollectionList.listOf(OsloDay.today(clock)));
                items.list(claim, cutoffAt == null ? rule : cutoffAt);
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

    /** Invoices as just read: what is no longer to be collected is taken off. */
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
                    .ifPresent(read -> transaction.executeWithoutResult(status -> takeOff(item, read, now)));
        }
    }

    private void takeOff(ListItem item, Invoice now, Instant moment) {
        ClaimRow claim = claims.find(item.claimKey()).orElseThrow();
        String why = why(claim, now).orElse(null);
        boolean last = !moment.isBefore(item.cutoffAt().minus(LAST_CALL));
        if (why == null || !knows(claim, why) && !last && !why.equals("DISPUTED")) {
            return;
        }
        if (items.answer(item.id(), ListItem.State.TAKEN_OFF, why, ITSELF)) {
            timeline.note(claim.key(), "TAKEN_OFF_LIST", why);
            boolean may = instructions.permission(claim, Action.ANSWER_LIST).granted();
            if (!knows(claim, why) && may) {
                order(item, why);
            }
        }
    }

    private Optional<String> why(ClaimRow claim, Invoice now) {
        boolean disputed = disputes.stops(claim.key()) || claim.flags().contains(CaseFacts.DISPUTED);
        return Stream.of(
                        disputed ? "DISPUTED" : null,
                        now.credited() ? "CREDITED" : null,
                        now.outstandingOre() <= 0 ? "PAID" : null)
                .filter(each -> each != null)
                .findFirst();
    }

    /** Whether the agency has been told by the report or the objection itself, so that it takes the case off of its own accord. */
    private boolean knows(ClaimRow claim, String why) {
        if (why.equals("DISPUTED")) {
            return claim.flags().contains(CaseFacts.DISPUTED);
        }
        List<Delivery> reports = deliveries.ofClaim(claim.key()).stream()
                .filter(each -> REPORTS.contains(each.kind()))
                .toList();
        return !reports.isEmpty() && reports.stream().allMatch(each -> each.state() == DeliveryState.DONE);
    }
}
