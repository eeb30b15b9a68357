package no.kravbro.sandbox.bahs;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/**
 * A simulated BAHS InkassoFlyt at {@link #PATH}. Its life goes on when {@link #onTimeMoved} is called, its operations when {@link
 * #processOperations} is (or by themselves after the settings' delay). Faults find an operation by {@code <path>/<operation>}.
 */
public final class BahsSandbox implements Partner, Inhabitant {

    /** Name in the plan of faults. */
    public static final String NAME = "bahs";

    public static final String PATH = "/inkassoflyt/v1";

    private static final int PAUSE_SECONDS = 5;

    private final SandboxClock clock;
    private final Memory memory;
    private final Doorkeeper door;
    private final Cases cases;
    private final Registrar registrar;
    private final Queries queries;
    private final Writes writes;
    private final Ledger ledger;
    private final Life life;
    private final Set<String> forbidden = new HashSet<>();
    private LocalDate agreementEnded;

    public BahsSandbox(Store store, SandboxClock clock, BahsSettings settings) {
        this.clock = clock;
        this.memory = new Memory(store);
        this.door = new Doorkeeper(settings);
        this.cases = new Cases(memory);
        this.ledger = new Ledger(memory, cases);
        this.registrar = new Registrar(settings, memory, cases);
        this.queries = new Queries(memory);
        this.writes = new Writes(memory, queries, cases, ledger);
        this.life = new Life(settings, memory, cases, new Debtors(memory, ledger), new WeeklyRun(memory));
        life.begin(clock.instant());
    }

    @Override
    public Call named(Call call) {
        Element envelope = Element.parse(call.body());
        boolean soap = envelope != null
                && envelope.has("Body")
                && !envelope.child("Body").children().isEmpty();
        String operation = soap ? Schema.content(envelope).name().replaceFirst("Inn$", "") : "";
        return new Call(call.method(), call.path() + "/" + operation, call.query(), call.headers(), call.body());
    }

    @Override
    public synchronized Reply handle(Call call) {
        if (!call.method().equals("POST") || !call.path().startsWith(PATH)) {
            return Reply.empty(404);
        }
        if (!String.valueOf(call.headers().get("Content-Type")).startsWith("application/soap+xml")) {
            return Reply.empty(415);
        }
        Element envelope = Element.parse(call.body());
        if (envelope == null || !Soap.ENVELOPE.equals(envelope.namespace()) || !envelope.has("Body")) {
            return Soap.broken(400);
        }
        try {
            return Soap.answer(answer(envelope));
        } catch (SecurityFault fault) {
            return Soap.refused(fault);
        } catch (Feil feil) {
            return Soap.fault(feil);
        }
    }

    private String answer(Element envelope) {
        BahsSettings.User user = door.user(envelope);
        Element request = Schema.content(envelope);
        List<String> broken = Schema.broken(request);
        if (!broken.isEmpty()) {
            throw Feil.invalid(short300(broken.get(0)), request.name());
        }
        mayBeServed(user, request);
        Instant now = clock.instant();
        return switch (request.name()) {
            case "RegistrerSakerInn" -> registrar.register(active(request), content(request), now);
            case "HentOperasjonsstatusInn" -> queries.status(request);
            case "HentSakInn" -> queries.oneCase(request, OsloDays.day(now));
            case "HentSakerInn" -> queries.cases(request, now);
            case "HentInnbetalingerInn" -> queries.payments(request);
            case "HentAvregningerInn" -> queries.settlements(request);
            case "HentTrekkprisInn" -> writes.price(request, now);
            case "RegistrerInnbetalingInn" -> writes.payment(active(request), content(request), now);
            case "RegistrerKreditnotaInn" -> writes.credit(active(request), content(request), now);
            case "EndreSakInn" -> writes.change(active(request), content(request), now);
            case "TrekkSakInn" -> writes.withdraw(active(request), content(request), now);
            default -> throw Feil.invalid("Ukjent operasjon.", request.name());
        };
    }

    private static String short300(String text) {
        return text.length() > 300 ? text.substring(0, 300) : text;
    }

    /** The document as text, for comparing and for working on it later; whose prefixes do not matter. */
    private static String content(Element request) {
        return Plain.text(request);
    }

    private void mayBeServed(BahsSettings.User user, Element request) {
        for (Element each : request.name().equals("RegistrerSakerInn") ? request.all("krav") : List.of(request)) {
            String creditor = creditor(each);
            boolean named = creditor == null || user.creditors().contains(creditor);
            if (!named || forbidden.contains(creditor)) {
                throw Feil.noAccess(creditor);
            }
        }
    }

    private String creditor(Element request) {
        Element choice = request.has("sak") ? request.child("sak") : request;
        if (choice.has("kreditorOrgnr")) {
            return choice.text("kreditorOrgnr");
        }
        if (choice.has("saksnummer")) {
            SakRow sak = memory.cases.get(choice.text("saksnummer"));
            return sak == null ? null : sak.creditor;
        }
        return choice.text("nokkel/kreditorOrgnr");
    }

