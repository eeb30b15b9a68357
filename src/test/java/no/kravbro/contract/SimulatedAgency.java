package no.kravbro.contract;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.kravbro.flows.World;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.tripletex.TripletexStory;

/** The product beside one agency of the sandbox, with Nordlys as its creditor; here is what is the same for all of them. */
abstract class SimulatedAgency implements AgencyWorld {

    private static final int INVOICES = 100;

    /** Waited out by every test of an answer that is held; an honest answer of a busy machine must come within it. */
    private static final String PATIENCE = "4s";

    /** The Norwegian agencies' own words for codes of ours. */
    private static final Map<String, String> NORWEGIAN =
            Map.of("DEBTOR_MISMATCH", "SKYLDNER_AVVIK", "LIMITATION", "FORELDET");

    final SandboxTown town;
    final World world;
    private final String name;

    /** An agency that tells nothing by itself. @param name its id and its name in the plan of faults */
    SimulatedAgency(String name) {
        this(
                name,
                World.town(SandboxTown.Story.SHOWN, null),
                Path.of("src/test/resources/flows/" + name + "-dry-run.yaml"),
                "kravbro.creditors-file=src/test/resources/flows/" + name + ".yaml");
    }

    /** @param dryRun the creditors, of whom nothing leaves by itself */
    SimulatedAgency(String name, SandboxTown town, Path dryRun, String setting) {
        this.name = name;
        this.town = town;
        TripletexStory.bulk(town.tripletex(), TripletexStory.NORDLYS, INVOICES);
        this.world = World.afterReading(
                dryRun,
                town,
                "contract-" + name,
                setting,
                "kravbro.delivery.poll=50ms",
                "kravbro.http.answer-timeout=" + PATIENCE);
    }

    static String norwegian(String code) {
        return NORWEGIAN.get(code);
    }

    @Override
    public World product() {
        return world;
    }

    @Override
    public String creditor() {
        return "nordlys";
    }

    @Override
    public List<String> accepting() {
        return List.of("SEND HANDED_OVER", "INQUIRE ACCEPTED");
    }

    @Override
    public List<String> refusing(String cause) {
        return List.of("SEND HANDED_OVER", "INQUIRE REJECTED " + cause);
    }

    @Override
    public List<String> finding() {
        return List.of("INQUIRE HANDED_OVER", "INQUIRE ACCEPTED");
    }

    void meets(Fault fault) {
        town.faults().plan(name, fault);
    }

    @Override
    public void hangsUp() {
        meets(Fault.next(FaultKind.REFUSED, 1));
    }

    @Override
    public void recovers() {
        town.faults().clear(name);
    }

    @Override
    public void close() {
        world.close();
    }
}
