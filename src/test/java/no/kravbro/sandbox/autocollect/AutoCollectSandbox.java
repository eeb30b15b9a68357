package no.kravbro.sandbox.autocollect;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.Faults;
import no.kravbro.sandbox.Inhabitant;
import no.kravbro.sandbox.Partner;
import no.kravbro.sandbox.Payout;
import no.kravbro.sandbox.Receipt;
import no.kravbro.sandbox.Reply;
import no.kravbro.sandbox.SandboxClock;
import no.kravbro.sandbox.Standing;
import no.kravbro.sandbox.Store;
import no.kravbro.sandbox.Webhooks;
import no.kravbro.sandbox.autocollect.BatchRow.BatchType;
import no.kravbro.sandbox.trade.OsloDays;

/**
 * A simulated AutoCollect. {@code POST /token} and everything under {@code /collection/v1}; its life goes on when
 * {@link #onTimeMoved} is called, its batches when {@link #processBatches} is (or by themselves after the settings'
 * delay), its events leave when {@link #deliverEvents} is called.
 */
public final class AutoCollectSandbox implements Partner, Inhabitant {

    /** Name in the plan of faults. */
    public static final String NAME = "autocollect";

    /** First part of every path but the token's. */
    public static final String BASE = "/collection/v1";

    private final List<Organization> organizations;
    private final SandboxClock clock;
    private final Faults faults;
    private final Memory memory;
    private final Webhooks webhooks;
    private final Writes writes;
    private final Gateway gateway;
    private final Life life;
    private final Cases cases;
    private final Ledger ledger;
    private final Debtors debtors;
    private final InvoiceWork invoices;
    private volatile Clock signing;

    public AutoCollectSandbox(Store store, SandboxClock clock, AutoCollectSettings settings, Faults faults) {
        this.organizations = settings.organizations();
        this.clock = clock;
        this.signing = settings.signing();
        this.faults = faults;
        this.memory = new Memory(store);
        this.webhooks = new Webhooks(
                NAME, store, faults, settings.machine(), letter -> Events.headers(settings, signing.instant(), letter));
        Events events = new Events(settings, memory, webhooks);
        this.cases = new Cases(memory, events);
        this.ledger = new Ledger(memory, cases);
        this.debtors = new Debtors(cases, ledger);
        NoticeRun run = new NoticeRun(cases, ledger);
        this.invoices = new InvoiceWork(settings, memory, run);
        this.writes = new Writes(settings, clock, memory, events, works(new CaseActions(cases, ledger, run)));
        this.gateway = new Gateway(settings, new Tokens(settings, clock), new Queries(settings, clock, memory), writes);
        this.life = new Life(settings, memory, run, debtors, new SettlementRun(memory, events));
        life.begin(clock.instant());
    }

    private Map<String, Work> works(CaseActions actions) {
        Map<String, Work> works = new HashMap<>();
        works.put("invoices", invoices);
        works.put("payments", new MoneyWork(BatchType.PAYMENT, memory, ledger));
        works.put("corrections", new MoneyWork(BatchType.CORRECTION, memory, ledger));
        for (CaseWork.Action action : CaseWork.Action.values()) {
            works.put(action.path(), new CaseWork(action, clock, memory, actions));
        }
        return works;
    }

    @Override
    public Reply handle(Call call) {
        Reply reply = answer(call);
        if (reply.status() == 202 && isEarly()) {
            processBatches();
            deliverEvents();
        }
        return reply;
    }

    private synchronized Reply answer(Call call) {
        try {
            return gateway.answer(call);
        } catch (ApiError e) {
            return e.reply();
        }
    }

    private boolean isEarly() {
        return faults.strikeEvent(NAME, "BATCH_COMPLETED", EnumSet.of(FaultKind.WEBHOOK_EARLY))
                .isPresent();
    }

    @Override
    public Reply failure(int status) {
        return switch (status) {
            case 400 ->
                ApiError.badRequest("Must match the pattern", "invoices[0].debtors[0].organizationNumber")
                        .reply();
            case 401 -> ApiError.unauthorized("Token expired").reply();
            case 422 ->
                ApiError.unprocessable("AMOUNT", "More is disputed than invoiced", "dispute.amount")
                        .reply();
            case 423 -> new ApiError(423, "LOCKED", "Case is being processed", null).reply();
            case 429 -> new ApiError(429, "RATE_LIMIT", "Too many requests", null).reply();
            case 503 -> new ApiError(503, "UNAVAILABLE", "Try again later", null).reply();
            default -> new ApiError(status, "INTERNAL", "Unexpected error", null).reply();
        };
    }

    /** Lives up to now and decides the batches that have waited long enough. */
    @Override
    public synchronized void onTimeMoved() {
        writes.process(false);
        life.liveUntil(clock.instant());
    }

    /** What both sides' machines take for the time of day: events are signed with it. */
    public void agreeOn(Clock machine) {
        signing = machine;
    }

    /** Decides every queued batch at once. */
    public synchronized void processBatches() {
        writes.process(true);
    }

    /** Sends the events that are due. Not under the lock: the receiver may ask back at once. */
    public void deliverEvents() {
        webhooks.deliver();
    }

    public Webhooks webhooks() {
        return webhooks;
    }

    /** Fixes what will become of the claim with this key; to be said before it arrives. */
    public synchronized void script(String key, Plan plan) {
        memory.plans.put(key, plan);
    }

