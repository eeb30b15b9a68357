package no.kravbro.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("check")
class RouteMapTest {

    @Test
    void the_generated_pages_are_fresh() {
        RouteMap.pages(Path.of(""), JavaRoute.all()).forEach((file, text) -> assertThat(file)
                .as("%s is stale: run 'make docs' and commit what it writes", file)
                .exists()
                .hasContent(text));
    }

    @Test
    void the_table_names_callers_and_calls(@TempDir Path project) {
        new Specimen(project.resolve("routes"));
        Map<Path, String> pages = RouteMap.pages(project, Specimen.JAVA);
        assertThat(pages.get(project.resolve("routes/README.md")))
                .contains(
                        "| [ago.send](ago/send.camel.yaml) | Puts one request on the wire | ago.submit-claim | Ago REST |")
                .contains("| `delivery.dispatch` (Java) | Claims due work | `sql:claim` | claim.submit |");
    }

    @Test
    void a_diagram_shows_branches(@TempDir Path project) {
        new Specimen(project.resolve("routes"));
        assertThat(RouteMap.pages(project, Specimen.JAVA).get(project.resolve("src/docs/routes.md")))
                .contains("## claim.submit")
                .contains("n0([\"direct:claim.submit\"])")
                .contains("n1{\"choice agency\"}")
                .contains("n1 -->|\"${variable.target} == 'ago'\"| n2")
                .contains("n1 -->|\"otherwise\"| n3");
    }

    @Test
    void a_changed_route_makes_the_page_stale(@TempDir Path project) throws Exception {
        Specimen specimen = new Specimen(project.resolve("routes"));
        Path readme = project.resolve("routes/README.md");
        Files.writeString(readme, RouteMap.pages(project, Specimen.JAVA).get(readme));
        specimen.write("ago/send.camel.yaml", Specimen.SEND.replace("Puts one", "Sends one"));
        assertThat(RouteMap.pages(project, Specimen.JAVA).get(readme)).isNotEqualTo(Files.readString(readme));
    }
}
