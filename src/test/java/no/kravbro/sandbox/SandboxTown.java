package no.kravbro.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.kravbro.sandbox.autocollect.AutoCollectNeighbour;
import no.kravbro.sandbox.autocollect.AutoCollectSandbox;
import no.kravbro.sandbox.autocollect.AutoCollectSettings;
import no.kravbro.sandbox.autocollect.Organization;
import no.kravbro.sandbox.bahs.BahsNeighbour;
import no.kravbro.sandbox.ecpay.EcpayNeighbour;
import no.kravbro.sandbox.kk2.Kk2Neighbour;
import no.kravbro.sandbox.tripletex.AccountantCommands;
import no.kravbro.sandbox.tripletex.HttpWebhookSender;
import no.kravbro.sandbox.tripletex.TripletexSandbox;
import no.kravbro.sandbox.tripletex.TripletexStory;

/** All far sides together, each on its own port, with one clock and one plan of faults. */
public final class SandboxTown implements AutoCloseable {

    /** Agency's name of the second creditor. */
    public static final Organization BERGVIK = new Organization(
            "5b1f3c1e-8f0a-4c55-9a53-0d5a5f6e1002", TripletexStory.BERGVIK_ORGANIZATION, "Bergvik Renhold AS");

    /** Monday morning on which the story begins. */
    public static final Instant BEGIN = Instant.parse("2026-01-05T07:00:00Z");

    private final Store store;
    private final SandboxClock clock;
    private final Faults faults;
    private final CallLog tripletexLog = new CallLog();
    private final CallLog autoCollectLog = new CallLog();
    private final TripletexSandbox tripletex;
    private final AutoCollectSandbox autoCollect;
    private final List<Neighbour> neighbours;
    private final Bank bank;
    private final Control control;
    private final SandboxServer tripletexServer;
    private final SandboxServer autoCollectServer;
    private final SandboxServer controlServer;
    private final MailServer mail;

    /** Where each far side listens; 0 = any free port. */
    public record Ports(int control, int tripletex, int autoCollect, int bahs, int kk2, int ecpay, int mail) {

        public static final Ports ANY = new Ports(0, 0, 0, 0, 0, 0, 0);
        public static final Ports USUAL = new Ports(9100, 9101, 9102, 9103, 9104, 9105, 9106);
    }

    /**
     * When the story is taken up, and how often the agency settles.
     *
     * @param settlementDays evenings on which the agency settles what has come in
     */
    public record Story(Instant begin, Set<DayOfWeek> settlementDays) {

        /** As it is shown: every working day something is settled. */
        public static final Story SHOWN = new Story(BEGIN, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

        /** Just before the contract's worked example, so that its two claims can be handed over in time. */
        public static final Story WORKED_EXAMPLE =
                new Story(Instant.parse("2025-12-29T07:00:00Z"), EnumSet.of(DayOfWeek.FRIDAY));
    }

    /**
     * @param file where everything is remembered, or null for nowhere
     * @param real what the clock runs on; a fixed one makes time move only when it is pushed
     * @param webhooks where events of agencies go, or null
     */
    public SandboxTown(Path file, Ports ports, Clock real, String webhooks, long seed) {
        this(file, ports, real, webhooks, seed, Story.SHOWN, Newcomer.read(Newcomer.FILE));
    }

    public SandboxTown(
            Path file, Ports ports, Clock real, String webhooks, long seed, Story story, List<Newcomer> newcomers) {
        this(file, ports, real, Clock.systemUTC(), webhooks, seed, story, newcomers);
    }

    /** @param machine what everybody's machines take for the time of day */
    public SandboxTown(
            Path file,
            Ports ports,
            Clock real,
            Clock machine,
            String webhooks,
            long seed,
            Story story,
            List<Newcomer> newcomers) {
        this.store = new Store(file == null ? null : file.toString());
        ClockMemory memory = new ClockMemory(store);
        this.clock = memory.clock(story.begin(), real);
        this.faults = new Faults(seed);
        this.tripletex = new TripletexSandbox(store, clock, machine, new HttpWebhookSender());
        tripletex.allowPlainHttp();
        TripletexStory.tell(tripletex);
        AutoCollectSettings settings = AutoCollectSettings.story()
                .forCreditors(List.of(Organization.NORDLYS, BERGVIK))
                .webhooksTo(webhooks)
                .settlingOn(story.settlementDays())
                .clocks(machine, machine)
                .withSeed(seed);
        this.autoCollect = new AutoCollectSandbox(store, clock, settings, faults);
        this.neighbours = neighbours(ports, seed, story, newcomers);
        this.bank = new Bank(tripletex, store, clock, this::payouts);
        this.control = new Control(clock, memory, faults)
                .register(AutoCollectSandbox.NAME, autoCollect)
                .register("tripletex", tripletex)
                .command("tripletex", AccountantCommands.HELP, new AccountantCommands(tripletex, clock)::run);
        neighbours.forEach(each -> control.register(each.name(), each));
        control.register("bank", bank).payingWith(tripletex);
        this.mail = new MailServer(ports.mail());
        this.tripletexServer = new SandboxServer("tripletex", tripletex, ports.tripletex(), faults, tripletexLog);
        this.autoCollectServer =
                new SandboxServer(AutoCollectSandbox.NAME, autoCollect, ports.autoCollect(), faults, autoCollectLog);
        this.controlServer = new SandboxServer("control", control, ports.control(), faults, new CallLog());
    }

