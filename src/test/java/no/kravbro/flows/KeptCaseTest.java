package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import no.kravbro.delivery.Inbox;
import no.kravbro.routes.Proves;
import no.kravbro.sandbox.SandboxTown;
import org.junit.jupiter.api.Test;

/** A case that was written down, but not taken over because its holder died, is taken over from there. */
@Proves({"autocollect.enter-case", "bahs.enter-case"})
class KeptCaseTest {

    private static final String SAMPLED = "310245674-2147524143";

    @Test
    void isTakenOverLater() throws IOException {
        try (World world = new World(
                        World.town(SandboxTown.Story.SHOWN, null),
                        "kept-case",
                        "kravbro.creditors-file=src/test/resources/sandbox/creditors.yaml")
                .start()) {
            world.untilWithoutPauses(
                    "accepted",
                    () -> world.count("select count(*) from claim where creditor_id = 'nordlys' and state = 'ACCEPTED'")
                            > 0);
            String key = world.sql()
                    .sql("select min(claim_key) from claim where creditor_id = 'nordlys' and state = 'ACCEPTED'")
                    .query(String.class)
                    .single();
            keep(world, "nordlys", "autocollect", "rich.in.json", key);
            keep(world, "fjellheim", "bahs", "rich.in.xml", key);
            world.machine().reach(world.machine().instant().plus(Duration.ofHours(1)));
            world.until(
                    "worked on",
                    () -> world.count("select count(*) from inbox where inbox_key = 'kept' and state = 'WORKED'") == 2);
            assertThat(world.count("select count(*) from dead_letter")).isZero();
        }
    }

    private static void keep(World world, String creditor, String agency, String sample, String key)
            throws IOException {
        String told =
                Files.readString(Path.of("routes", agency, "samples", "case").resolve(sample));
        world.bean(Inbox.class).enter(agency + ".case", "kept", creditor, told.replace(SAMPLED, key));
    }
}
