package no.kravbro.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("check")
class ActionTableTest {

    @Test
    void the_page_is_fresh() {
        assertThat(ActionTable.PAGE)
                .as("stale: run 'make docs' and commit what it writes")
                .hasContent(ActionTable.page(Path.of("routes")));
    }
}
