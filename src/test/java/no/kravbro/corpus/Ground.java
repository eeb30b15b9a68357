package no.kravbro.corpus;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.kravbro.flows.Journey;
import no.kravbro.flows.World;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.tripletex.TripletexStory;

/** The running product that everything is fed to: all agencies, one claim handed over to each, and a stand before each wire. */
final class Ground implements AutoCloseable {

    private static final Path DRY_RUN = Path.of("src/test/resources/corpus/creditors-dry-run.yaml");
    private static final String CREDITORS = "src/test/resources/corpus/creditors.yaml";
    private static final int INVOICES = 60;

    final World world;
    final Map<String, Stand> stands = new HashMap<>();

    Ground(Path routes) {
        SandboxTown town = World.town(SandboxTown.Story.SHOWN, null);
        town.tripletex().accountantsRest();
        TripletexStory.bulk(town.tripletex(), TripletexStory.NORDLYS, INVOICES);
        List<String> settings = new ArrayList<>(List.of(
                "kravbro.creditors-file=" + CREDITORS,
                "kravbro.routes.dir=" + routes,
                "kravbro.http.answer-timeout=5s",
                "kravbro.delivery.poll=20ms"));
        settings.addAll(stood(town));
        world = World.afterReading(DRY_RUN, town, "corpus", settings.toArray(String[]::new));
    }

    /** The settings of the town, every web address of a far side replaced by that of a stand before it. */
    private List<String> stood(SandboxTown town) {
        List<String> settings = new ArrayList<>();
        for (String setting : town.settings()) {
            int cut = setting.indexOf('=');
            String key = setting.substring(0, cut);
            String value = setting.substring(cut + 1);
            if (value.startsWith("http") && !key.startsWith("kravbro.clock")) {
                URI behind = URI.create(value);
                String far = key.contains("agencies") ? key.split("\\.")[2] : "tripletex";
                Stand stand = stands.computeIfAbsent(far, name -> new Stand(behind));
                settings.add(key + "=" + stand.insteadOf(behind));
            }
        }
        return settings;
    }

    /** Hands over one claim more of a creditor. */
    Journey handOver(String creditor) {
        return Journey.begin(world, creditor);
    }

    Stand stand(Door door) {
        return stands.get(door.folder());
    }

    @Override
    public void close() {
        world.close();
        stands.values().forEach(Stand::close);
    }
}
