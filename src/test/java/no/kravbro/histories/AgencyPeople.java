package no.kravbro.histories;

import no.kravbro.agency.Action;
import no.kravbro.claim.ClaimKey;
import no.kravbro.claim.Stage;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.autocollect.Behaviour;
import no.kravbro.sandbox.autocollect.Plan;
import no.kravbro.sandbox.bahs.BahsNeighbour;
import no.kravbro.sandbox.bahs.Habit;
import no.kravbro.sandbox.bahs.Script;
import no.kravbro.sandbox.ecpay.EcpayNeighbour;
import no.kravbro.sandbox.ecpay.EcpaySandbox;
import no.kravbro.sandbox.kk2.Kk2Neighbour;
import no.kravbro.sandbox.tripletex.TripletexStory;

/** What the agencies' own people do with a case, and debtors of whom nothing is heard. */
final class AgencyPeople {

    private final SandboxTown town;

    AgencyPeople(SandboxTown town) {
        this.town = town;
    }

    /** What both sides call the claim for this invoice. */
    String key(String agency, long invoice) {
        long company =
                switch (agency) {
                    case "autocollect" -> TripletexStory.BERGVIK;
                    case "bahs" -> TripletexStory.FJELLHEIM;
                    case "kk2" -> TripletexStory.SKOGLY;
                    default -> TripletexStory.HAVBRIS;
                };
        return new ClaimKey(TripletexStory.organization(company), invoice).toString();
    }

    /** The case has come to this stage. */
    void move(String agency, String key, Stage stage) {
        switch (agency) {
            case "autocollect" -> town.autoCollect().moveTo(key, stage);
            case "bahs" -> town.neighbour(BahsNeighbour.class).sandbox().moveTo(key, stage);
            case "kk2" -> town.neighbour(Kk2Neighbour.class).sandbox().moveTo(key, stage);
            case "ecpay" -> town.neighbour(EcpayNeighbour.class).sandbox().moveTo(key, stage);
            default -> throw new IllegalArgumentException(agency);
        }
    }

    /** Somebody does at the portal what the wire does not carry: what stops a case there, and what lets it go on. */
    void doByHand(String agency, String key, Action action) {
        if (!agency.equals("ecpay")) {
            return;
        }
        EcpaySandbox ecpay = town.neighbour(EcpayNeighbour.class).sandbox();
        switch (action) {
            case PAUSE, RESUME -> ecpay.flag(key, "PAUSET", action == Action.PAUSE);
            case DISPUTE, ANSWER_DISPUTE -> ecpay.flag(key, "BESTRIDT", action == Action.DISPUTE);
            default -> {}
        }
    }

    /** The agency's own word for how far it has come. */
    String stage(String agency, String key) {
        return switch (agency) {
            case "autocollect" -> town.autoCollect().stage(key);
            case "bahs" -> town.neighbour(BahsNeighbour.class).sandbox().stage(key);
            case "kk2" -> town.neighbour(Kk2Neighbour.class).sandbox().stage(key);
            case "ecpay" -> town.neighbour(EcpayNeighbour.class).sandbox().stage(key);
            default -> throw new IllegalArgumentException(agency);
        };
    }

    /** Said before the claim arrives. */
    void debtorIsSilent(String agency, String key) {
        switch (agency) {
            case "autocollect" -> town.autoCollect().script(key, Plan.of(Behaviour.STAYS_SILENT, 0));
            case "bahs" -> town.neighbour(BahsNeighbour.class).sandbox().script(key, Script.of(Habit.STAYS_SILENT, 0));
            case "kk2" ->
                town.neighbour(Kk2Neighbour.class)
                        .sandbox()
                        .script(
                                key,
                                no.kravbro.sandbox.kk2.Plan.of(no.kravbro.sandbox.kk2.Plan.Behaviour.STAYS_SILENT, 0));
            case "ecpay" ->
                town.neighbour(EcpayNeighbour.class)
                        .sandbox()
                        .script(
                                key,
                                no.kravbro.sandbox.ecpay.Plan.of(no.kravbro.sandbox.ecpay.Behaviour.STAYS_SILENT, 0));
            default -> throw new IllegalArgumentException(agency);
        }
    }
}
