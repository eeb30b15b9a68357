package no.kravbro.sandbox.tripletex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TypesTest {

    @Test
    void everyFieldIsInTheDocument() throws IOException {
        assumeTrue(DocumentCheck.present(), "Skipped: no document at " + DocumentCheck.FILE);
        JsonNode schemas =
                TripletexCaller.JSON.readTree(DocumentCheck.FILE.toFile()).at("/components/schemas");
        for (String type : Types.names()) {
            JsonNode properties = schemas.path(type).path("properties");
            assertThat(Types.fields(type).keySet()).as(type).allMatch(properties::has);
        }
    }

    @Test
    void everyTypeAFieldLeadsToIsKnown() {
        for (String type : Types.names()) {
            Types.fields(type).values().stream()
                    .filter(kind -> Character.isUpperCase(kind.replace("[", "").charAt(0)) && !Types.isEnum(kind))
                    .forEach(kind ->
                            assertThat(Types.target(kind)).as(type + " " + kind).isNotNull());
        }
    }
}
