package no.kravbro.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteCoverageCheckTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void a_step_that_no_test_ran_is_named() throws IOException {
        new Specimen(folder.resolve("routes")).delete("shared/claim.submit.camel.yaml");
        note("1.json", "{\"ago.send\": {\"removeHeaders:9\": 1, \"setBody:11\": 2, \"to:15\": 0}}");
        note("2.json", "{\"ago.submit-claim\": {\"to:9\": 1, \"to:12\": 1}}");
        assertThat(run()).isEqualTo(1);
        assertThat(text())
                .contains("2/3\tago.send", "2/2\tago.submit-claim")
                .contains("ago/send.camel.yaml:15: coverage: no test runs this to");
    }

    @Test
    void steps_run_by_different_processes_count_together() throws IOException {
        new Specimen(folder.resolve("routes")).delete("shared/claim.submit.camel.yaml");
        note("1.json", "{\"ago.send\": {\"removeHeaders:9\": 1, \"setBody:11\": 2, \"to:15\": 0}}");
        note("2.json", "{\"ago.send\": {\"to:15\": 1}, \"ago.submit-claim\": {\"to:9\": 1, \"to:12\": 1}}");
        assertThat(run()).isZero();
    }

    @Test
    void a_test_that_names_a_route_without_running_it_is_told() throws IOException {
        new Specimen(folder.resolve("routes")).delete("shared/claim.submit.camel.yaml");
        note("1.json", "{\"ago.send\": {\"removeHeaders:9\": 1, \"setBody:11\": 2, \"to:15\": 1}}");
        note("2.json", "{\"ago.submit-claim\": {\"to:9\": 1, \"to:12\": 1}}");
        note("no.kravbro.SomeTest.unproven", "SomeTest names ago.send but does not run it");
        assertThat(run()).isEqualTo(1);
        assertThat(text()).contains("SomeTest names ago.send");
    }

    @Test
    void without_notes_nothing_is_covered() throws IOException {
        new Specimen(folder.resolve("routes"));
        assertThat(run()).isEqualTo(1);
        assertThat(text()).contains("0/3\tago.send");
    }

    private int run() throws IOException {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return RouteCoverageCheck.run(folder.resolve("routes"), folder.resolve("notes"), out);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private void note(String file, String json) throws IOException {
        Files.createDirectories(folder.resolve("notes"));
        Files.writeString(folder.resolve("notes").resolve(file), json);
    }
}