    /** Everybody who has moved in beside AutoCollect. */
    private List<Neighbour> neighbours(Ports ports, long seed, Story story, List<Newcomer> newcomers) {
        List<Neighbour> all = new ArrayList<>();
        all.add(new BahsNeighbour(
                site("bahs", ports.bahs(), seed, story, served("fjellheim", TripletexStory.FJELLHEIM))));
        all.add(new Kk2Neighbour(site("kk2", ports.kk2(), seed, story, served("skogly", TripletexStory.SKOGLY))));
        all.add(new EcpayNeighbour(
                site("ecpay", ports.ecpay(), seed, story, served("havbris", TripletexStory.HAVBRIS))));
        for (Newcomer newcomer : newcomers) {
            all.add(newcomer(newcomer, ports == Ports.ANY ? 0 : newcomer.port(), seed, story));
        }
        return List.copyOf(all);
    }

    private Neighbour.Site site(String name, int port, long seed, Story story, Neighbour.Served served) {
        return new Neighbour.Site(
                store,
                clock,
                faults,
                port,
                seed,
                story,
                name,
                List.of(served, served("nordlys", TripletexStory.NORDLYS)));
    }

    private static Neighbour.Served served(String id, long company) {
        return new Neighbour.Served(
                id,
                TripletexStory.organization(company),
                id,
                company == TripletexStory.NORDLYS ? "99990123450" : "9999" + company + "0");
    }

    /** With troubles and memory of its own, so that it is not taken for the one it is like. */
    private Neighbour newcomer(Newcomer newcomer, int port, long seed, Story story) {
        TripletexStory.tell(tripletex, newcomer);
        Neighbour.Served served = new Neighbour.Served(
                newcomer.reference(),
                newcomer.organizationNumber(),
                newcomer.creditorName(),
                "9999" + newcomer.company() + "0");
        Neighbour.Site site = new Neighbour.Site(
                store.within(newcomer.name()),
                clock,
                new Faults(seed),
                port,
                seed,
                story,
                newcomer.name(),
                List.of(served));
        return switch (newcomer.like()) {
            case "autocollect" -> new AutoCollectNeighbour(site);
            case "bahs" -> new BahsNeighbour(site);
            case "ecpay" -> new EcpayNeighbour(site);
            default -> throw new IllegalArgumentException("There is no simulation of " + newcomer.like());
        };
    }

    /** @throws InUse when another process listens on one of its ports; then nothing of it is left open */
    public SandboxTown start() {
        try {
            tripletexServer.start();
            autoCollectServer.start();
            neighbours.forEach(Neighbour::start);
            controlServer.start();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The settings that point the product at this town. */
    public String[] settings() {
        List<String> settings = new ArrayList<>(List.of(
                "kravbro.clock.url=" + controlServer.baseUrl() + "/clock",
                "kravbro.tripletex.url=" + tripletexServer.baseUrl() + "/v2",
                "kravbro.agencies.autocollect.url=" + autoCollectServer.baseUrl() + AutoCollectSandbox.BASE,
                "kravbro.agencies.autocollect.token-url=" + autoCollectServer.baseUrl() + "/token"));
        neighbours.forEach(each -> settings.addAll(each.settings()));
        settings.addAll(mail.settings());
        return settings.toArray(String[]::new);
    }

    /** A mail server moves in; the product sends there with its settings. */
    public MailServer mailOpens() {
        control.page("mails", "what has been sent by mail", mail::shown);
        return mail.start();
    }

    public SandboxClock clock() {
        return clock;
    }

    public Control control() {
        return control;
    }

    /** What everybody remembers. */
    public Store store() {
        return store;
    }

    public Faults faults() {
        return faults;
    }

    public TripletexSandbox tripletex() {
        return tripletex;
    }

    /** What every machine, theirs and the product's, takes for the time of day. */
    public void agreeOn(Clock machine) {
        autoCollect.agreeOn(machine);
        neighbours.forEach(neighbour -> neighbour.agreeOn(machine));
    }

    public AutoCollectSandbox autoCollect() {
        return autoCollect;
    }

    public List<Neighbour> neighbours() {
        return neighbours;
    }

    /** The neighbour of this type. */
    public <T extends Neighbour> T neighbour(Class<T> type) {
        return neighbours.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    /** From now on what agencies pay out arrives at the creditors' banks, and their accountants post it. */
    public SandboxTown banksOpen() {
        bank.opens();
        return this;
    }

    private List<Payout> payouts() {
        return Stream.concat(
                        autoCollect.payouts().stream(), neighbours.stream().flatMap(each -> each.payouts().stream()))
                .toList();
    }

    /** Everybody does what needs no time to pass. */
    public void work() {
        autoCollect.processBatches();
        autoCollect.deliverEvents();
        tripletex.deliverWebhooks();
        neighbours.forEach(Neighbour::work);
    }

    public CallLog tripletexCalls() {
        return tripletexLog;
    }

    public CallLog autoCollectCalls() {
        return autoCollectLog;
    }

    @Override
    public void close() {
        mail.close();
        controlServer.close();
        neighbours.forEach(Neighbour::close);
        autoCollectServer.close();
        tripletexServer.close();
        store.close();
    }
}
