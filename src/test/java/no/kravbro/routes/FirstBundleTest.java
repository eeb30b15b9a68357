package no.kravbro.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import no.kravbro.bundle.BundleHealth;
import no.kravbro.bundle.Occasion;
import no.kravbro.bundle.Occasion.Cause;
import no.kravbro.bundle.Snapshot;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** The product is stopped, its folder is spoiled, and it starts again: what ran last runs, and everybody can see why. */
class FirstBundleTest extends SafeReloadGround {

    @Test
    void what_ran_last_is_started_with_when_the_folder_does_not_pass() throws Exception {
        String good = status.view().running();
        files.write(MAP_FILE, "{\"v\": oo(3)}");
        files.write(SEND_FILE, "nonsense");
        again();
        assertThat(answer()).startsWith("one ");
        assertThat(status.view().running())
                .isEqualTo(good)
                .isNotEqualTo(status.view().tried());
        assertThat(status.view().steppedBack()).isTrue();
        assertThat(refusals()).isNotEmpty();
        assertThat(new BundleHealth(status).health().getDetails())
                .containsEntry("startedWithLastGood", true)
                .containsEntry("running", good);
        assertThat(book.lines)
                .containsExactly(
                        "START RUNS " + good,
                        "START REFUSED " + Snapshot.of(directory).version(),
                        Cause.LAST_GOOD + " RUNS " + good);
    }

    @Test
    void what_only_camel_refuses_is_not_started_with_either() throws Exception {
        String good = status.view().running();
        files.write(SEND_FILE, SEND.replace("mock:wire", "sql:select 1"));
        files.write(MAP_FILE, "{\"v\": 2}");
        again();
        assertThat(answer()).startsWith("one ").doesNotContain("\"v\":2");
        assertThat(status.view().running()).isEqualTo(good);
        assertThat(refusals()).singleElement().satisfies(problem -> assertThat(problem.rule())
                .isEqualTo("dry-run"));
    }

    @Test
    void mending_the_folder_ends_it() throws Exception {
        files.write(SEND_FILE, "nonsense");
        again();
        files.write(SEND_FILE, SEND.replace("one ", "mended "));
        look();
        assertThat(answer()).startsWith("mended ");
        assertThat(refusals()).isEmpty();
        assertThat(status.view().steppedBack()).isFalse();
    }

    @Test
    void what_ran_last_must_pass_by_the_rules_of_today() {
        files.write(SEND_FILE, "nonsense");
        book.runs(Snapshot.of(directory), Occasion.of(Cause.START));
        files.write(SEND_FILE, "other nonsense");
        assertThatThrownBy(this::again).hasMessageContaining(SEND_FILE);
    }

    @Test
    void a_broken_file_of_the_folder_is_read_by_nobody() throws Exception {
        files.write(MAP_FILE, "{\n\"v\": oo(3)}");
        look();
        assertThat(Files.readString(home.path().resolve(MAP_FILE))).doesNotContain("oo(3)");
        files.write(MAP_FILE, "{\"v\": 4}");
        look();
        assertThat(Files.readString(home.path().resolve(MAP_FILE))).isEqualTo("{\"v\": 4}");
    }

    @Test
    void what_cannot_be_kept_is_not_taken_up() {
        String before = status.view().running();
        book.close();
        files.write(SEND_FILE, SEND.replace("one ", "two "));
        look();
        assertThat(answer()).startsWith("one ");
        assertThat(status.view().running()).isEqualTo(before);
        assertThat(refusals()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("the book is closed"));
    }

    private void again() throws Exception {
        context.stop();
        context = new DefaultCamelContext();
        open();
    }
}
