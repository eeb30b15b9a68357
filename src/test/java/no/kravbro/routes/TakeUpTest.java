package no.kravbro.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.kravbro.bundle.FolderRule;
import no.kravbro.bundle.Occasion;
import no.kravbro.bundle.Occasion.Cause;
import no.kravbro.bundle.Problem;
import no.kravbro.bundle.Snapshot;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** A bundle that people have agreed on is taken up as a whole or not at all; the folder only proposes. */
class TakeUpTest extends SafeReloadGround {

    private static final Occasion BY_ODD = new Occasion(Cause.PLAN, "odd");

    private final List<String> proposed = new ArrayList<>();

    TakeUpTest() {
        folder = new FolderRule() {
            @Override
            public boolean applies() {
                return false;
            }

            @Override
            public void proposed(Snapshot running, Snapshot wanted) {
                proposed.add(running.version() + " " + wanted.version());
            }
        };
    }

    @Test
    void what_passes_runs() {
        Snapshot wanted = with(Map.of(SEND_FILE, SEND.replace("one ", "two "), MAP_FILE, "{\"v\": 2}"));
        assertThat(reload.takeUp(wanted, BY_ODD)).isEmpty();
        assertThat(answer()).isEqualTo("two {\"v\":2}");
        assertThat(reload.running()).isEqualTo(wanted);
        assertThat(book.lines).last().isEqualTo("PLAN RUNS " + wanted.version());
        assertThat(reload.takeUp(wanted, BY_ODD)).as("once more").isEmpty();
    }

    @Test
    void one_faulty_file_keeps_all_others_from_running() {
        Snapshot before = reload.running();
        String answer = answer();
        Snapshot wanted = with(Map.of(SEND_FILE, SEND.replace("one ", "two "), MAP_FILE, "{\n\"v\": oo(3)}"));
        assertThat(reload.takeUp(wanted, BY_ODD)).singleElement().satisfies(problem -> assertThat(problem.toString())
                .startsWith(MAP_FILE + ":2"));
        assertThat(answer()).isEqualTo(answer);
        assertThat(reload.running()).isEqualTo(before);
        assertThat(status.view().running()).isEqualTo(before.version());
        assertThat(status.view().tried()).isEqualTo(wanted.version());
        assertThat(book.lines).last().isEqualTo("PLAN REFUSED " + wanted.version());
    }

    /** The next start would take what ran before: so that runs now, too. */
    @Test
    void what_cannot_be_written_down_is_undone() throws Exception {
        String answer = answer();
        Snapshot before = reload.running();
        book.fill();
        Snapshot wanted = with(Map.of(SEND_FILE, SEND.replace("one ", "two "), MAP_FILE, "{\"v\": 2}"));
        assertThat(reload.takeUp(wanted, BY_ODD)).extracting(Problem::rule).containsExactly("take-up");
        assertThat(answer()).isEqualTo(answer);
        assertThat(reload.running()).isEqualTo(before);
        assertThat(Files.readString(home.path().resolve(MAP_FILE)))
                .isEqualTo(before.files().get(MAP_FILE));
    }

    @Test
    void a_change_of_the_folder_is_proposed_once_and_does_not_run() {
        String running = reload.running().version();
        files.write(SEND_FILE, SEND.replace("one ", "two "));
        look();
        look();
        assertThat(answer()).startsWith("one ");
        assertThat(proposed)
                .containsExactly(running + " " + Snapshot.of(directory).version());
        files.write(SEND_FILE, "nonsense");
        look();
        assertThat(refusals()).isNotEmpty();
        assertThat(proposed).hasSize(1);
        files.write(SEND_FILE, SEND);
        look();
        assertThat(refusals()).isEmpty();
        assertThat(proposed).hasSize(1);
    }

    @Test
    void a_start_takes_what_ran_last_and_proposes_what_the_folder_holds() throws Exception {
        Snapshot agreed = with(Map.of(SEND_FILE, SEND.replace("one ", "agreed ")));
        reload.takeUp(agreed, BY_ODD);
        files.write(SEND_FILE, SEND.replace("one ", "newer "));
        context.stop();
        context = new DefaultCamelContext();
        open();
        assertThat(answer()).startsWith("agreed ");
        look();
        assertThat(proposed)
                .containsExactly(agreed.version() + " " + Snapshot.of(directory).version());
    }

    /** A newer product brings its own folder. */
    @Test
    void a_start_takes_the_folder_when_what_ran_last_does_not_pass_any_more() throws Exception {
        book.runs(with(Map.of(SEND_FILE, "nonsense")), BY_ODD);
        context.stop();
        context = new DefaultCamelContext();
        open();
        assertThat(answer()).startsWith("one ");
    }

    private Snapshot with(Map<String, String> changes) {
        TreeMap<String, String> all = new TreeMap<>(reload.running().files());
        all.putAll(changes);
        return new Snapshot(all);
    }
}
