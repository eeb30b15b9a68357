package no.kravbro.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingsTest {

    @TempDir
    private Path directory;

    private Mappings mappings;

    @BeforeEach
    void start() {
        mappings = new Mappings(directory);
    }

    @Test
    void amounts_keep_their_two_decimals() throws IOException {
        write("a.jslt", "{\"kr\": kroner(.ore), \"ore\": ore(.kr), \"same\": .kr, \"text\": ore(.text)}");
        assertThat(mappings.apply("a.jslt", "{\"ore\": 123400, \"kr\": 100.00, \"text\": \"-0.50\"}"))
                .isEqualTo("{\"kr\":1234.00,\"ore\":10000,\"same\":100.00,\"text\":-50}");
    }

    @Test
    void large_amounts_are_exact() throws IOException {
        write("a.jslt", "ore(.)");
        assertThat(mappings.apply("a.jslt", "90071992547409.93")).isEqualTo("9007199254740993");
    }

    @Test
    void what_is_not_said_is_left_out_but_an_empty_list_stays() throws IOException {
        write("a.jslt", "{\"kr\": kroner(.none), \"list\": [], \"object\": {}}");
        assertThat(mappings.apply("a.jslt", "{}")).isEqualTo("{\"list\":[],\"object\":{}}");
    }

    @Test
    void a_third_decimal_is_refused_not_rounded() throws IOException {
        write("a.jslt", "ore(.x)");
        assertThatThrownBy(() -> mappings.apply("a.jslt", "{\"x\": 1.005}"))
                .isInstanceOf(MappingException.class)
                .hasMessage("a.jslt:0: ore(): more than two decimals, or too large");
    }

    /** The engine itself ends in an exception of Java there. */
    @Test
    void a_part_cut_from_a_text_that_is_too_short_is_refused() throws IOException {
        write("a.jslt", "let day = .day {\"d\": $day[8 : 10]}");
        assertThatThrownBy(() -> mappings.apply("a.jslt", "{\"day\": \"2026-01\"}"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("a.jslt")
                .hasMessageContaining("shorter than the part that is cut from it");
    }

    @Test
    void floating_point_never_comes_out() throws IOException {
        write("a.jslt", "{\"a\": {\"x\": 1.5}}");
        assertThatThrownBy(() -> mappings.apply("a.jslt", "{}"))
                .hasMessageContaining("floating point")
                .hasMessageContaining("/a/x/");
    }

    @Test
    void a_syntax_error_names_file_and_line() throws IOException {
        write("a/map/b.jslt", "{\n  \"x\": .y\n  \"z\": 1\n}");
        assertThatThrownBy(() -> mappings.require("a/map/b.jslt")).isInstanceOfSatisfying(MappingException.class, e -> {
            assertThat(e.file()).isEqualTo("a/map/b.jslt");
            assertThat(e.line()).isEqualTo(3);
            assertThat(e.reason()).startsWith("Parse error");
        });
    }

    @Test
    void an_unknown_function_names_file_and_line() throws IOException {
        write("a.jslt", "{\n  \"x\": oere(.y)\n}");
        assertThatThrownBy(() -> mappings.require("a.jslt"))
                .hasMessageStartingWith("a.jslt:2: ")
                .hasMessageContaining("oere");
    }

    @Test
    void a_runtime_error_does_not_tell_the_documents_values() throws IOException {
        write("a.jslt", "{\n  \"x\": number(.name)\n}");
        assertThatThrownBy(() -> mappings.apply("a.jslt", "{\"name\": \"Kari Nordmann\"}"))
                .isInstanceOf(MappingException.class)
                .hasMessageNotContaining("Kari");
        assertThatThrownBy(() -> mappings.apply("a.jslt", "{\"name\": Kari}"))
                .hasMessage("a.jslt:0: the input is not a JSON document (line 1)");
    }

    @Test
    void a_missing_file_and_one_outside_the_directory_are_refused() {
        assertThatThrownBy(() -> mappings.require("none.jslt")).hasMessageContaining("no such mapping file");
        assertThatThrownBy(() -> mappings.require("../none.jslt")).hasMessageContaining("below the routes directory");
    }

    @Test
    void a_broken_refresh_keeps_the_last_good_and_a_good_one_swaps() throws IOException {
        write("a.jslt", "1");
        mappings.require("a.jslt");
        write("a.jslt", "{");
        assertThatThrownBy(() -> mappings.refresh("a.jslt")).isInstanceOf(MappingException.class);
        assertThat(mappings.apply("a.jslt", "{}")).isEqualTo("1");
        write("a.jslt", "2");
        mappings.refresh("a.jslt");
        assertThat(mappings.apply("a.jslt", "{}")).isEqualTo("2");
    }

    @Test
    void a_changed_import_refreshes_those_that_import_it() throws IOException {
        write("part.jslt", "def f(x) $x + 1\n1");
        write("a.jslt", "import \"part.jslt\" as p\np:f(1)");
        assertThat(mappings.apply("a.jslt", "{}")).isEqualTo("2");
        write("part.jslt", "def f(x) $x + 2\n1");
        mappings.refresh("part.jslt");
        assertThat(mappings.apply("a.jslt", "{}")).isEqualTo("3");
    }

    @Test
    void a_file_of_functions_only_may_change_too() throws IOException {
        write("part.jslt", "def f(x) $x + 1");
        write("a.jslt", "import \"part.jslt\" as p\np:f(1)");
        mappings.refresh("part.jslt");
        assertThat(mappings.apply("a.jslt", "{}")).isEqualTo("2");
        write("part.jslt", "def f(x) $x + 2");
        mappings.refresh("part.jslt");
        assertThat(mappings.apply("a.jslt", "{}")).isEqualTo("3");
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
