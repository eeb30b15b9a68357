package no.kravbro.histories;

import java.util.List;
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
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.TripletexStory;

/**
 * A creditor of the town, its books, and its agency.
 *
 * @param receipts all that debtors have paid the agency, as it says itself
 * @param standing how the agency's case of a claim stands
 * @param owes all that the debtor owes there today, with costs and interest
 * @param collects whether debtors can pay there yet
 */
record Firm(
        String creditor,
        String agency,
        Accountant books,
        Supplier<List<Receipt>> receipts,
        Function<String, Standing> standing,
        ToLongFunction<String> owes,
        Predicate<String> collects) {

    static List<Firm> of(SandboxTown town) {
        var bahs = town.neighbour(BahsNeighbour.class).sandbox();
        var kk2 = town.neighbour(Kk2Neighbour.class).sandbox();
        var ecpay = town.neighbour(EcpayNeighbour.class).sandbox();
        var autoCollect = town.autoCollect();
        return List.of(
                new Firm(
                        "bergvik",
                        "autocollect",
                        town.tripletex().accountant(TripletexStory.BERGVIK),
                        autoCollect::receipts,
                        autoCollect::standing,
                        autoCollect::owes,
                        autoCollect::collects),
                new Firm(
                        "fjellheim",
                        "bahs",
                        town.tripletex().accountant(TripletexStory.FJELLHEIM),
                        bahs::receipts,
                        bahs::standing,
                        bahs::owes,
                        key -> true),
                new Firm(
                        "skogly",
                        "kk2",
                        town.tripletex().accountant(TripletexStory.SKOGLY),
                        kk2::receipts,
                        kk2::standing,
                        kk2::owed,
                        key -> true),
                new Firm(
                        "havbris",
                        "ecpay",
                        town.tripletex().accountant(TripletexStory.HAVBRIS),
                        ecpay::receipts,
                        ecpay::standing,
                        ecpay::owes,
                        key -> true));
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
