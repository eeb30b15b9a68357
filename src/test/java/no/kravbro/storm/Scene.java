package no.kravbro.storm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.TripletexStory;

/** The invoices that the storm is about, in the books of their creditors; nobody pays one unless a test says so. */
public final class Scene {

    /** The customer of {@link TripletexStory#bulk}. */
    private static final long CUSTOMER = 29_999;

    private static final long LEAST_ORE = 4_000_000;
    private static final int YOUNGEST_DAYS = 70;
    private static final int SPREAD_DAYS = 200;

    private final SandboxTown town;
    private final List<Place> places;
    private final List<Owed> owed = new ArrayList<>();
    private final Set<String> havePaid = new HashSet<>();

    public Scene(SandboxTown town) {
        this.town = town;
        this.places = Place.all(town);
        town.tripletex().accountantsRest();
    }

    /** @param claims in all, spread over five creditors and four agencies */
    public Scene with(int claims) {
        int each = claims / 5;
        return with("nordlys", "autocollect", TripletexStory.NORDLYS, each)
                .with("bergvik", "autocollect", TripletexStory.BERGVIK, each)
                .with("fjellheim", "bahs", TripletexStory.FJELLHEIM, each)
                .with("skogly", "kk2", TripletexStory.SKOGLY, each)
                .with("havbris", "ecpay", TripletexStory.HAVBRIS, each);
    }

    public Scene with(String creditor, String agency, long company, int count) {
        Accountant accountant = town.tripletex().accountant(company);
        TripletexStory.bulk(town.tripletex(), company, 1);
        long customer = accountant.customerId(CUSTOMER);
        for (int number = 0; number < count; number++) {
            // Every amount is another, so that money on the wrong invoice shows.
            long ore = LEAST_ORE + number * 1_01L;
            LocalDate due = TripletexStory.START.minusDays(YOUNGEST_DAYS + number % SPREAD_DAYS);
            long invoice = accountant.invoice(customer, due.minusDays(14), due, ore);
            String key = TripletexStory.organization(company) + "-" + invoice;
            owed.add(new Owed(key, creditor, agency, company, invoice, ore));
            place(agency).silence().accept(key);
        }
        return this;
    }

    public SandboxTown town() {
        return town;
    }

    public List<Owed> owed() {
        return owed;
    }

    public List<Place> places() {
        return places;
    }

    public Place place(String agency) {
        return places.stream()
                .filter(each -> each.agency().equals(agency))
                .findFirst()
                .orElseThrow();
    }

    /** How many claims stand at their agencies. */
    public long handedOver() {
        return owed.stream()
                .filter(each -> place(each.agency()).claims().applyAsLong(each.key()) > 0)
                .count();
    }

    /** How many vouchers touch the interim accounts. */
    public long vouchers() {
        return owed.stream()
                .map(Owed::company)
                .distinct()
                .mapToLong(company -> town.tripletex()
                        .accountant(company)
                        .vouchersOn(Ledger.INTERIM)
                        .size())
                .sum();
    }

    /** Each debtor whose claim stands at its agency and who has not paid yet pays; every fourth pays a part. */
    int debtorsPay() {
        int paid = 0;
        for (Owed each : owed) {
            Place place = place(each.agency());
            if (!havePaid.contains(each.key()) && place.claims().applyAsLong(each.key()) > 0) {
                long all = place.owes().applyAsLong(each.key());
                place.pays().accept(each.key(), each.invoice() % 4 == 0 ? all / 2 : all);
                havePaid.add(each.key());
                paid++;
            }
        }
        return paid;
    }
}
