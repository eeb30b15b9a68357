package no.kravbro.sandbox;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import no.kravbro.sandbox.tripletex.TripletexSandbox;

/**
 * The creditors' bank, with the accountants who post its lines in Tripletex against the interim account on the day they come.
 * At rest until it is told to pay.
 */
final class Bank implements Inhabitant {

    private final TripletexSandbox tripletex;
    private final Clock clock;
    private final Supplier<List<Payout>> payouts;
    private final Store.Table<Payout> paid;
    private volatile boolean open;

    Bank(TripletexSandbox tripletex, Store store, Clock clock, Supplier<List<Payout>> payouts) {
        this.tripletex = tripletex;
        this.clock = clock;
        this.payouts = payouts;
        this.paid = store.table("bank-paid", Payout.class);
    }

    void opens() {
        open = true;
    }

    @Override
    public void onTimeMoved() {
        if (open) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), SandboxClock.OSLO);
            payouts.get().stream()
                    .filter(payout -> payout.ore() != 0 && !payout.day().isAfter(today))
                    .filter(payout -> paid.get(payout.id()) == null)
                    .forEach(this::pay);
        }
    }

    private void pay(Payout payout) {
        tripletex.bank(payout.organization(), payout.day(), payout.ore(), payout.text());
        paid.put(payout.id(), payout);
    }

    @Override
    public Map<String, Object> overview() {
        return Map.of("open", open, "payouts", paid.all().size());
    }
}
