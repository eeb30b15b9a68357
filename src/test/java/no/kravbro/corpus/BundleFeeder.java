package no.kravbro.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import no.kravbro.bundle.BundleStatus;
import no.kravbro.bundle.Problem;
import no.kravbro.flows.World;

/** Puts files into the bundle of the running product. What is refused stays where it lies, and the last good version runs on. */
final class BundleFeeder implements Feeder {

    private static final Path GOOD = Path.of("routes");

    private final World world;
    private final Path routes;
    private Path last;

    BundleFeeder(World world, Path routes) {
        this.world = world;
        this.routes = routes;
    }

    @Override
    public String feed(Case input) throws IOException {
        BundleStatus.View before = view();
        mend();
        last = Path.of(input.side().file());
        byte[] bytes = input.input(new Fill());
        Files.write(routes.resolve(last), bytes);
        world.until("refused", () -> !view().refusals().isEmpty() && !refusals().equals(before.refusals()));
        assertThat(view().running()).as("the version that runs").isEqualTo(before.running());
        assertThat(Files.readAllBytes(routes.resolve(last)))
                .as("the refused file")
                .isEqualTo(bytes);
        assertThat(world.count("select count(*) from creditor")).isPositive();
        return refusals().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    /** Puts the good file back in the place of the last bad one. */
    void mend() throws IOException {
        if (last != null && Files.exists(GOOD.resolve(last))) {
            Files.write(routes.resolve(last), Files.readAllBytes(GOOD.resolve(last)));
        } else if (last != null) {
            Files.delete(routes.resolve(last));
        }
        last = null;
    }

    private List<Problem> refusals() {
        return view().refusals();
    }

    private BundleStatus.View view() {
        return world.bean(BundleStatus.class).view();
    }
}
