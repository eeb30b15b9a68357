package no.kravbro.sandbox.kk2;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kravbro.claim.Stage;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Inhabitant;
import no.kravbro.sandbox.Partner;
import no.kravbro.sandbox.Payout;
import no.kravbro.sandbox.Receipt;
import no.kravbro.sandbox.Reply;
import no.kravbro.sandbox.SandboxClock;
import no.kravbro.sandbox.Standing;
import no.kravbro.sandbox.Store;
import no.kravbro.sandbox.trade.OsloDays;

/** A simulated KK2: everything under {@code /api/v1}; its life goes on when {@link #onTimeMoved} is called. */
public final class Kk2Sandbox implements Partner, Inhabitant {

    /** Name in the plan of faults. */
    public static final String NAME = "kk2";

    /** First part of every path. */
    public static final String BASE = "/api/v1";

    private final SandboxClock clock;
    private final Memory memory;
    private final Proposals proposals;
    private final Debtors debtors;
    private final Lists lists;
    private final Gateway gateway;
    private final Life life;

    public Kk2Sandbox(Store store, SandboxClock clock, Kk2Settings settings) {
        this.clock = clock;
        this.memory = new Memory(store);
        this.proposals = new Proposals(memory);
        Assistance assistance = new Assistance(store, memory, proposals);
        this.debtors = new Debtors(memory, proposals, assistance);
        this.lists = new Lists(memory);
        this.gateway =
                new Gateway(settings, memory, new Claims(memory, settings), new Payments(memory, proposals), lists);
        this.life = new Life(memory, new Letters(memory, proposals), debtors, assistance);
        life.begin(clock.instant());
    }

    @Override
    public synchronized Reply handle(Call call) {
        try {
            return gateway.answer(call, clock.instant());
        } catch (Kk2Error e) {
            return e.reply();
        }
    }

    @Override
    public Reply failure(int status) {
        return switch (status) {
            case 400 -> Kk2Error.malformed("Ugyldig JSON").reply();
            case 401 -> Kk2Error.of(401, "UGYLDIG_TOKEN", "Token er utløpt").reply();
            case 422 ->
                Kk2Error.refused("BELOP_AVVIK", "Bilagslinjene er ikke lik resten", "bilagslinjer")
                        .reply();
            case 429 -> Kk2Error.of(429, "FOR_MANGE_KALL", "Vent").reply();
            case 503 -> Kk2Error.of(503, "MIDLERTIDIG", "Vedlikehold").reply();
            default -> Kk2Error.of(status, "INTERN_FEIL", "Uventet feil").reply();
        };
    }

    @Override
    public synchronized void onTimeMoved() {
        life.liveUntil(clock.instant());
    }

    /** Fixes what will become of the claim with this key; to be said before it arrives. */
    public synchronized void script(String key, Plan plan) {
        memory.plans.put(key, plan);
    }

    /** The debtor's money is on the creditor's account now, øre. @return id of the proposal */
    public synchronized String debtorPays(String key, long ore) {
        return debtors.pays(open(key), ore, now()).id();
    }

    /** All that the debtor owes on the claim now, øre. */
    public synchronized long owed(String key) {
        return open(key).remaining(OsloDays.day(now()));
    }

    /** KK2 suggests to give the claim up. @return id of the proposal */
    public synchronized String suggestsLoss(String key) {
        return proposals.loss(open(key), OsloDays.day(now()), now()).id();
    }

    /** An outlay on the creditor's account. @return id of the proposal */
    public synchronized String laysOut(String key, long ore) {
        return proposals
                .outlay(open(key), ore, "Gebyr til namsmannen", OsloDays.day(now()), now())
                .id();
    }

    /** The payment bounced: the opposite of an earlier proposal. @return id of the new one */
    public synchronized String reverses(String id) {
        ProposalRow earlier = memory.proposals.get(id);
        CaseRow row = memory.cases.get(earlier.caseNumber());
        return proposals.takeBack(row, earlier, OsloDays.day(now()), now()).id();
    }

    /** The newest payment on an open case that is booked has bounced: the opposite, and it is owed again. */
    public synchronized boolean bankTakesBack(String key) {
        CaseRow row = open(key);
        Optional<ProposalRow> paid = memory.bookedPaymentsOn(row).reduce((earlier, later) -> later);
        paid.ifPresent(proposal -> debtors.bounces(row, proposal, now()));
        return paid.isPresent();
    }

