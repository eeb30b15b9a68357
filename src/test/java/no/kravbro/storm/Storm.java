package no.kravbro.storm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import no.kravbro.flows.World;
import no.kravbro.money.VoucherKey;
import no.kravbro.sandbox.Receipt;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.ecpay.EcpayNeighbour;
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.TripletexStory;
import org.apache.camel.CamelContext;
import org.springframework.util.FileSystemUtils;

/** The whole product against the whole sandbox while everything goes wrong at given rates. */
final class Storm implements AutoCloseable {

    private static final List<String> PARTNERS = List.of("tripletex", "autocollect", "bahs", "kk2", "ecpay");
    private static final Duration ANSWER = Duration.ofMillis(1_500);
    private static final Duration TOO_LONG = ANSWER.plusMillis(250);
    private static final int RELEASE_EVERY = 6;
    private static final int ROUNDS = 12;

    private final Dice dice;
    private final Rates rates;
    private final Scene scene;
    private final World world;
    private final Weather weather;
    private final ShakyDatabase database;
    private final Pace pace;
    private final Stalls stalls = new Stalls();
    private final Support support;
    private final Ledger ledger;
    private final Set<Long> posted = new HashSet<>();
    private final List<Finding> causes = new ArrayList<>();
    private final Map<String, Integer> letters = new TreeMap<>();
    private int payments;
    private int waits;
    private int clockJumps;
    private boolean blowing = true;

    /** @param folder an empty one, for the routes */
    Storm(String name, long seed, Rates rates, int claims, Path folder) {
        this.dice = new Dice(seed);
        this.rates = rates;
        int port = World.freePort();
        SandboxTown town = World.town(SandboxTown.Story.SHOWN, "http://localhost:" + port + "/webhooks/autocollect");
        this.scene = new Scene(town).with(claims);
        this.weather = new Weather(dice, rates, TOO_LONG, town.faults());
        this.database = new ShakyDatabase(dice, rates);
        this.world = new World(
                        town,
                        name,
                        "server.port=" + port,
                        "kravbro.creditors-file=src/test/resources/storm/creditors.yaml",
                        "kravbro.routes.dir=" + smallBatches(folder),
                        "kravbro.delivery.poll=200ms",
                        "kravbro.http.answer-timeout=" + ANSWER.toMillis() + "ms",
                        "logging.level.no.kravbro=error")
                .beginning(database::under);
        this.pace = new Pace(world, this::meanwhile);
        this.support = new Support(world);
        this.ledger = new Ledger(scene);
    }

