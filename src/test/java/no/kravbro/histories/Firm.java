package no.kravbro.histories;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import no.kravbro.sandbox.Receipt;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.Standing;
import no.kravbro.sandbox.bahs.BahsNeighbour;
import no.kravbro.sandbox.ecpay.EcpayNeighbour;
import no.kravbro.sandbox.kk2.Kk2Neighbour;
import no.kravbro.sandbox.kk2.Kk2Sandbox;
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.TripletexStory;

/**
 * A creditor of the town, its books, and its agency.
 *
 * @param receipts all that debtors have paid the agency, as it says itself
 * @param standing how the agency's case of a claim stands
 * @param owes all that the debtor owes there today, with costs and interest
 * @param collects whether debtors can pay there yet
 * @param takesBack the debtor's bank takes the newest payment on an open case back, where there is one
 * @param denied what debtors have paid there and we have called booked already, of the principal, øre
 */
record Firm(
        String creditor,
        String agency,
        Accountant books,
        Supplier<List<Receipt>> receipts,
        Function<String, Standing> standing,
        ToLongFunction<String> owes,
        Predicate<String> collects,
        Predicate<String> takesBack,
        ToLongFunction<String> denied) {

    static List<Firm> of(SandboxTown town) {
        return List.of(atAutoCollect(town), atBahs(town), atKk2(town), atEcpay(town));
    }

    private static Firm atAutoCollect(SandboxTown town) {
        var agency = town.autoCollect();
        return new Firm(
                "bergvik",
                "autocollect",
                books(town, TripletexStory.BERGVIK),
                agency::receipts,
                agency::standing,
                agency::owes,
                agency::collects,
                agency::bankTakesBack,
                key -> 0);
    }

    private static Firm atBahs(SandboxTown town) {
        var agency = town.neighbour(BahsNeighbour.class).sandbox();
        return new Firm(
                "fjellheim",
                "bahs",
                books(town, TripletexStory.FJELLHEIM),
                agency::receipts,
                agency::standing,
                agency::owes,
                key -> true,
                agency::bankTakesBack,
                key -> 0);
    }

    private static Firm atKk2(SandboxTown town) {
        var agency = town.neighbour(Kk2Neighbour.class).sandbox();
        return new Firm(
                "skogly",
                "kk2",
                books(town, TripletexStory.SKOGLY),
                agency::receipts,
                agency::standing,
                agency::owed,
                key -> true,
                agency::bankTakesBack,
                key -> denied(agency, key));
    }

    private static Firm atEcpay(SandboxTown town) {
        var agency = town.neighbour(EcpayNeighbour.class).sandbox();
        return new Firm(
                "havbris",
                "ecpay",
                books(town, TripletexStory.HAVBRIS),
                agency::receipts,
                agency::standing,
                agency::owes,
                key -> true,
                agency::bankTakesBack,
                key -> 0);
    }

    private static long denied(Kk2Sandbox agency, String key) {
        return agency.receipts().stream()
                .filter(receipt -> receipt.key().equals(key)
                        && Objects.requireNonNullElse(agency.answer(receipt.id()), "")
                                .contains("ALLEREDE_BOKFORT"))
                .mapToLong(Receipt::principalOre)
                .sum();
    }

    private static Accountant books(SandboxTown town, long company) {
        return town.tripletex().accountant(company);
    }

    /** Number of the first of the customers it has had from the beginning. */
    int firstCustomer() {
        return switch (agency) {
            case "autocollect" -> 30_100;
            case "bahs" -> 40_100;
            case "kk2" -> 50_100;
            default -> 60_100;
        };
    }

    /** Vouchers that wait are posted by somebody. */
    void postsWhatWaits() {
        books.vouchers().stream().filter(books::isWaiting).forEach(books::post);
    }
}
