package no.kravbro.routes;

import static org.assertj.core.api.Assertions.assertThat;

import no.kravbro.bundle.Problem;
import no.kravbro.bundle.Specimen;
import org.junit.jupiter.api.Test;

/** Route files are changed under a running context, as operations would; each test says what must have happened. */
class SafeReloadTest extends SafeReloadGround {

    @Test
    void an_edited_file_runs_after_the_second_look() {
        String before = status.view().running();
        files.write(SEND_FILE, SEND.replace("one ", "two "));
        reload.scanNow();
        assertThat(answer()).startsWith("one ");
        reload.scanNow();
        assertThat(answer()).startsWith("two ");
        assertThat(status.view().refusals()).isEmpty();
        assertThat(status.view().running())
                .isNotEqualTo(before)
                .isEqualTo(status.view().tried());
    }

    @Test
    void a_broken_file_is_refused_with_its_line_and_runs_again_when_mended() {
        String before = status.view().running();
        files.write(SEND_FILE, SEND.replace("      steps:", "     steps:"));
        look();
        assertThat(answer()).startsWith("one ");
        assertThat(refusals()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(SEND_FILE);
            assertThat(problem.line()).isEqualTo(8);
        });
        assertThat(status.view().running())
                .isEqualTo(before)
                .isNotEqualTo(status.view().tried());
        files.write(SEND_FILE, SEND.replace("one ", "three "));
        look();
        assertThat(answer()).startsWith("three ");
        assertThat(refusals()).isEmpty();
    }

    @Test
    void what_only_the_dry_run_finds_is_refused_at_its_line() {
        files.write(SEND_FILE, SEND.replace("mock:wire", "sql:select 1"));
        look();
        assertThat(refusals()).singleElement().satisfies(problem -> {
            assertThat(problem.rule()).isEqualTo("dry-run");
            assertThat(problem.line()).isEqualTo(17);
            assertThat(problem.message()).contains("dataSource");
        });
        files.write(SEND_FILE, SEND + "        - bean:\n            ref: nobodyDesk\n            method: x\n");
        look();
        assertThat(refusals()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("nobody"));
        assertThat(answer()).startsWith("one ");
    }

    @Test
    void a_half_written_file_does_nothing() {
        files.write(SEND_FILE, "");
        reload.scanNow();
        files.write(SEND_FILE, SEND.substring(0, 100));
        reload.scanNow();
        files.write(SEND_FILE, SEND.replace("one ", "whole "));
        reload.scanNow();
        assertThat(answer()).startsWith("one ");
        assertThat(refusals()).isEmpty();
        reload.scanNow();
        assertThat(answer()).startsWith("whole ");
    }

    @Test
    void a_file_is_added_while_another_is_broken() {
        files.write(SEND_FILE, "nonsense");
        files.write("ago/new.camel.yaml", newRoute("new"));
        look();
        assertThat(context.getRoute("ago.new")).isNotNull();
        assertThat(answer()).startsWith("one ");
        assertThat(refusals()).extracting(Problem::file).containsOnly(SEND_FILE);
    }

    @Test
    void a_deleted_file_takes_its_routes_along_unless_someone_calls_them() {
        files.write("ago/new.camel.yaml", newRoute("new"));
        look();
        files.delete("ago/new.camel.yaml");
        files.delete(SEND_FILE);
        look();
        assertThat(context.getRoute("ago.new")).isNull();
        assertThat(context.getRouteDefinition("ago.new")).isNull();
        assertThat(answer()).startsWith("one ");
        assertThat(refusals()).extracting(Problem::file).contains(SEND_FILE);
    }

    @Test
    void a_renamed_file_leaves_nothing_behind() {
        files.delete(SEND_FILE);
        files.write("ago/call.camel.yaml", SEND.replace("ago.send", "ago.call"));
        files.write("ago/submit-claim.camel.yaml", Specimen.SUBMIT.replace("ago.send", "ago.call"));
        look();
        assertThat(refusals()).isEmpty();
        assertThat(context.getRoute("ago.send")).isNull();
        assertThat(answer()).startsWith("one ");
        assertThat(context.getRoutes()).extracting(route -> route.getId()).doesNotHaveDuplicates();
    }
}
