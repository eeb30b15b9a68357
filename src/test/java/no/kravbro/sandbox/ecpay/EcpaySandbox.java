package no.kravbro.sandbox.ecpay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.kravbro.claim.Stage;
import no.kravbro.sandbox.Faults;
import no.kravbro.sandbox.Inhabitant;
import no.kravbro.sandbox.Payout;
import no.kravbro.sandbox.Receipt;
import no.kravbro.sandbox.SandboxClock;
import no.kravbro.sandbox.Standing;
import no.kravbro.sandbox.Store;
import no.kravbro.sandbox.trade.OsloDays;

/**
 * A simulated ECPay behind its directories: reads {@code inn/}, answers into {@code kvittering/}, writes what happens into
 * {@code ut/}. Its life goes on when {@link #onTimeMoved} is called. {@link SftpDoor} is its wire.
 */
public final class EcpaySandbox implements Inhabitant {

    /** Name in the plan of faults. */
    public static final String NAME = "ecpay";

    static final List<String> DIRECTORIES = List.of("inn", "kvittering", "ut", "arkiv");

    private final EcpaySettings settings;
    private final SandboxClock clock;
    private final Books books;
    private final Outbox outbox;
    private final Intake intake;
    private final Life life;
    private final Ledger ledger;

    public EcpaySandbox(Store store, SandboxClock clock, EcpaySettings settings, Faults faults) {
        this.settings = settings;
        this.clock = clock;
        this.books = new Books(store);
        this.outbox = new Outbox(settings, books, faults);
        Course course = new Course();
        this.intake = new Intake(settings, books, outbox, new Records(settings, books, course), faults);
        this.life = new Life(settings.clients(), books, course, outbox);
        this.ledger = new Ledger(books);
        settings.clients().forEach(this::furnish);
        life.begin(clock.instant());
    }

    private void furnish(Client client) {
        try {
            for (String directory : DIRECTORIES) {
                Files.createDirectories(home(client.login()).resolve(directory));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path home(String login) {
        return settings.root().resolve(login);
    }

    /** Reads what has been handed over, then lives up to now. */
    @Override
    public synchronized void onTimeMoved() {
        readInbox();
        life.liveUntil(clock.instant());
    }

    /** Reads and answers what has been handed over. */
    public synchronized void readInbox() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), SandboxClock.OSLO);
        settings.clients().forEach(client -> intake.read(client, now));
    }

    /** Puts out what faults have held back. */
    public synchronized void release() {
        outbox.release();
    }

    /** Fixes what will become of the claim with this key; to be said before it arrives. */
    public synchronized void script(String key, Plan plan) {
        books.plans.put(key, plan);
    }

    /** The debtor pays the agency now, øre. */
    public synchronized void debtorPays(String key, long ore) {
        ledger.received(open(key), ore, OsloDays.day(clock.instant()));
    }

    /** The bank takes the newest payment on an open case back. @return whether there was one */
    public synchronized boolean bankTakesBack(String key) {
        Optional<MoneyRow> payment = books.paymentsOn(open(key)).reduce((earlier, later) -> later);
        payment.ifPresent(money -> ledger.takenBack(money, OsloDays.day(clock.instant())));
        return payment.isPresent();
    }

    /** The agency's people stop a case, or set it going again. */
    public synchronized void flag(String key, String flag, boolean on) {
        CaseRow row = open(key);
        if (on) {
            row.flags.add(flag);
        } else {
            row.flags.remove(flag);
        }
        books.put(row);
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
        books.put(row);
    }

    /** What the debtor owes today, øre. */
    public synchronized long owes(String key) {
        LocalDate day = OsloDays.day(clock.instant());
        return open(key).owedOre(day);
    }

    /** How many claims with this key stand in the books, open or closed. */
    public synchronized long claims(String key) {
        return books.cases.all().stream().filter(row -> row.key().equals(key)).count();
    }

    /** How far the newest case of a claim has come, in the agency's own word. */
    public synchronized String stage(String key) {
        return books.cases.all().stream()
                .filter(each -> each.key().equals(key))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .stage;
    }

    /** How the newest case of a claim stands. */
    public synchronized Standing standing(String key) {
        CaseRow row = books.cases.all().stream()
                .filter(each -> each.key().equals(key))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return Standing.of(row.principalOre, row.closeReason);
    }

    /** Everything that was received, in a file by now or not. */
    public synchronized List<Receipt> receipts() {
        return books.money.all().stream()
                .map(money -> new Receipt(
                        money.id(),
                        books.caseOf(money).key(),
                        money.lines().stream()
                                .filter(line -> line.kind().equals("HOVEDSTOL"))
                                .mapToLong(LineRow::toCreditorOre)
                                .sum(),
                        money.lines().stream().mapToLong(LineRow::toCreditorOre).sum()))
                .toList();
    }

    /** The weekly settlements. */
    public synchronized List<Payout> payouts() {
        return List.copyOf(books.payouts.all());
    }

    /** Another system of the creditor has handed the claim over; it stands in the books and nothing is answered. */
    public synchronized void registerElsewhere(String login, String key) {
        CaseRow row = new CaseRow();
        row.login = login;
        row.organization = key.substring(0, key.indexOf('-'));
        row.invoiceId = key.substring(key.indexOf('-') + 1);
        row.invoiceNumber = "1";
        row.customerNumber = "1";
        row.plan = Plan.of(Behaviour.STAYS_SILENT, 0);
        row.caseNumber = books.nextCase(row.plan);
        row.principalOre = 100_000;
        row.originalOre = 100_000;
        row.dueDate = OsloDays.day(clock.instant());
        row.interestTo = row.dueDate;
        books.put(row);
    }

    private CaseRow open(String key) {
        return books.cases.all().stream()
                .filter(row -> row.key().equals(key) && row.isOpen())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No open case of " + key));
    }

    /** Names of the files in a directory of a login, in order. */
    public List<String> files(String login, String directory) {
        try (Stream<Path> files = Files.list(home(login).resolve(directory))) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes(String login, String directory, String name) {
        try {
            return Files.readAllBytes(home(login).resolve(directory).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void remove(String login, String directory, String name) {
        try {
            Files.delete(home(login).resolve(directory).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a file there as the owner of the login would. */
    public void place(String login, String directory, String name, byte[] bytes) {
        try {
            Files.write(home(login).resolve(directory).resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    EcpaySettings settings() {
        return settings;
    }

    @Override
    public synchronized Map<String, Object> overview() {
        List<CaseRow> cases = books.cases.all();
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("openCases", cases.stream().filter(CaseRow::isOpen).count());
        counts.put("closed", cases.stream().filter(row -> !row.isOpen()).count());
        counts.put("bookings", books.money.all().size());
        counts.put("filesHeldBack", books.held.all().size());
        return counts;
    }
}
