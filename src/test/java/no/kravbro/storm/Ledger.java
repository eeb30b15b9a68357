package no.kravbro.storm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.sandbox.Receipt;
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.Accountant.Entry;
import no.kravbro.storm.Finding.Sort;

/**
 * What truly stands at the agencies and in the books, read there and never in the product's tables: what is doubled, what is
 * lost, what does not balance.
 */
public final class Ledger {

    private static final int RECEIVABLES = 1500;
    static final int INTERIM = 1960;

    private final Scene scene;

    public Ledger(Scene scene) {
        this.scene = scene;
    }

    /** Whatever is there more than once, and vouchers that do not balance; may be asked at any time. */
    public List<Finding> doubled() {
        return findings(false);
    }

    /** The same, and whatever is missing; only when everything should have arrived. */
    public List<Finding> doubledOrLost() {
        return findings(true);
    }

    private List<Finding> findings(boolean end) {
        List<Finding> found = new ArrayList<>();
        Map<String, List<Long>> paid = receipts();
        Map<String, List<Long>> booked = new HashMap<>();
        companies().forEach(company -> booked(company, booked, found));
        for (Owed each : scene.owed()) {
            long there = scene.place(each.agency()).claims().applyAsLong(each.key());
            if (there > 1) {
                found.add(new Finding(Sort.DOUBLED, "claim " + each.key() + " x" + there));
            } else if (there < 1 && end) {
                found.add(new Finding(Sort.LOST, "claim " + each.key()));
            }
            compare(
                    each.key(),
                    paid.getOrDefault(each.key(), List.of()),
                    booked.getOrDefault(each.key(), List.of()),
                    end,
                    found);
        }
        if (end) {
            companies().forEach(company -> net(company, found));
        }
        return found;
    }

    private Set<Long> companies() {
        Set<Long> companies = new LinkedHashSet<>();
        scene.owed().forEach(each -> companies.add(each.company()));
        return companies;
    }

    private Map<String, List<Long>> receipts() {
        Map<String, List<Long>> paid = new HashMap<>();
        for (Place place : scene.places()) {
            for (Receipt receipt : place.receipts().get()) {
                if (receipt.principalOre() != 0) {
                    paid.computeIfAbsent(receipt.key(), key -> new ArrayList<>())
                            .add(receipt.principalOre());
                }
            }
        }
        return paid;
    }

    /** What was taken off each invoice of the storm, and every voucher's sum. */
    private void booked(long company, Map<String, List<Long>> booked, List<Finding> found) {
        Accountant accountant = accountant(company);
        Map<String, String> keys = new HashMap<>();
        scene.owed().stream()
                .filter(each -> each.company() == company)
                .forEach(each -> keys.put(accountant.invoiceNumber(each.invoice()), each.key()));
        Set<Long> vouchers = new LinkedHashSet<>(accountant.vouchersOn(RECEIVABLES));
        vouchers.addAll(accountant.vouchersOn(INTERIM));
        for (long voucher : vouchers) {
            List<Entry> entries = accountant.entries(voucher);
            long sum = accountant.sum(voucher);
            if (sum != 0) {
                found.add(new Finding(Sort.UNBALANCED, "voucher " + voucher + " of " + company + " by " + sum));
            }
            entries.stream()
                    .filter(entry -> entry.account() == RECEIVABLES && entry.ore() < 0)
                    .filter(entry -> keys.containsKey(entry.invoice()))
                    .forEach(entry -> booked.computeIfAbsent(keys.get(entry.invoice()), key -> new ArrayList<>())
                            .add(-entry.ore()));
        }
    }

    private static void compare(String key, List<Long> paid, List<Long> booked, boolean end, List<Finding> found) {
        List<Long> more = new ArrayList<>(booked);
        paid.forEach(more::remove);
        if (!more.isEmpty()) {
            found.add(new Finding(Sort.DOUBLED, "money on " + key + ": paid " + paid + ", booked " + booked));
        }
        List<Long> missing = new ArrayList<>(paid);
        booked.forEach(missing::remove);
        if (end && !missing.isEmpty()) {
            found.add(new Finding(Sort.LOST, "money on " + key + ": paid " + paid + ", booked " + booked));
        }
    }

    /** The creditor's part of all receipts stands on the account where it is awaited. */
    private void net(long company, List<Finding> found) {
        Owed one = scene.owed().stream()
                .filter(each -> each.company() == company)
                .findFirst()
                .orElseThrow();
        String organization = one.key().substring(0, one.key().indexOf('-') + 1);
        long due = scene.place(one.agency()).receipts().get().stream()
                .filter(receipt -> receipt.key().startsWith(organization))
                .mapToLong(Receipt::netOre)
                .sum();
        long stands = accountant(company).balance(INTERIM);
        if (due != stands) {
            found.add(new Finding(
                    stands > due ? Sort.DOUBLED : Sort.LOST,
                    "net of " + one.creditor() + ": due " + due + ", stands " + stands));
        }
    }

    private Accountant accountant(long company) {
        return scene.town().tripletex().accountant(company);
    }
}
