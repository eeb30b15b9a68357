package no.kravbro.crash;

import java.util.List;
import java.util.Map;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.bahs.BahsNeighbour;
import no.kravbro.sandbox.ecpay.EcpayNeighbour;
import no.kravbro.sandbox.kk2.Kk2Neighbour;
import no.kravbro.sandbox.tripletex.TripletexStory;

/** The four agencies of the town, whom they serve, and what they hold. */
final class Agencies {

    static final List<String> ALL = List.of("autocollect", "bahs", "kk2", "ecpay");

    private static final Map<String, String> CREDITORS =
            Map.of("autocollect", "bergvik", "bahs", "fjellheim", "kk2", "skogly", "ecpay", "havbris");
    private static final Map<String, Long> COMPANIES = Map.of(
            "autocollect",
            TripletexStory.BERGVIK,
            "bahs",
            TripletexStory.FJELLHEIM,
            "kk2",
            TripletexStory.SKOGLY,
            "ecpay",
            TripletexStory.HAVBRIS);

    private Agencies() {}

    static String creditor(String agency) {
        return CREDITORS.get(agency);
    }

    static long company(String agency) {
        return COMPANIES.get(agency);
    }

    /** What the debtor of this claim pays the agency now. @return id of the event where the agency gives it one at once, else null */
    static String debtorPays(SandboxTown town, String agency, String key, long ore) {
        switch (agency) {
            case "autocollect" -> town.autoCollect().debtorPays(key, ore);
            case "bahs" -> town.neighbour(BahsNeighbour.class).sandbox().debtorPays(key, ore);
            case "kk2" -> {
                return town.neighbour(Kk2Neighbour.class).sandbox().debtorPays(key, ore);
            }
            case "ecpay" -> town.neighbour(EcpayNeighbour.class).sandbox().debtorPays(key, ore);
            default -> throw new IllegalArgumentException(agency);
        }
        return null;
    }

    /** How many claims with this key stand in the agency's books. */
    static long claims(SandboxTown town, String agency, String key) {
        return switch (agency) {
            case "autocollect" -> town.autoCollect().claims(key);
            case "bahs" -> town.neighbour(BahsNeighbour.class).sandbox().claims(key);
            case "kk2" -> town.neighbour(Kk2Neighbour.class).sandbox().claims(key);
            case "ecpay" -> town.neighbour(EcpayNeighbour.class).sandbox().claims(key);
            default -> throw new IllegalArgumentException(agency);
        };
    }
}
