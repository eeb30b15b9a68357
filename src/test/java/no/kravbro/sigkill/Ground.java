package no.kravbro.sigkill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.kravbro.money.VoucherKey;
import no.kravbro.sandbox.Heartbeat;
import no.kravbro.sandbox.Neighbour;
import no.kravbro.sandbox.Receipt;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.TripletexStory;
import no.kravbro.storm.Ledger;
import no.kravbro.storm.Owed;
import no.kravbro.storm.Place;
import no.kravbro.storm.Scene;

/** The far sides, which live on whatever happens to the product, with new invoices and payments whenever asked; on disk. */
final class Ground implements AutoCloseable {

    private static final long CUSTOMER = 29_999;
    private static final long LEAST_ORE = 4_000_000;
    private static final int OVERDUE_DAYS = 70;
    private static final int TERM_DAYS = 14;

    private static final Duration OFTEN = Duration.ofMillis(100);

    private record Creditor(String id, String agency, long company) {}

    private static final List<Creditor> CREDITORS = List.of(
            new Creditor("nordlys", "autocollect", TripletexStory.NORDLYS),
            new Creditor("bergvik", "autocollect", TripletexStory.BERGVIK),
            new Creditor("fjellheim", "bahs", TripletexStory.FJELLHEIM),
            new Creditor("skogly", "kk2", TripletexStory.SKOGLY),
            new Creditor("havbris", "ecpay", TripletexStory.HAVBRIS));

    private final Path list;
    private final SandboxTown town;
    private final Scene scene;
    private final Heartbeat heartbeat = new Heartbeat();
    private final Set<String> there = new HashSet<>();

    /** @param port where the product will listen for events */
    Ground(Path folder, long seed, int port) {
        this.list = folder.resolve("owed.csv");
        String webhooks = "http://localhost:" + port + "/webhooks/autocollect";
        this.town = new SandboxTown(
                        folder.resolve("sandbox.mv"),
                        SandboxTown.Ports.ANY,
                        Clock.systemUTC(),
                        webhooks,
                        seed,
                        SandboxTown.Story.SHOWN,
                        List.of())
                .start();
        this.scene = new Scene(town);
        remember();
        // Each for itself: events that nobody takes, for the product is dead, hold up nobody else.
        heartbeat
                .every(OFTEN, town.autoCollect()::deliverEvents)
                .every(OFTEN, this::agenciesWork)
                .every(Duration.ofSeconds(1), town.control()::tick);
    }

    private void agenciesWork() {
        town.autoCollect().processBatches();
        town.neighbours().forEach(Neighbour::work);
    }

    private void remember() {
        try {
            if (Files.exists(list)) {
                for (String line : Files.readAllLines(list)) {
                    String[] cells = line.split(",");
                    scene.owed()
                            .add(new Owed(
                                    cells[0],
                                    cells[1],
                                    cells[2],
                                    Long.parseLong(cells[3]),
                                    Long.parseLong(cells[4]),
                                    Long.parseLong(cells[5])));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SandboxTown town() {
        return town;
    }

    Ledger ledger() {
        return new Ledger(scene);
    }

    /** One claim for this agency. */
    Owed owed(String agency) {
        return scene.owed().stream()
                .filter(each -> each.agency().equals(agency))
                .findFirst()
                .orElseThrow();
    }

    int claims() {
        return scene.owed().size();
    }

    long payments() {
        return scene.places().stream()
                .mapToLong(place -> place.receipts().get().size())
                .sum();
    }

    /** So many more overdue invoices for each creditor. */
    void invoices(int each) {
        for (Creditor creditor : CREDITORS) {
            Accountant accountant = town.tripletex().accountant(creditor.company());
            if (scene.owed().stream().noneMatch(owed -> owed.company() == creditor.company())) {
                TripletexStory.bulk(town.tripletex(), creditor.company(), 1);
            }
            long customer = accountant.customerId(CUSTOMER);
            for (int number = 0; number < each; number++) {
                invoice(creditor, accountant, customer);
            }
        }
    }

    private void invoice(Creditor creditor, Accountant accountant, long customer) {
        // Every amount is another, so that money on the wrong invoice shows.
        long ore = LEAST_ORE + claims() * 1_01L;
        LocalDate due = town.clock().today().minusDays(OVERDUE_DAYS);
        long invoice = accountant.invoice(customer, due.minusDays(TERM_DAYS), due, ore);
        String key = TripletexStory.organization(creditor.company()) + "-" + invoice;
        Owed owed = new Owed(key, creditor.id(), creditor.agency(), creditor.company(), invoice, ore);
        scene.place(creditor.agency()).silence().accept(key);
        scene.owed().add(owed);
        try {
            Files.writeString(
                    list,
                    String.join(",", key, owed.creditor(), owed.agency(), "" + owed.company(), "" + invoice, "" + ore)
                            + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Debtors whose claim stood at its agency when this was last asked pay, every fourth a half; accountants post what waits. */
    void peopleAct() {
        Set<String> paid = new HashSet<>();
        scene.places().forEach(place -> place.receipts().get().forEach(receipt -> paid.add(receipt.key())));
        for (Owed each : scene.owed()) {
            Place place = scene.place(each.agency());
            if (there.contains(each.key()) && !paid.contains(each.key())) {
                long all = place.owes().applyAsLong(each.key());
                place.pays().accept(each.key(), each.invoice() % 4 == 0 ? all / 2 : all);
                there.remove(each.key());
            } else if (!paid.contains(each.key()) && collected(each, place)) {
                there.add(each.key());
            }
        }
        Accountant accountant = town.tripletex().accountant(TripletexStory.SKOGLY);
        for (Receipt receipt : scene.place("kk2").receipts().get()) {
            accountant.waiting(VoucherKey.of("kk2", receipt.id())).forEach(accountant::post);
        }
    }

    private boolean collected(Owed each, Place place) {
        return place.claims().applyAsLong(each.key()) > 0
                && (!each.agency().equals("autocollect") || town.autoCollect().collects(each.key()));
    }

    /** Time passes everywhere but in the machines. */
    void hours(int hours) {
        town.control().advanceHours(hours);
    }

    @Override
    public void close() {
        heartbeat.close();
        town.close();
    }
}