    /** Takes a proposal back that is not answered yet. */
    public synchronized void takesBack(String id) {
        ProposalRow row = memory.proposals.get(id);
        if (!row.status().equals(ProposalRow.WAITING)) {
            throw new IllegalStateException("Proposal " + id + " is " + row.status());
        }
        memory.proposals.put(id, row.takenBack(memory.newProposal()));
    }

    /** The next proposal gets this number, which must not have come yet. */
    public synchronized void nextProposal(long number) {
        while (Math.max(memory.last("proposal"), 500) < number - 1) {
            memory.newProposal();
        }
    }

    /** A line of the proposal says another amount than was meant: it does not balance any more. */
    public synchronized void garble(String id, int line, String field, Object value) {
        memory.proposals.get(id).lines().get(line).put(field, value);
    }

    /** The open case of a claim has come to this stage; for tests of what is allowed there. */
    public synchronized void moveTo(String key, Stage stage) {
        Map<Stage, String> words = Map.of(
                Stage.RECEIVED, "MOTTATT",
                Stage.REMINDER, "PURRING",
                Stage.NOTICE, "VARSEL",
                Stage.COLLECTION, "INKASSO",
                Stage.LEGAL, "RETTSLIG",
                Stage.SURVEILLANCE, "OVERVAK");
        CaseRow row = open(key);
        row.stage = words.get(stage);
        memory.changed(row, now());
    }

    /** VENTER, GODTATT, AVVIST or TRUKKET. */
    public synchronized String status(String id) {
        return memory.proposals.get(id).status();
    }

    /** What the creditor answered, or null. */
    public synchronized String answer(String id) {
        return memory.proposals.get(id).answer();
    }

    /** Every cursor given out so far is answered with 410. */
    public synchronized void expireCursors() {
        lists.expire();
    }

    /** Answers 403 for a creditor, or no longer. */
    public synchronized void forbid(String creditor, boolean on) {
        gateway.forbid(creditor, on);
    }

    /** How many cases of this key stand in the books, open or closed. */
    public synchronized long claims(String key) {
        return memory.cases.all().stream().filter(row -> row.key.equals(key)).count();
    }

    /** How far the newest case of a claim has come, in the agency's own word. */
    public synchronized String stage(String key) {
        return memory.newest(key).orElseThrow().stage;
    }

    /** How the newest case of a claim stands. */
    public synchronized Standing standing(String key) {
        CaseRow row = memory.newest(key).orElseThrow();
        return Standing.of(row.principal, row.closeReason);
    }

    /** Every proposal, with what it says is on the creditor's bank account. */
    public synchronized List<Receipt> receipts() {
        return memory.proposals.all().stream()
                .map(row -> new Receipt(
                        row.id(),
                        row.key(),
                        row.principal(),
                        row.lines().stream()
                                .filter(line -> "BANK".equals(line.get("art")))
                                .mapToLong(line -> ((Number) line.get("belop")).longValue())
                                .sum()))
                .toList();
    }

    /** Paid by the debtors, and by itself where it assists. */
    public synchronized List<Payout> payouts() {
        return memory.proposals.all().stream()
                .filter(row -> row.settlement() != null)
                .map(row -> new Payout(
                        NAME + "/" + row.id(),
                        row.key().substring(0, row.key().indexOf('-')),
                        row.day(),
                        (String) row.settlement().get("banktekst"),
                        ((Number) row.settlement().get("nettoUtbetalt")).longValue()))
                .toList();
    }

    private CaseRow open(String key) {
        return memory.newest(key)
                .filter(CaseRow::isOpen)
                .orElseThrow(() -> new IllegalArgumentException("No open case of " + key));
    }

    private Instant now() {
        return clock.instant();
    }

    @Override
    public synchronized Map<String, Object> overview() {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("cases", memory.cases.all().size());
        counts.put("openCases", memory.open().size());
        memory.proposals.all().forEach(row -> counts.merge(row.status(), 1, (one, more) -> (int) one + (int) more));
        return counts;
    }
}