    private Element active(Element request) {
        if (agreementEnded != null) {
            throw Feil.ended(agreementEnded);
        }
        return request;
    }

    @Override
    public Reply failure(int status) {
        return switch (status) {
            case 400 -> Soap.fault(Feil.invalid("Forfallsdato er før fakturadato.", "krav[1]/forfallsdato"));
            case 401 -> Soap.refused(SecurityFault.failedAuthentication());
            case 422 -> Soap.fault(Feil.exists("som-testen-sier", "op-551020", null));
            case 423 -> Soap.fault(Feil.later(PAUSE_SECONDS));
            default -> Soap.broken(status);
        };
    }

    /** Lives up to now and decides the operations that have waited long enough. */
    @Override
    public synchronized void onTimeMoved() {
        registrar.process(false, clock.instant());
        life.liveUntil(clock.instant());
    }

    /** Decides every operation at once. */
    public synchronized void processOperations() {
        registrar.process(true, clock.instant());
    }

    /** What both sides' machines take for the time of day. */
    public synchronized void agreeOn(Clock machine) {
        door.agreeOn(machine);
    }

    String machineTime() {
        return door.now();
    }

    /** Fixes what will become of the claim with this key; to be said before it arrives. */
    public synchronized void script(String key, Script script) {
        memory.scripts.put(key, script);
    }

    /** The debtor pays the agency now, øre. */
    public synchronized void debtorPays(String key, long ore) {
        ledger.received(memory.openCase(key).orElseThrow(), ore, clock.instant());
    }

    /** The bank takes the newest payment on an open case back. @return whether there was one */
    public synchronized boolean bankTakesBack(String key) {
        SakRow sak = memory.openCase(key).orElseThrow();
        Optional<PostRow> payment = memory.paymentsOn(sak).reduce((earlier, later) -> later);
        payment.ifPresent(post -> ledger.reverse(sak, post, clock.instant()));
        return payment.isPresent();
    }

    /** What the debtor owes today, øre. */
    public synchronized long owes(String key) {
        return memory.openCase(key).orElseThrow().remainingOre(OsloDays.day(clock.instant()));
    }

    /** Answers TilgangNektetFeil for a creditor, or no longer. */
    public synchronized void forbid(String creditor, boolean on) {
        if (on) {
            forbidden.add(creditor);
        } else {
            forbidden.remove(creditor);
        }
    }

    /** The agreement has ended that day: writes stop, the Hent operations still answer. Null = it goes on. */
    public synchronized void agreementEnded(LocalDate day) {
        agreementEnded = day;
    }

    /** How many cases with this key stand in the books, open or closed. */
    public synchronized long claims(String key) {
        return memory.cases.all().stream().filter(sak -> sak.key().equals(key)).count();
    }

    /** The newest case of a claim has come to this stage; for tests of what is allowed there. */
    public synchronized void moveTo(String key, Stage stage) {
        Map<Stage, String> words = Map.of(
                Stage.RECEIVED, "MOTTATT",
                Stage.REMINDER, "PURRING",
                Stage.NOTICE, "VARSEL",
                Stage.COLLECTION, "INKASSO",
                Stage.LEGAL, "RETTSLIG",
                Stage.SURVEILLANCE, "OVERVAK");
        SakRow sak = memory.newestCase(key).orElseThrow();
        cases.change(sak, clock.instant(), () -> sak.stage = words.get(stage));
    }

    /** How far the newest case of a claim has come, in the agency's own word. */
    public synchronized String stage(String key) {
        return memory.newestCase(key).orElseThrow().stage;
    }

    /** How the newest case of a claim stands. */
    public synchronized Standing standing(String key) {
        SakRow sak = memory.newestCase(key).orElseThrow();
        return Standing.of(sak.principalOre, sak.closeReason);
    }

    /** Everything that stands on the cases. */
    public synchronized List<Receipt> receipts() {
        return memory.posts.all().stream()
                .map(post -> new Receipt(
                        post.id(),
                        post.creditor() + "-" + post.invoiceId(),
                        post.lines().stream()
                                .filter(line -> line.kind().equals("HOVEDSTOL"))
                                .mapToLong(LineRow::toCreditorOre)
                                .sum(),
                        post.lines().stream().mapToLong(LineRow::toCreditorOre).sum()))
                .toList();
    }

    /** The weekly settlements. */
    public synchronized List<Payout> payouts() {
        return memory.settlements.all().stream()
                .map(row -> new Payout(
                        NAME + "/" + row.creditor() + "/" + row.id(),
                        row.creditor(),
                        row.day(),
                        "BAHS avregning " + row.id(),
                        row.payoutOre()))
                .toList();
    }

    @Override
    public synchronized Map<String, Object> overview() {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("operations", memory.operations.all().size());
        List<SakRow> cases = memory.cases.all();
        counts.put("openCases", cases.stream().filter(SakRow::isOpen).count());
        counts.put("closed", cases.stream().filter(sak -> !sak.isOpen()).count());
        counts.put("posts", memory.posts.all().size());
        counts.put("settlements", memory.settlements.all().size());
        return counts;
    }
}
