package no.kravbro.storm;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import no.kravbro.sandbox.Receipt;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.autocollect.AutoCollectSandbox;
import no.kravbro.sandbox.autocollect.Behaviour;
import no.kravbro.sandbox.bahs.BahsNeighbour;
import no.kravbro.sandbox.bahs.BahsSandbox;
import no.kravbro.sandbox.bahs.Habit;
import no.kravbro.sandbox.bahs.Script;
import no.kravbro.sandbox.ecpay.EcpayNeighbour;
import no.kravbro.sandbox.ecpay.EcpaySandbox;
import no.kravbro.sandbox.kk2.Kk2Neighbour;
import no.kravbro.sandbox.kk2.Kk2Sandbox;
import no.kravbro.sandbox.kk2.Plan;

/**
 * An agency's own books, whatever its wire says.
 *
 * @param claims how many claims with a key stand there, open or closed
 * @param receipts what its debtors have paid
 * @param owes what the debtor of a key owes today, øre
 * @param pays lets the debtor of a key pay so much, øre
 * @param silence debtors of a key do nothing by themselves
 */
public record Place(
        String agency,
        ToLongFunction<String> claims,
        Supplier<List<Receipt>> receipts,
        ToLongFunction<String> owes,
        BiConsumer<String, Long> pays,
        Consumer<String> silence) {

    public static List<Place> all(SandboxTown town) {
        return List.of(
                of(town.autoCollect()),
                of(town.neighbour(BahsNeighbour.class).sandbox()),
                of(town.neighbour(Kk2Neighbour.class).sandbox()),
                of(town.neighbour(EcpayNeighbour.class).sandbox()));
    }

    private static Place of(AutoCollectSandbox there) {
        var silent = no.kravbro.sandbox.autocollect.Plan.of(Behaviour.STAYS_SILENT, 0);
        Consumer<String> silence = key -> there.script(key, silent);
        return new Place(
                AutoCollectSandbox.NAME, there::claims, there::receipts, there::owes, there::debtorPays, silence);
    }

    private static Place of(BahsSandbox there) {
        Consumer<String> silence = key -> there.script(key, Script.of(Habit.STAYS_SILENT, 0));
        return new Place(BahsSandbox.NAME, there::claims, there::receipts, there::owes, there::debtorPays, silence);
    }

    private static Place of(Kk2Sandbox there) {
        Consumer<String> silence = key -> there.script(key, Plan.of(Plan.Behaviour.STAYS_SILENT, 0));
        return new Place(Kk2Sandbox.NAME, there::claims, there::receipts, there::owed, there::debtorPays, silence);
    }

    private static Place of(EcpaySandbox there) {
        var silent = no.kravbro.sandbox.ecpay.Plan.of(no.kravbro.sandbox.ecpay.Behaviour.STAYS_SILENT, 0);
        Consumer<String> silence = key -> there.script(key, silent);
        return new Place(EcpaySandbox.NAME, there::claims, there::receipts, there::owes, there::debtorPays, silence);
    }
}
