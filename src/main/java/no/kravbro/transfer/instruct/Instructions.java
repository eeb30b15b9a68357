package no.kravbro.transfer.instruct;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kravbro.agency.Action;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.agency.Capabilities;
import no.kravbro.agency.Capabilities.Permission;
import no.kravbro.agency.CaseFacts;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.Stage;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.delivery.NewDelivery;
import no.kravbro.delivery.NewTask;
import no.kravbro.delivery.TaskKind;
import no.kravbro.delivery.Tasks;
import no.kravbro.delivery.Timeline;
import no.kravbro.money.Money;
import no.kravbro.transfer.Portals;
import no.kravbro.transfer.dispute.Disputes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Orders what is wanted of an agency: a delivery where its wire carries it, a task for a person with a deadline where it does
 * not. What is not allowed now is refused with the reason.
 */
@Service
public class Instructions {

    private static final int DAYS_WHERE_A_WIRE_COULD = 2;
    private static final Set<Action> STOPS_THE_RUN =
            Set.of(Action.ANSWER_LIST, Action.DISPUTE, Action.PAUSE, Action.WITHDRAW);

    private final Claims claims;
    private final AgencyProfiles profiles;
    private final Portals portals;
    private final Disputes disputes;
    private final Deliveries deliveries;
    private final Tasks tasks;
    private final WithdrawalPrices prices;
    private final Timeline timeline;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Instructions(
            Claims claims,
            AgencyProfiles profiles,
            Portals portals,
            Disputes disputes,
            Deliveries deliveries,
            Tasks tasks,
            WithdrawalPrices prices,
            Timeline timeline,
            TransactionTemplate transaction,
            Clock clock) {
        this.claims = claims;
        this.profiles = profiles;
        this.portals = portals;
        this.disputes = disputes;
        this.deliveries = deliveries;
        this.tasks = tasks;
        this.prices = prices;
        this.timeline = timeline;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The claim with this key where an agency has it or had it.
     *
     * @param creditors the only ones whose claims may be found, or null: all
     */
    public Optional<ClaimRow> claim(String key, Set<String> creditors) {
        return claims.find(key)
                .filter(claim -> creditors == null || creditors.contains(claim.creditorId()))
                .filter(claim -> claim.state() == ClaimState.ACCEPTED || claim.state() == ClaimState.CLOSED);
    }

    /** What decides about the claim now. */
    public CaseFacts facts(ClaimRow claim) {
        boolean flagged = claim.flags().contains(CaseFacts.DISPUTED);
        boolean known = disputes.isOpen(claim.key());
        // What only the agency's flag tells may be about all of it.
        boolean all = disputes.stops(claim.key())
                || flagged && !known && disputes.toTell(claim.key()).isEmpty();
        CaseFacts facts = CaseFacts.of(claim, all, flagged || known);
        return claim.state() == ClaimState.CLOSED
                ? new CaseFacts(Stage.CLOSED, facts.opened(), all, facts.answerable(), List.of())
                : facts;
    }

    /** The business day. */
    public LocalDate today() {
        return OsloDay.today(clock);
    }

    /** Whether and by whom it can be done now. */
    public Permission permission(ClaimRow claim, Action action) {
        return permission(claim, Wanted.of(action, null));
    }

    /** The same of what is wanted: an answer that would refer to nothing the agency knows is given by a person. */
    Permission permission(ClaimRow claim, Wanted wanted) {
        Capabilities can = profiles.of(claim.agency()).capabilities();
        Permission permission = can.permission(wanted.action(), facts(claim));
        return permission == Permission.WIRE && refersToNothing(claim, wanted, can) ? Permission.PERSON : permission;
    }

    /**
     * Orders it in one transaction or in the caller's. Throws {@link InstructionRefused}.
     *
     * @param id our name of it; the same once more is the same order
     * @return who will do it: WIRE or PERSON
     */
    public Permission order(ClaimRow claim, Wanted wanted, String id) {
        return transaction.execute(status -> {
            Capabilities can = profiles.of(claim.agency()).capabilities();
            Permission permission = permission(claim, wanted);
            if (!permission.granted()) {
                throw new InstructionRefused(permission, wanted.action() + " cannot be done now at " + claim.agency());
            }
            WantedRules.check(wanted, permission == Permission.WIRE ? can : TAKES_ALL, OsloDay.today(clock));
            if (permission == Permission.WIRE) {
                send(claim, wanted, id);
            } else {
                byHand(claim, wanted, id);
            }
            timeline.note(claim.key(), "INSTRUCTION_ORDERED", wanted.action() + " " + id);
            return permission;
        });
    }

    /** The creditor heard of the objection itself: the agency has no name for it that an answer could refer to. */
    private boolean refersToNothing(ClaimRow claim, Wanted wanted, Capabilities can) {
        return can.actions().get(wanted.action()).toReference()
                && completed(claim, wanted).replyTo() == null;
    }

    /** A person at a portal attaches what is needed there. */
    private static final Capabilities TAKES_ALL =
            new Capabilities(List.of(), 1, null, null, null, null, false, Map.of());

    private void send(ClaimRow claim, Wanted wanted, String id) {
        Instruction instruction = Instruction.of(completed(claim, wanted), id, claim.key(), claim.submission());
        List<Delivery> earlier = deliveries.ofClaim(claim.key()).stream()
                .filter(each -> each.kind() == DeliveryKind.INSTRUCT
                        && !each.key().equals(Instruction.deliveryKey(claim.key(), id)))
                .toList();
        if (earlier.stream()
                .anyMatch(each -> each.groupKey().equals(instruction.group()) && each.state() == DeliveryState.DEAD)) {
            throw new InstructionRefused(InstructionRefused.Code.EARLIER_FAILED, "See the dead letters of the claim");
        }
        if (wanted.action() == Action.WITHDRAW) {
            if (earlier.stream().anyMatch(Instructions::withdraws)) {
                throw new InstructionRefused(InstructionRefused.Code.UNDER_WAY, "A withdrawal is on its way");
            }
            prices.confirm(claim.key(), wanted.priceOre());
        }
        deliveries.add(new NewDelivery(
                DeliveryKind.INSTRUCT,
                Instruction.deliveryKey(claim.key(), id),
                1,
                claim.agency(),
                instruction.group(),
                claim.creditorId(),
                claim.key(),
                instruction.json(),
                claim.agencyPrincipalOre() == null ? claim.principalOre() : claim.agencyPrincipalOre()));
    }

    private static boolean withdraws(Delivery each) {
        return !each.state().settled()
                && each.state() != DeliveryState.DEAD
                && Instruction.parse(each.payload()).action() == Action.WITHDRAW;
    }

    /** A dispute is raised some day; an answer is to something. */
    private Wanted completed(ClaimRow claim, Wanted wanted) {
        LocalDate day = wanted.day() == null && wanted.action() == Action.DISPUTE ? OsloDay.today(clock) : wanted.day();
        String replyTo = wanted.replyTo() == null && wanted.action() == Action.ANSWER_DISPUTE
                ? disputes.reference(claim.key()).orElse(null)
                : wanted.replyTo();
        return new Wanted(
                wanted.action(),
                wanted.text(),
                day,
                wanted.amountOre(),
                replyTo,
                wanted.outcome(),
                wanted.priceOre(),
                wanted.attachments());
    }

    /** A task for a person at the agency's portal, in the caller's transaction. */
    void byHand(ClaimRow claim, Wanted wanted, String id) {
        Capabilities can = profiles.of(claim.agency()).capabilities();
        int days = can.actions().get(wanted.action()).days();
        LocalDate due = OsloDay.today(clock).plusDays(days == 0 ? DAYS_WHERE_A_WIRE_COULD : days);
        tasks.open(new NewTask(
                TaskKind.DO_BY_HAND,
                taskSubject(wanted.action(), claim.key(), id),
                claim.creditorId(),
                claim.key(),
                claim.agency(),
                portals.of(claim) + ": " + words(claim, wanted),
                due));
    }

    /**
     * A person wanted it, and it cannot be done any more: they must know, for the run goes on without it. In the caller's
     * transaction.
     *
     * @param why code that the detail begins with
     */
    void stopped(ClaimRow claim, Instruction instruction, String why) {
        boolean urgent = STOPS_THE_RUN.contains(instruction.action());
        tasks.open(new NewTask(
                TaskKind.INSTRUCTION_STOPPED,
                taskSubject(instruction.action(), claim.key(), instruction.id()),
                claim.creditorId(),
                claim.key(),
                claim.agency(),
                why + " " + portals.of(claim) + ": " + words(claim, instruction.wanted()),
                urgent ? OsloDay.today(clock) : OsloDay.today(clock).plusDays(DAYS_WHERE_A_WIRE_COULD)));
    }

    /** Subject of the task that stands for an instruction that only a person can carry out. */
    public static String taskSubject(Action action, String claimKey, String id) {
        return action + " " + claimKey + " " + id;
    }

    private static String words(ClaimRow claim, Wanted wanted) {
        StringBuilder words = new StringBuilder("invoice " + claim.invoiceNumber());
        if (wanted.day() != null) {
            words.append(", ").append(wanted.day());
        }
        if (wanted.amountOre() != null) {
            words.append(", ")
                    .append(Money.decimal(wanted.amountOre()).toPlainString())
                    .append(" NOK");
        }
        if (wanted.outcome() != null) {
            words.append(", ").append(wanted.outcome());
        }
        return wanted.text() == null ? words.toString() : words + ": " + wanted.text();
    }
}