    /** The routes as they are, but with few claims in one transmission: more calls that can fail. */
    private static Path smallBatches(Path folder) {
        try {
            FileSystemUtils.copyRecursively(Path.of("routes"), folder);
            for (String agency : List.of("autocollect", "bahs", "ecpay")) {
                Path profile = folder.resolve(agency).resolve("agency.yaml");
                String text = Files.readString(profile);
                Files.writeString(profile, text.replace("batchSize: 100", "batchSize: 5"));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    World world() {
        return world;
    }

    Scene scene() {
        return scene;
    }

    Pace pace() {
        return pace;
    }

    Ledger ledger() {
        return ledger;
    }

    /** The product starts in the middle of it. */
    Storm start() {
        world.start();
        database.shake(true);
        return this;
    }

    /** Stopped in an orderly way as soon as so many claims stand at agencies, and started again. */
    Storm stopWhenHandedOver(int claims) {
        return stopWhen("some claims are handed over", () -> scene.handedOver() >= claims);
    }

    /** The same as soon as so many debtors' payments are booked. */
    Storm stopWhenBooked(int vouchers) {
        payments += scene.debtorsPay();
        world.days(1);
        long before = scene.vouchers();
        return stopWhen("some money is booked", () -> scene.vouchers() >= before + vouchers);
    }

    private Storm stopWhen(String what, Callable<Boolean> holds) {
        pace.until(what, holds);
        CamelContext camel = world.bean(CamelContext.class);
        world.stop();
        if (camel.getShutdownStrategy().isTimeoutOccurred()) {
            causes.add(new Finding(Finding.Sort.STUCK, "work was cut off by a stop when " + what));
        }
        database.shake(false);
        return start();
    }

    /** Until every claim is at its agency or waits for a person. */
    Storm handOver() {
        pace.untilQuiet("claims are handed over");
        return this;
    }

    /**
     * Debtors pay; after each of these steps of days (agencies settle in the evening, and on Monday) the creditors' accountants
     * post what waits.
     */
    Storm collect(int... steps) {
        payments += scene.debtorsPay();
        for (int days : steps) {
            world.days(days);
            pace.untilQuiet("money is received and booked");
            accountantPosts();
        }
        return this;
    }

    private void accountantPosts() {
        Accountant accountant = scene.town().tripletex().accountant(TripletexStory.SKOGLY);
        for (Receipt receipt : scene.place("kk2").receipts().get()) {
            accountant.vouchers(VoucherKey.of("kk2", receipt.id())).stream()
                    .filter(posted::add)
                    .forEach(accountant::post);
        }
    }

    /** Between two waits somebody sets a clock, or a file that was held back comes out. */
    private void meanwhile() {
        waits++;
        if (!blowing) {
            return;
        }
        if (waits % RELEASE_EVERY == 0) {
            scene.town().neighbour(EcpayNeighbour.class).sandbox().release();
        }
        if (dice.of("clock", waits) < rates.clock()) {
            clockJumps++;
            switch (waits % 3) {
                case 0 -> world.machine().jump(Duration.ofSeconds(-5));
                case 1 -> world.machine().jump(Duration.ofMinutes(7));
                default -> world.town().control().advanceHours(1);
            }
        }
    }

    /** The trouble ends, and what goes on by itself goes on; then each letter's cause is judged. */
    Storm calm() {
        blowing = false;
        database.shake(false);
        weather.end(PARTNERS);
        support.open().forEach(this::judge);
        pace.untilQuiet("calm after the storm");
        return this;
    }

    private void judge(JsonNode letter) {
        String cause = letter.path("cause").asText();
        letters.merge(
                letter.path("target").asText() + " " + letter.path("what").asText() + " " + cause, 1, Integer::sum);
        String key = letter.path("subject").asText().replaceFirst(" / \\d+$", "");
        String claim = letter.path("claimKey").asText();
        String invoice = claim.substring(claim.indexOf('-') + 1);
        List<Struck> met = weather.struck().stream()
                .filter(struck -> struck.partner().equals(letter.path("target").asText()))
                .filter(struck -> struck.concerns(key, invoice))
                .toList();
        if (!Causes.implied(cause, met)
                && !(Causes.silent(cause) && stalls.longest().compareTo(ANSWER) > 0)) {
            causes.add(new Finding(
                    Finding.Sort.WRONG_CAUSE,
                    letter.path("what").asText() + " " + key + ": " + cause + " ("
                            + letter.path("detail").asText() + ") after "
                            + met.stream().map(Struck::kind).distinct().sorted().toList()));
        }
    }

    /** Support works off what waits for a person, until nothing does. */
    Storm retry() {
        for (int round = 0; round < ROUNDS; round++) {
            List<JsonNode> open = support.open();
            if (open.isEmpty()) {
                return this;
            }
            open.forEach(letter -> letters.merge("by hand: " + support.workOff(letter), 1, Integer::sum));
            pace.untilQuiet("retried");
            accountantPosts();
        }
        support.open().forEach(letter -> causes.add(new Finding(Finding.Sort.STUCK, "letter " + letter)));
        return this;
    }

    /** What must not be, now that everything should be where it belongs. */
    List<Finding> verdict() {
        List<Finding> found = new ArrayList<>(causes);
        found.addAll(ledger.doubledOrLost());
        pace.left().forEach(each -> found.add(new Finding(Finding.Sort.STUCK, each)));
        return found;
    }

    /** The figures of this storm, by name. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new java.util.LinkedHashMap<>();
        figures.put("seed", dice.seed());
        figures.put("claims", scene.owed().size());
        figures.put("payments", payments);
        figures.put("writes while it lasted", weather.writes());
        figures.put(
                "writes struck", weather.struck().stream().filter(Struck::write).count());
        figures.put(
                "reads struck",
                weather.struck().stream().filter(each -> !each.write()).count());
        figures.put("database calls lost", database.losses());
        figures.put("clocks set", clockJumps);
        figures.put("longest stand-still of the machine, ms", stalls.longest().toMillis());
        letters.forEach((name, count) -> figures.put("letters: " + name, count));
        return figures;
    }

    Map<String, Long> struck() {
        Map<String, Long> kinds = new TreeMap<>();
        weather.struck().forEach(each -> kinds.merge(each.partner() + " " + each.kind(), 1L, Long::sum));
        return kinds;
    }

    @Override
    public void close() {
        stalls.close();
        world.close();
    }
}