    /** The debtor objects: the run stops until the creditor answers. */
    public synchronized void debtorObjects(String key, String text) {
        debtors.object(open(key), text, clock.instant());
    }

    /** The case of a claim, opened if need be, has come to this stage; for tests of what is allowed there. */
    public synchronized void moveTo(String key, no.kravbro.claim.Stage stage) {
        ClaimRow claim = of(key).filter(ClaimRow::isOpen).findFirst().orElseThrow();
        if (claim.caseId == null) {
            cases.open(claim, clock.instant());
        }
        cases.change(claim, clock.instant(), () -> {
            claim.listed = stage == no.kravbro.claim.Stage.LIST_PENDING;
            claim.listCutoffAt = claim.listed ? OsloDays.cutoff(OsloDays.listDay(OsloDays.day(clock.instant()))) : null;
            claim.stage = switch (stage) {
                case REMINDER -> Stage.PAYMENT_REMINDER;
                case COLLECTION -> Stage.DEBT_COLLECTION;
                case LEGAL -> Stage.LEGAL;
                case SURVEILLANCE -> Stage.SURVEILLANCE;
                default -> Stage.COLLECTION_NOTICE;
            };
        });
    }

    /** The debtor pays the agency now, øre. */
    public synchronized void debtorPays(String key, long ore) {
        ledger.received(open(key), ore, clock.instant());
    }

    /** What the debtor owes today, øre. */
    public synchronized long owes(String key) {
        return open(key).remainingOre(OsloDays.day(clock.instant()));
    }

    /** The next settlement run takes this settlement back. */
    public synchronized void reverse(String settlementId) {
        ledger.reverse(memory.settlements.get(settlementId), clock.instant());
    }

    /** The bank takes the newest settled payment on an open case back. @return whether there was one */
    public synchronized boolean bankTakesBack(String key) {
        return ledger.takenBack(open(key), clock.instant());
    }

    /** Answers 403 for an organisation, or no longer. */
    public synchronized void forbid(String organizationId, boolean on) {
        gateway.forbid(organizationId, on);
    }

    /** How many claims with this key stand in the books, open or closed. */
    public synchronized long claims(String key) {
        return of(key).count();
    }

    /** How far the newest case of a claim has come, in the agency's own word. */
    public synchronized String stage(String key) {
        return String.valueOf(of(key).reduce((earlier, later) -> later).orElseThrow().stage);
    }

    /** How the newest case of a claim stands. */
    public synchronized Standing standing(String key) {
        ClaimRow claim = of(key).reduce((earlier, later) -> later).orElseThrow();
        return Standing.of(claim.principalOre, claim.closeReason);
    }

    /** Whether the debtor of this claim can pay here yet. */
    public synchronized boolean collects(String key) {
        return of(key).anyMatch(claim -> claim.isOpen() && claim.caseId != null);
    }

    private Stream<ClaimRow> of(String key) {
        return memory.claims.all().stream().filter(claim -> claim.key.equals(key));
    }

    /** The collective vouchers, each once. */
    public synchronized List<Payout> payouts() {
        return memory.settlements.all().stream()
                .map(row -> new Payout(
                        NAME + "/" + row.organizationId() + "/"
                                + row.remittance().voucherNumber(),
                        organization(row.organizationId()),
                        row.remittance().payoutDate(),
                        "Ihht samlebilag " + row.remittance().voucherNumber(),
                        row.remittance().netPayoutOre()))
                .distinct()
                .toList();
    }

    private String organization(String id) {
        return organizations.stream()
                .filter(each -> each.id().equals(id))
                .map(Organization::organizationNumber)
                .findFirst()
                .orElseThrow();
    }

    /** Everything that has been settled. */
    public synchronized List<Receipt> receipts() {
        return memory.settlements.all().stream()
                .map(row -> new Receipt(
                        row.settlementId(),
                        row.key(),
                        row.lines().stream()
                                .filter(line -> line.kind().equals("PRINCIPAL"))
                                .mapToLong(LineRow::toCreditorOre)
                                .sum(),
                        row.netToCreditorOre()))
                .toList();
    }

    private ClaimRow open(String key) {
        return memory.claims.all().stream()
                .filter(claim -> claim.key.equals(key) && claim.isOpen() && claim.caseId != null)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No open case of " + key));
    }

    /** A claim received in the past, which lives up to now; for stories. */
    synchronized void receivedInThePast(ClaimRow claim, Instant at) {
        if (at.isAfter(clock.instant())) {
            throw new IllegalStateException("The story's claim is received at " + at + ", which has not come yet");
        }
        claim.plan = memory.plans.get(claim.key);
        life.catchUp(invoices.register(claim, at));
    }

    @Override
    public synchronized Map<String, Object> overview() {
        List<ClaimRow> claims = memory.claims.all();
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("invoices", claims.size());
        counts.put(
                "openCases",
                claims.stream()
                        .filter(claim -> claim.isOpen() && claim.caseId != null)
                        .count());
        counts.put("closed", claims.stream().filter(claim -> !claim.isOpen()).count());
        counts.put("batches", memory.batches.all().size());
        counts.put("settlements", memory.settlements.all().size());
        counts.put("moneyWaiting", memory.money.all().size());
        counts.put("eventsWaiting", webhooks.waiting().size());
        return counts;
    }
}
